using System.Text.Json;
using OpenProject.Application.Projects;
using OpenProject.Domain.Projects;

namespace OpenProject.Api.Mcp.Tools.Sets;

/// <summary>Tools that write projects.</summary>
internal static class ProjectTools
{
    private const string BodyText = "As API v3 takes it: {\"name\":\"...\",\"identifier\":\"...\",\"description\":{\"raw\":\"...\"},\"active\":true,\"_links\":{\"parent\":{\"href\":\"/api/v3/projects/1\"}}}.";

    private static readonly Argument<string> Project = Arguments.Key("project", "The project: its id or identifier.").Required();
    private static readonly Argument<JsonElement> Body = Arguments.Body("data", BodyText).Required();

    /// <summary>All of them.</summary>
    public static IReadOnlyList<DeclaredTool> All { get; } =
    [
        DeclaredTool.Of(
            "create_project", "Create project", "Makes a project.", ToolKind.Creates, [Body],
            call => call.Get<ProjectService>().CreateAsync(call.Changes<Project, ProjectDto>(call.Of(Body)), call.Cancelled)),
        DeclaredTool.Of(
            "update_project", "Update project", "Changes a project; active false archives it.", ToolKind.Updates, [Project, Body],
            call => call.Get<ProjectService>().UpdateAsync(call.Of(Project)!, kind: null, call.Changes<Project, ProjectDto>(call.Of(Body)), call.Cancelled)),
    ];
}
