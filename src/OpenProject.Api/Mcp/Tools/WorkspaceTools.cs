using OpenProject.Application.Projects;
using OpenProject.Application.Queries;
using OpenProject.Application.Resources;
using OpenProject.Application.Versions;
using OpenProject.Domain.Projects;
using OpenProject.Domain.Versions;

namespace OpenProject.Api.Mcp.Tools;

/// <summary>Tools about projects, programs and portfolios, and the versions in them.</summary>
internal static class WorkspaceTools
{
    private static readonly Argument<string> Identifier = Arguments.Name("identifier", "The exact identifier, as it stands in addresses.");

    private static readonly Argument<string> Key = Arguments.Key("project", "Its id or identifier.").Required();

    /// <summary>All of them.</summary>
    public static IReadOnlyList<DeclaredTool> All { get; } =
    [
        Search("projects", ProjectKind.Project),
        Search("programs", ProjectKind.Program),
        Search("portfolios", ProjectKind.Portfolio),
        DeclaredTool.Search(
            "search_versions", "Search versions", "Finds versions (releases, milestones) that you may see.", 100,
            [
                Condition.Part("name", "A part of the name, whatever the case.", "name"),
                Condition.OneOf("sharing", "How far the version is shared with other projects.", "sharing", Codes.All<VersionSharing>()),
            ],
            [],
            (call, query) => call.Get<VersionService>().ListAsync(query, call.Cancelled)) with
        {
            IsPublished = true,
        },
        DeclaredTool.Of(
            "get_project", "Get project", "A project, program or portfolio with its description and status.", ToolKind.Reads, [Key],
            call => call.Get<ProjectService>().FindAsync(call.Of(Key)!, kind: null, call.Cancelled)),
    ];

    private static DeclaredTool Search(string plural, ProjectKind kind) => DeclaredTool.Search(
        "search_" + plural, "Search " + plural, $"Finds {plural} that you may see, to learn their ids.", 100,
        [
            Condition.Part("name", "A part of the name, whatever the case.", "name"),
            Condition.OneOf("status_code", "How it is going.", "project_status_code", Codes.All<ProjectStatusCode>()),
        ],
        [Identifier],
        async (call, query) => await call.Get<ProjectService>().ListAsync(await IdentifiedAsync(call, query), kind, call.Cancelled)) with
    {
        IsPublished = true,
    };

    // What begins with a digit is no identifier, but would be taken for an id.
    private static async Task<CollectionQuery> IdentifiedAsync(ToolCall call, CollectionQuery query)
    {
        if (call.Of(Identifier) is not { } key)
            return query;
        var id = key.Length > 0 && !char.IsAsciiDigit(key[0]) ? await call.Get<WorkspaceService>().FindIdAsync(key, call.Cancelled) : null;
        return query.Filtered(new FilterClause("id", "=", [ValueText.Of(id ?? 0)]));
    }
}
