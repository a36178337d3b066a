using System.CommandLine;
using System.Globalization;
using OpenProject.Application.Budgets;

namespace OpenProject.Api.Composition;

/// <summary><c>budget create</c>: gives a project a budget.</summary>
internal static class BudgetVerbs
{
    /// <summary>The verbs.</summary>
    public static Command Create()
    {
        var project = new Option<string>("--project") { Description = "The project's identifier.", Required = true };
        var subject = new Option<string>("--subject") { Description = "What it is called.", Required = true };
        var create = new Command("create", "Gives a project a budget and prints its id.") { project, subject };
        create.RunsAsOperator(async (parsed, services, cancellationToken) =>
        {
            var id = await services.GetRequiredService<BudgetService>()
                .CreateAsync(parsed.GetRequiredValue(project), parsed.GetRequiredValue(subject), cancellationToken);
            return new Printout(id.ToString(CultureInfo.InvariantCulture), new { id });
        });
        return new Command("budget", "What projects may spend.") { create };
    }
}
