using System.Text.Json;
using System.Text.Json.Nodes;
using OpenProject.Application.Common;
using OpenProject.Application.JobStatuses;
using OpenProject.Application.Projects;
using OpenProject.Domain.Projects;

namespace OpenProject.Api.Mcp.Tools.Sets;

/// <summary>Tools that write projects.</summary>
internal static class ProjectTools
{
    private const string BodyText = "As API v3 takes it: {\"name\":\"...\",\"identifier\":\"...\",\"description\":{\"raw\":\"...\"},\"active\":true,\"_links\":{\"parent\":{\"href\":\"/api/v3/projects/1\"}}}.";

    private static readonly Argument<string> Project = Arguments.Key("project", "The project: its id or identifier.").Required();
    private static readonly Argument<JsonElement> Body = Arguments.Body("data", BodyText).Required();

    private static readonly Argument<JsonElement> Copied = Arguments.Body("data", "How the copy shall differ, as API v3 takes it: {\"name\":\"...\",\"identifier\":\"...\"}.").Required();
    private static readonly Argument<string> Job = Arguments.Name("job_id", "The job, as copy_project told it.").Required();

    /// <summary>All of them.</summary>
    public static IReadOnlyList<DeclaredTool> All { get; } =
    [
        DeclaredTool.Of(
            "create_project", "Create project", "Makes a project.", ToolKind.Creates, [Body],
            call => call.Get<ProjectService>().CreateAsync(call.Changes<Project, ProjectDto>(call.Of(Body)), call.Cancelled)),
        DeclaredTool.Of(
            "update_project", "Update project", "Changes a project; active false archives it.", ToolKind.Updates, [Project, Body],
            call => call.Get<ProjectService>().UpdateAsync(call.Of(Project)!, kind: null, call.Changes<Project, ProjectDto>(call.Of(Body)), call.Cancelled)),
        DeclaredTool.Of(
            "archive_project", "Archive project", "Archives a project with all below it: nobody but administrators sees it then. update_project with active true brings it back.",
            ToolKind.Updates, [Project], call => call.Get<ProjectService>().UpdateAsync(
                call.Of(Project)!, kind: null, call.Changes<Project, ProjectDto>(new JsonObject { ["active"] = false }), call.Cancelled)),
        new DeclaredTool(
            "copy_project", "Copy project", "Orders a copy of a project, and answers the job that makes it: ask get_job how far it is.", ToolKind.Creates, [Project, Copied], ToolOutput.One(typeof(JobDto)), CopyAsync),
        DeclaredTool.Of(
            "get_job", "Get job", "How far something is that takes its time, and the project that came of it.", ToolKind.Reads, [Job],
            call => call.Get<JobStatusService>().FindAsync(Guid.TryParse(call.Of(Job), out var id) ? id : throw new ProblemException(new Problem.NotFound()), call.Cancelled)),
    ];

    private static async Task<ToolResult> CopyAsync(ToolCall call)
    {
        var job = await call.Get<ProjectCopyService>().StartAsync(call.Of(Project)!, call.Changes<Project, ProjectDto>(call.Of(Copied)), call.Cancelled);
        var document = await call.Get<JobStatusService>().FindAsync(Guid.Parse(job), call.Cancelled);
        return new ToolResult((json, scope) => scope.WriteDocument(json, document));
    }
}
