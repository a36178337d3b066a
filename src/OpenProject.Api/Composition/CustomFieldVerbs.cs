using System.CommandLine;
using OpenProject.Application.CustomFields;
using OpenProject.Application.Resources;
using OpenProject.Domain.CustomFields;

namespace OpenProject.Api.Composition;

/// <summary><c>custom-field create</c>: defines a field. Servers that run know it within a second.</summary>
internal static class CustomFieldVerbs
{
    /// <summary>The verbs.</summary>
    public static Command Create()
    {
        var name = new Option<string>("--name") { Description = "What it is called.", Required = true };
        var of = new Option<string>("--of") { Description = "What it is of.", DefaultValueFactory = _ => Codes.Of(CustomizedKind.WorkPackage) };
        of.AcceptOnlyFromAmong(Codes.All<CustomizedKind>());
        var format = new Option<string>("--format") { Description = "What its values are.", Required = true };
        format.AcceptOnlyFromAmong(Codes.All<CustomFieldFormat>());
        var multi = new Option<bool>("--multi") { Description = "There may be several values." };
        var required = new Option<bool>("--required") { Description = "A value must be given." };
        var adminOnly = new Option<bool>("--admin-only") { Description = "Only administrators see and write it." };
        var comment = new Option<bool>("--comment") { Description = "Something may be said of its values; for fields of projects." };
        var usual = new Option<string?>("--default") { Description = "The value of new resources; of a list, one of its options." };
        var least = new Option<int>("--min-length") { Description = "The least number of characters." };
        var most = new Option<int>("--max-length") { Description = "The greatest number of characters." };
        var pattern = new Option<string?>("--regexp") { Description = "The regular expression that text must match." };
        var options = new Option<string[]>("--option") { Description = "An option of a list; may be repeated." };
        var items = new Option<string[]>("--item") { Description = "An item of a hierarchy with the way to it, Europe/France; of a weighted list with its weight, High=2.5; may be repeated." };
        var types = new Option<string[]>("--type") { Description = "The name of a type of work packages that has it; may be repeated. All types when none is named." };
        var projects = new Option<string[]>("--project") { Description = "The identifier of a project that it is active in; may be repeated. All projects when none is named." };
        var create = new Command("create", "Defines a custom field and prints its API name.")
        {
            name, of, format, multi, required, adminOnly, comment, usual, least, most, pattern, options, items, types, projects,
        };
        create.RunsAsOperator(async (parsed, services, cancellationToken) =>
        {
            var spec = new CustomFieldSpec(
                parsed.GetRequiredValue(name), Codes.Parse<CustomizedKind>(parsed.GetRequiredValue(of))!.Value, Codes.Parse<CustomFieldFormat>(parsed.GetRequiredValue(format))!.Value)
            {
                IsMulti = parsed.GetValue(multi),
                IsRequired = parsed.GetValue(required),
                IsAdminOnly = parsed.GetValue(adminOnly),
                HasComment = parsed.GetValue(comment),
                DefaultValue = parsed.GetValue(usual),
                MinLength = parsed.GetValue(least),
                MaxLength = parsed.GetValue(most),
                Pattern = parsed.GetValue(pattern),
                Options = parsed.GetValue(options) ?? [],
                Items = parsed.GetValue(items) ?? [],
                Types = parsed.GetValue(types) ?? [],
                Projects = parsed.GetValue(projects) ?? [],
            };
            var id = await services.GetRequiredService<CustomFieldDefinitionService>().CreateAsync(spec, cancellationToken);
            return new Printout("customField" + id, new { id });
        });
        return new Command("custom-field", "Fields that the installation defines.") { create };
    }
}
