using OpenProject.Application.WorkPackages;

namespace OpenProject.Api.Mcp.Tools;

/// <summary>Tools about who watches work packages.</summary>
internal static class WatcherTools
{
    private static readonly Argument<long> WorkPackage = Arguments.WorkPackage("work_package_id", "The work package.").Required();
    private static readonly Argument<long> User = Arguments.Id("user_id", "The user; you when not given.");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<DeclaredTool> All { get; } =
    [
        DeclaredTool.Search(
            "list_watchers", "List watchers", "Who is told about changes of a work package.", 100, [], [WorkPackage],
            (call, query) => call.Get<WatcherService>().ListAsync(call.Of(WorkPackage), query.Within(call.Of(WorkPackage)), call.Cancelled)),
        DeclaredTool.Of(
            "add_watcher", "Add watcher", "Has somebody be told about changes of a work package.", ToolKind.Updates, [WorkPackage, User],
            async call => (await call.Get<WatcherService>().AddAsync(call.Of(WorkPackage), KeyOf(call), call.Cancelled)).User),
        DeclaredTool.Of(
            "remove_watcher", "Remove watcher", "Has somebody be told no longer, and answers who.", ToolKind.Removes, [WorkPackage, User],
            call => call.Get<WatcherService>().RemoveKnownAsync(call.Of(WorkPackage), KeyOf(call), call.Cancelled)),
    ];

    private static string KeyOf(ToolCall call) => call.Has(User) ? ValueText.Of(call.Of(User)) : "me";
}
