using OpenProject.Application.Common;
using OpenProject.Application.CustomFields;
using OpenProject.Application.Permissions;
using OpenProject.Application.Priorities;
using OpenProject.Application.Queries;
using OpenProject.Application.Resources;
using OpenProject.Application.Statuses;
using OpenProject.Application.TimeEntries;
using OpenProject.Application.Types;
using OpenProject.Application.WorkPackages;

namespace OpenProject.Api.Mcp.Tools;

/// <summary>Tools about the terms that work packages are described in.</summary>
internal static class TermTools
{
    private static readonly Argument<string> Project = Arguments.Key("project", "The project: its id or identifier.").Required();
    private static readonly Argument<long> ProjectId = Arguments.Id("project_id", "The project.").Required();
    private static readonly Argument<long> TypeId = Arguments.Id("type_id", "The type.").Required();
    private static readonly Argument<long> CustomField = Arguments.Id("custom_field_id", "The custom field: the number in its name, customField12.").Required();
    private static readonly Argument<string> Label = Arguments.Name("label", "A part of what the item says, whatever the case.");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<DeclaredTool> All { get; } =
    [
        DeclaredTool.Collection(
            "list_statuses", "List statuses", "All statuses that work packages can have, with their ids.", StatusResource.Location.Value,
            (call, query) => call.Get<StatusService>().ListAsync(query, call.Cancelled)) with
        {
            IsPublished = true,
        },
        DeclaredTool.Collection(
            "list_types", "List types", "All types of work packages (task, bug, milestone...), with their ids.", TypeResource.Location.Value,
            (call, query) => call.Get<TypeService>().ListAsync(query, call.Cancelled)) with
        {
            IsPublished = true,
        },
        DeclaredTool.Whole(
            "list_priorities", "List priorities", "All priorities that work packages can have, with their ids.", [],
            (call, query) => call.Get<PriorityService>().ListAsync(query, call.Cancelled)),
        DeclaredTool.Whole(
            "list_project_types", "List types of a project", "The types that work packages of a project can have, with their ids.", [Project],
            (call, query) => call.Get<TypeService>().ListInAsync(call.Of(Project)!, query.Within(call.Of(Project)!), call.Cancelled)),
        DeclaredTool.Whole(
            "list_time_entry_activities", "List time entry activities", "The kinds of work that time can be booked as, with their ids.", [],
            (call, query) => call.Get<TimeEntryService>().ListActivitiesAsync(query, call.Cancelled)),
        DeclaredTool.Search(
            "list_available_assignees", "List available assignees", "The people who can be assigned work packages of a project.", 100, [], [Project],
            (call, query) => call.Get<AssigneeService>().ListInAsync(call.Of(Project)!, query.Within(call.Of(Project)!), call.Cancelled)),
        new DeclaredTool(
            "get_work_package_schema", "Work package schema", "Which attributes work packages of a type have in a project: type, label, whether needed and writable, and the values allowed. Names of custom fields are here.",
            ToolKind.Reads, [ProjectId, TypeId], ToolOutput.Document(), async call =>
            {
                var schema = await call.Get<WorkPackageSchemaService>().FindAsync($"{call.Of(ProjectId)}-{call.Of(TypeId)}", call.Cancelled);
                return new ToolResult((json, scope) => scope.WriteDocument(json, schema), IsList: true);
            }),
        DeclaredTool.Search(
            "search_custom_fields", "Search custom fields", "Finds definitions of custom fields: what customField12 is called, what it is of and what its values are.", 40,
            [Condition.Ids("id", "One field or several: the number in its name.", "id"), Condition.Part("name", "A part of the name, whatever the case.", "name")], [],
            (call, query) => call.Get<CustomFieldService>().ListFieldsAsync(query, call.Cancelled)) with
        {
            IsPublished = true,
        },
        DeclaredTool.Whole(
            "search_custom_field_items", "Search custom field items", "The items of a custom field that is a hierarchy, each before those below it, or a weighted list.", [CustomField, Label], ItemsAsync) with
        {
            IsPublished = true,
        },
    ];

    // Fields of other kinds have no items.
    private static async Task<Page<HierarchyItemDto>> ItemsAsync(ToolCall call, CollectionQuery query)
    {
        Page<HierarchyItemDto> page;
        try
        {
            page = await call.Get<CustomFieldService>().ListItemsAsync(call.Of(CustomField), parent: null, depth: null, query, call.Cancelled);
        }
        catch (ProblemException refused) when (refused.Problem is Problem.Unprocessable)
        {
            return new Page<HierarchyItemDto>([], 0, query, call.Get<Access>());
        }

        var wanted = call.Of(Label) is { } label ? page.Items.Where(i => i.Label?.Contains(label, StringComparison.OrdinalIgnoreCase) == true) : page.Items.Where(i => i.ParentId is not null);
        List<HierarchyItemDto> items = [.. wanted];
        return page with { Items = items, Total = items.Count };
    }
}
