using System.CommandLine;
using OpenProject.Application.Projects;

namespace OpenProject.Api.Composition;

/// <summary><c>project modules</c>: what a project uses.</summary>
internal static class ProjectVerbs
{
    /// <summary>The verbs.</summary>
    public static Command Create()
    {
        var project = new Argument<string>("project") { Description = "The project's id or identifier." };
        var enable = new Option<string[]>("--enable") { Description = "A module to enable, such as bim." };
        var disable = new Option<string[]>("--disable") { Description = "A module to disable." };
        var modules = new Command("modules", "Enables and disables modules of a project, and prints those that it uses.") { project, enable, disable };
        modules.RunsAsOperator(async (parsed, services, cancellationToken) =>
        {
            var used = await services.GetRequiredService<ProjectModuleService>().ChangeAsync(
                parsed.GetRequiredValue(project), parsed.GetValue(enable) ?? [], parsed.GetValue(disable) ?? [], cancellationToken);
            return new Printout(string.Join(Environment.NewLine, used), new { Modules = used });
        });
        return new Command("project", "Projects.") { modules };
    }
}
