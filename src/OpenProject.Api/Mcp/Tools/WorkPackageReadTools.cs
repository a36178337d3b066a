using System.Text.Json;
using OpenProject.Api.Hal;
using OpenProject.Application.Common;
using OpenProject.Application.Projects;
using OpenProject.Application.Queries;
using OpenProject.Application.Relations;
using OpenProject.Application.Resources;
using OpenProject.Application.WorkPackages;

namespace OpenProject.Api.Mcp.Tools;

/// <summary>Tools that read work packages in ways that OpenProject's do not, and the one that removes them.</summary>
internal static class WorkPackageReadTools
{
    private const int Most = 100;
    private const int PageSize = 40;

    private static readonly Argument<IReadOnlyList<long>> Ids = Arguments.Ids("ids", "The work packages.", Most).Required();
    private static readonly Argument<JsonElement> Filters = Arguments.List("filters", "Conditions as API v3 takes them: [{\"status\":{\"operator\":\"o\",\"values\":[]}}]; open ones when not given.");
    private static readonly Argument<JsonElement> SortBy = Arguments.List("sort_by", "The order as API v3 takes it: [[\"updatedAt\",\"desc\"]].");
    private static readonly Argument<string> GroupBy = Arguments.Name("group_by", "Counts by this attribute too: status, type, assignee, priority, project, version...");
    private static readonly Argument<bool> ShowSums = Arguments.Flag("show_sums", "Whether to add up work and remaining work.");
    private static readonly Argument<string> Project = Arguments.Key("project", "Those of this project and the projects below it: its id or identifier.");
    private static readonly Argument<bool> Confirm = Arguments.Flag("confirm", "Whether to remove it; otherwise it is only told what would be removed.");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<DeclaredTool> All { get; } =
    [
        new DeclaredTool(
            "get_work_package", "Get work package", "A work package with its whole description, its parents and children, and how many relations it has of each kind.", ToolKind.Reads,
            [WorkPackageTools.Id], ToolOutput.OneWith(typeof(WorkPackageDto), ("relations", "object")), GetAsync),
        DeclaredTool.Search(
            "get_work_packages", "Get work packages", "Several work packages at once; those that you may not see are left out.", Most, [], [Ids, WorkPackageTools.Detail],
            (call, query) => call.Get<WorkPackageListService>().ListOfAsync(query.Filtered(new FilterClause("id", "=", [.. call.Of(Ids)!.Select(ValueText.Of)])), call.Cancelled), WorkPackageTools.MembersOf),
        DeclaredTool.Search(
            "query_work_packages", "Query work packages", "Finds work packages by any filter of API v3, in any order, with counts and sums.", PageSize, [],
            [Filters, SortBy, GroupBy, ShowSums, Project, WorkPackageTools.Detail], QueryAsync, WorkPackageTools.MembersOf),
        DeclaredTool.Search(
            "list_my_work_packages", "List my work packages", "Open work packages that you are to work on, the most urgent first.", PageSize, [], [WorkPackageTools.Detail],
            (call, query) => call.Get<WorkPackageListService>().ListOfAsync(
                query.Filtered(new FilterClause("status", "o", []), new FilterClause("assignee", "=", ["me"])) with { Sorts = [new SortClause("dueDate", IsDescending: false)] }, call.Cancelled),
            WorkPackageTools.MembersOf),
        new DeclaredTool(
            "delete_work_package", "Delete work package", "Removes a work package with all below it, for good, also what you do not see. Without confirm it tells what would be removed.", ToolKind.Removes,
            [WorkPackageTools.Id, Confirm], ToolOutput.Previewed(typeof(WorkPackageDto)), DeleteAsync),
    ];

    private static async Task<ToolResult> GetAsync(ToolCall call)
    {
        var id = call.Of(WorkPackageTools.Id);
        var document = await call.Get<WorkPackageService>().FindPlainAsync(id, call.Cancelled);
        var relations = await call.Get<RelationService>().CountsOfAsync(id, call.Cancelled);
        return new ToolResult((json, scope) =>
        {
            json.WriteStartObject();
            scope.WriteMembers(json, document);
            json.WriteStartObject("relations");
            foreach (var (kind, count) in relations)
                json.WriteNumber(kind, count);
            json.WriteEndObject();
            json.WriteEndObject();
        });
    }

    private static async Task<Page<WorkPackageDto>> QueryAsync(ToolCall call, CollectionQuery query)
    {
        var filters = call.Has(Filters)
            ? FilterText.Parse(call.Of(Filters)) ?? throw new ProblemException(new Problem.BadRequest("filters must be a list of objects like {\"status\":{\"operator\":\"o\",\"values\":[]}}."))
            : [new FilterClause("status", "o", [])];
        var sorts = call.Has(SortBy)
            ? SortText.Parse(call.Of(SortBy)) ?? throw new ProblemException(new Problem.BadRequest("sort_by must be a list of pairs like [\"updatedAt\",\"desc\"]."))
            : [];
        if (filters.Count > FilteredRequestValidator.MostFilters || filters.Any(f => f.Values.Count > FilteredRequestValidator.MostValues) || sorts.Count > CollectionRequestValidator.MostSorts)
            throw new ProblemException(new Problem.BadRequest("filters and sort_by must be shorter."));
        query = query.Filtered([.. filters]) with { Sorts = sorts, GroupBy = call.Of(GroupBy), ShowSums = call.Of(ShowSums) };
        return call.Of(Project) is { } project
            ? await call.Get<WorkspaceWorkPackageService>().ListAsync(project, query.Within(project), call.Cancelled)
            : await call.Get<WorkPackageListService>().ListOfAsync(query, call.Cancelled);
    }

    private static async Task<ToolResult> DeleteAsync(ToolCall call)
    {
        var (workPackages, id) = (call.Get<WorkPackageService>(), call.Of(WorkPackageTools.Id));
        var (document, below) = await workPackages.FindRemovableAsync(id, call.Cancelled);
        var isPreview = !call.Of(Confirm);
        if (!isPreview)
            await workPackages.DeleteAsync(id, call.Cancelled);
        return new ToolResult((json, scope) =>
        {
            json.WriteStartObject();
            json.WriteBoolean("preview", isPreview);
            json.WriteNumber("below", below);
            if (isPreview)
                json.WriteString("hint", "Nothing was removed. Call it again with confirm true to remove it and all below it: below counts those that you see, others go too.");
            scope.WriteSelected(json, document, WorkPackageTools.Condensed);
            json.WriteEndObject();
        });
    }
}
