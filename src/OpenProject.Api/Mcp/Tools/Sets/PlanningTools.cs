using System.Text.Json;
using System.Text.Json.Nodes;
using OpenProject.Application.Queries;
using OpenProject.Application.Sprints;
using OpenProject.Application.Versions;
using OpenProject.Application.WorkPackages;
using OpenProject.Domain.Versions;
using OpenProject.Domain.WorkPackages;

namespace OpenProject.Api.Mcp.Tools.Sets;

/// <summary>Tools about sprints, and those that write versions.</summary>
internal static class PlanningTools
{
    private const string BodyText = "As API v3 takes it: {\"name\":\"...\",\"endDate\":\"2027-12-31\",\"_links\":{\"definingProject\":{\"href\":\"/api/v3/projects/1\"}}}.";

    private static readonly Argument<long> Id = Arguments.Id("id", "The version.").Required();
    private static readonly Argument<JsonElement> Body = Arguments.Body("data", BodyText).Required();

    private static readonly Argument<long> Sprint = Arguments.Id("id", "The sprint.").Required();
    private static readonly Argument<string> Project = Arguments.Key("project", "The project: its id or identifier.").Required();
    private static readonly Argument<string> Name = Arguments.Name("name", "What it is called.").Required();
    private static readonly Argument<DateOnly> Start = Arguments.Day("start", "The first day.");
    private static readonly Argument<DateOnly> Finish = Arguments.Day("finish", "The last day.");
    private static readonly Argument<long?> Target = Arguments.IdOrNull("sprint_id", "The sprint; null for none.").Required();
    private static readonly Argument<int> LockVersion = Arguments.Number("lock_version", "The lockVersion of the work package as you read it.", 0, int.MaxValue).Required();

    /// <summary>All of them.</summary>
    public static IReadOnlyList<DeclaredTool> All { get; } =
    [
        DeclaredTool.Search(
            "list_sprints", "List sprints", "Sprints that you may see, to learn their ids.", 40, [Condition.Id("project_id", "Those that this project defines.", "definingWorkspace")], [],
            (call, query) => call.Get<SprintService>().ListAsync(query, call.Cancelled)),
        DeclaredTool.Of(
            "get_sprint", "Get sprint", "A sprint: when it is, and how far.", ToolKind.Reads, [Sprint],
            call => call.Get<SprintService>().FindAsync(call.Of(Sprint), call.Cancelled)),
        DeclaredTool.Search(
            "list_backlog", "List backlog", "Open work packages of a project and the projects below it that no sprint has, the oldest first.", 40, [], [Project, WorkPackageTools.Detail],
            async (call, query) => await call.Get<WorkspaceWorkPackageService>().ListAsync(
                call.Of(Project)!,
                query.Filtered(new FilterClause("status", "o", []), new FilterClause("sprint", "!*", [])).Within(call.Of(Project)!),
                call.Cancelled),
            WorkPackageTools.MembersOf),
        DeclaredTool.Of(
            "move_to_sprint", "Move to sprint", "Plans a work package for a sprint, or for none.", ToolKind.Updates, [WorkPackageTools.Id, Target, LockVersion],
            call => call.Get<WorkPackageService>().UpdateAsync(call.Of(WorkPackageTools.Id), call.Changes<WorkPackage, WorkPackageDto>(Moved(call)), call.Cancelled)) with
        {
            CanKeepQuiet = true,
        },
        DeclaredTool.Of(
            "create_sprint", "Create sprint", "Makes a sprint of a project.", ToolKind.Creates, [Project, Name, Start, Finish],
            call => call.Get<SprintService>().CreateAsync(
                call.Of(Project)!, call.Of(Name)!, call.Has(Start) ? call.Of(Start) : null, call.Has(Finish) ? call.Of(Finish) : null, call.Cancelled)),
        DeclaredTool.Of(
            "create_version", "Create version", "Makes a version of a project.", ToolKind.Creates, [Body],
            call => call.Get<VersionService>().CreateAsync(call.Changes<ProjectVersion, VersionDto>(call.Of(Body)), call.Cancelled)),
        DeclaredTool.Of(
            "update_version", "Update version", "Changes a version, or closes it.", ToolKind.Updates, [Id, Body],
            call => call.Get<VersionService>().UpdateAsync(call.Of(Id), call.Changes<ProjectVersion, VersionDto>(call.Of(Body)), call.Cancelled)),
    ];

    private static JsonObject Moved(ToolCall call) => new()
    {
        ["lockVersion"] = call.Of(LockVersion),
        ["_links"] = new JsonObject { ["sprint"] = new JsonObject { ["href"] = call.Of(Target) is { } id ? SprintResource.Location.Of(id) : null } },
    };
}
