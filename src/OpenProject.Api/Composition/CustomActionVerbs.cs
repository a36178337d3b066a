using System.CommandLine;
using System.Globalization;
using OpenProject.Application.CustomActions;
using OpenProject.Application.CustomFields;

namespace OpenProject.Api.Composition;

/// <summary><c>custom-action create</c>: gives a change of work packages a name.</summary>
internal static class CustomActionVerbs
{
    /// <summary>The verbs.</summary>
    public static Command Create()
    {
        var name = new Option<string>("--name") { Description = "What it is called.", Required = true };
        var description = new Option<string?>("--description") { Description = "What it does." };
        var change = new Option<string>("--change")
        {
            Description = "The change, as API v3 takes it: '{\"_links\":{\"status\":{\"href\":\"/api/v3/statuses/12\"}}}'. /api/v3/users/me is whoever executes it.", Required = true,
        };
        var statuses = new Option<string[]>("--status") { Description = "The name of a status that the work package must have; may be repeated." };
        var types = new Option<string[]>("--type") { Description = "The name of a type that it must have; may be repeated." };
        var roles = new Option<string[]>("--role") { Description = "The name of a role that the user must have; may be repeated." };
        var projects = new Option<string[]>("--project") { Description = "The identifier of a project that it must be in; may be repeated." };
        var create = new Command("create", "Defines a custom action and prints its id.") { name, description, change, statuses, types, roles, projects };
        create.RunsAsOperator(async (parsed, services, cancellationToken) =>
        {
            var spec = new CustomActionSpec(
                parsed.GetRequiredValue(name), parsed.GetValue(description), parsed.GetRequiredValue(change),
                parsed.GetValue(statuses) ?? [], parsed.GetValue(types) ?? [], parsed.GetValue(roles) ?? [], parsed.GetValue(projects) ?? []);
            var id = await services.GetRequiredService<CustomActionService>().CreateAsync(spec, cancellationToken);
            return new Printout(id.ToString(CultureInfo.InvariantCulture), new { id });
        });
        return new Command("custom-action", "Changes of work packages that have a name.") { create };
    }
}
