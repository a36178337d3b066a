using System.Text.Json;
using OpenProject.Application.Versions;
using OpenProject.Domain.Versions;

namespace OpenProject.Api.Mcp.Tools.Sets;

/// <summary>Tools that write versions.</summary>
internal static class PlanningTools
{
    private const string BodyText = "As API v3 takes it: {\"name\":\"...\",\"endDate\":\"2027-12-31\",\"_links\":{\"definingProject\":{\"href\":\"/api/v3/projects/1\"}}}.";

    private static readonly Argument<long> Id = Arguments.Id("id", "The version.").Required();
    private static readonly Argument<JsonElement> Body = Arguments.Body("data", BodyText).Required();

    /// <summary>All of them.</summary>
    public static IReadOnlyList<DeclaredTool> All { get; } =
    [
        DeclaredTool.Of(
            "create_version", "Create version", "Makes a version of a project.", ToolKind.Creates, [Body],
            call => call.Get<VersionService>().CreateAsync(call.Changes<ProjectVersion, VersionDto>(call.Of(Body)), call.Cancelled)),
        DeclaredTool.Of(
            "update_version", "Update version", "Changes a version, or closes it.", ToolKind.Updates, [Id, Body],
            call => call.Get<VersionService>().UpdateAsync(call.Of(Id), call.Changes<ProjectVersion, VersionDto>(call.Of(Body)), call.Cancelled)),
    ];
}
