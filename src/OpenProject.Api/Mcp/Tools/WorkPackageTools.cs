using System.Text.Json;
using OpenProject.Application.Common;
using OpenProject.Application.WorkPackages;
using OpenProject.Application.Writes;
using OpenProject.Domain.WorkPackages;

namespace OpenProject.Api.Mcp.Tools;

/// <summary>Tools about work packages.</summary>
internal static class WorkPackageTools
{
    private const string BodyText =
        "The attributes as API v3 takes them: {\"subject\":\"...\",\"description\":{\"raw\":\"...\"},\"dueDate\":\"2027-12-31\",\"_links\":{\"project\":{\"href\":\"/api/v3/projects/1\"},"
        + "\"type\":{\"href\":\"/api/v3/types/1\"},\"assignee\":{\"href\":\"/api/v3/users/2\"}}}.";

    /// <summary>What is told of a work package in short.</summary>
    public static readonly IReadOnlySet<string> Condensed = new HashSet<string>(StringComparer.Ordinal)
    {
        "_type", "id", "displayId", "subject", "lockVersion", "startDate", "dueDate", "date", "derivedStartDate", "derivedDueDate", "createdAt", "updatedAt",
        "project", "status", "type", "author", "assignee",
    };

    /// <summary>How much is told of each.</summary>
    public static readonly Argument<string> Detail = Arguments.OneOf("level_of_detail", "How much is told of each: condensed, the default, or full.", ["condensed", "full"]);

    /// <summary>One of them.</summary>
    public static readonly Argument<long> Id = Arguments.WorkPackage("id", "The work package.").Required();
    private static readonly Argument<JsonElement> NewBody = Arguments.Body("data", BodyText).Required();

    /// <summary>What changes of one, with its lock version.</summary>
    public static readonly Argument<JsonElement> ChangedBody = Arguments.Body("data", BodyText + " Only what changes, and lockVersion as it was read.").Required();

    /// <summary>All of them.</summary>
    public static IReadOnlyList<DeclaredTool> All { get; } =
    [
        DeclaredTool.Search(
            "search_work_packages", "Search work packages", "Finds work packages that you may see. All conditions must hold; without any, all are listed, closed ones too.", 40,
            [
                Condition.Ids("id", "One work package or several.", "id"),
                Condition.Id("project_id", "Those of this project.", "project"),
                Condition.Id("status_id", "Those with this status.", "status"),
                Condition.Id("type_id", "Those of this type.", "type"),
                Condition.Id("author_id", "Those that this user made.", "author"),
                Condition.IdOrNull("assigned_to_id", "Those that this user or group works on; null for those that nobody does.", "assignee"),
                Condition.Part("subject", "A part of the subject, whatever the case.", "subject"),
                Condition.IdOrNull("version_id", "Those planned for this version; null for those planned for none.", "version"),
            ],
            [Detail],
            (call, query) => call.Get<WorkPackageListService>().ListOfAsync(query, call.Cancelled),
            MembersOf) with
        {
            IsPublished = true,
        },
        DeclaredTool.Of(
            "create_work_package", "Create work package", "Makes a work package. Needs a subject, a project and a type that the project has.", ToolKind.Creates, [NewBody],
            call => call.Get<WorkPackageService>().CreateAsync(call.Changes<WorkPackage, WorkPackageDto>(call.Of(NewBody)), projectId: null, call.Cancelled)) with
        {
            IsPublished = true, CanKeepQuiet = true,
        },
        DeclaredTool.Of(
            "update_work_package", "Update work package", "Changes attributes of a work package. Read it first: data needs the lockVersion that you saw.", ToolKind.Updates, [Id, ChangedBody],
            UpdateAsync) with
        {
            IsPublished = true, CanKeepQuiet = true,
        },
    ];

    /// <summary>The members that are told of each as <see cref="Detail"/> says; null for all.</summary>
    public static IReadOnlySet<string>? MembersOf(ToolCall call) => call.Of(Detail) == "full" ? null : Condensed;

    /// <summary>Changes one.</summary>
    /// <exception cref="ProblemException">Without lock version, or for the reasons of API v3.</exception>
    public static Task<Application.Resources.Document<WorkPackageDto>> UpdateAsync(ToolCall call)
    {
        var (id, changes) = ChangesOf(call);
        return call.Get<WorkPackageService>().UpdateAsync(id, changes, call.Cancelled);
    }

    /// <summary>What changes of which.</summary>
    /// <exception cref="ProblemException">There is no lock version.</exception>
    public static (long Id, ChangeSet<WorkPackage, WorkPackageDto> Changes) ChangesOf(ToolCall call)
    {
        var data = call.Of(ChangedBody);
        return data.TryGetProperty("lockVersion", out var version) && version.ValueKind == JsonValueKind.Number
            ? (call.Of(Id), call.Changes<WorkPackage, WorkPackageDto>(data))
            : throw new ProblemException(new Problem.BadRequest("data.lockVersion is missing: read the work package, and send the number that it has."));
    }
}
