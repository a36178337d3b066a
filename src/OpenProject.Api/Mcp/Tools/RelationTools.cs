using System.Text.Json.Nodes;
using OpenProject.Application.Relations;
using OpenProject.Application.Resources;
using OpenProject.Application.WorkPackages;
using OpenProject.Domain.Relations;

namespace OpenProject.Api.Mcp.Tools;

/// <summary>Tools about relations between work packages.</summary>
internal static class RelationTools
{
    private static readonly Argument<long> WorkPackage = Arguments.WorkPackage("work_package_id", "The work package.").Required();
    private static readonly Argument<long> From = Arguments.WorkPackage("from_work_package_id", "The work package that the relation begins at.").Required();
    private static readonly Argument<long> To = Arguments.WorkPackage("to_work_package_id", "The one that it leads to.").Required();
    private static readonly Argument<string> Type = Arguments.OneOf("type", "What the first is to the second; relates when a new relation has none.", RelationTerms.Names);
    private static readonly Argument<string> Description = Arguments.Name("description", "What there is to say about it.");
    private static readonly Argument<int> Lag = Arguments.Number("lag", "Working days between the two, where one follows the other.", -10_000, 10_000);
    private static readonly Argument<long> Id = Arguments.Id("id", "The relation.").Required();

    /// <summary>All of them.</summary>
    public static IReadOnlyList<DeclaredTool> All { get; } =
    [
        DeclaredTool.Whole(
            "list_work_package_relations", "List work package relations", "How a work package is related to others that you may see.", [WorkPackage],
            (call, query) => call.Get<RelationService>().ListOfAsync(call.Of(WorkPackage), query.Within(call.Of(WorkPackage)), call.Cancelled)) with
        {
            IsPublished = true,
        },
        DeclaredTool.Of(
            "create_work_package_relation", "Relate work packages", "Relates two work packages.", ToolKind.Creates, [From, To, Type, Description, Lag],
            call => call.Get<RelationService>().CreateAsync(call.Of(From), Changes(call, To), call.Cancelled)) with
        {
            IsPublished = true,
        },
        DeclaredTool.Of(
            "update_work_package_relation", "Update work package relation", "Changes what a relation says.", ToolKind.Updates, [Id, Type, Description, Lag],
            call => call.Get<RelationService>().UpdateAsync(call.Of(Id), Changes(call, to: null), call.Cancelled)) with
        {
            IsPublished = true,
        },
        DeclaredTool.Of(
            "delete_work_package_relation", "Delete work package relation", "Removes a relation, not the work packages, and answers what it was.", ToolKind.Removes, [Id],
            async call =>
            {
                var removed = await call.Get<RelationService>().FindAsync(call.Of(Id), call.Cancelled);
                await call.Get<RelationService>().DeleteAsync(call.Of(Id), call.Cancelled);
                return removed;
            }) with
        {
            IsPublished = true,
        },
    ];

    private static Application.Writes.ChangeSet<Relation, RelationDto> Changes(ToolCall call, Argument<long>? to)
    {
        var body = new JsonObject();
        if (to is not null)
            body["_links"] = new JsonObject { ["to"] = new JsonObject { ["href"] = WorkPackageResource.Location.Of(call.Of(to)) } };
        if (call.Of(Type) is { } type)
            body["type"] = type;
        if (call.Of(Description) is { } description)
            body["description"] = description;
        if (call.Has(Lag))
            body["lag"] = call.Of(Lag);
        return call.Changes<Relation, RelationDto>(body);
    }
}
