using OpenProject.Application.Statuses;
using OpenProject.Application.Types;

namespace OpenProject.Api.Mcp.Tools;

/// <summary>Tools about the terms that work packages are described in.</summary>
internal static class TermTools
{
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
    ];
}
