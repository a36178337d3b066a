using OpenProject.Application.Budgets;
using OpenProject.Application.Categories;
using OpenProject.Application.Queries;
using OpenProject.Application.SavedQueries;
using OpenProject.Application.WorkSchedule;

namespace OpenProject.Api.Mcp.Tools.Sets;

/// <summary>Tools that tell how things are ordered.</summary>
internal static class OverviewTools
{
    private static readonly Argument<string> Project = Arguments.Key("project", "The project: its id or identifier.").Required();
    private static readonly Argument<DateOnly> From = Arguments.Day("from", "The first day.").Required();
    private static readonly Argument<DateOnly> To = Arguments.Day("to", "The last day.").Required();

    /// <summary>All of them.</summary>
    public static IReadOnlyList<DeclaredTool> All { get; } =
    [
        DeclaredTool.Whole(
            "list_saved_queries", "List saved queries", "Stored queries of work packages that you may see.", [],
            (call, query) => call.Get<SavedQueryService>().ListAsync(query, call.Cancelled)),
        DeclaredTool.Whole(
            "list_categories", "List categories", "The categories of a project's work packages.", [Project],
            (call, query) => call.Get<CategoryService>().ListInAsync(call.Of(Project)!, query.Within(call.Of(Project)!), call.Cancelled)),
        DeclaredTool.Whole(
            "list_budgets", "List budgets", "The budgets of a project.", [Project],
            (call, query) => call.Get<BudgetService>().ListOfAsync(call.Of(Project)!, query.Within(call.Of(Project)!), call.Cancelled)),
        DeclaredTool.Whole(
            "list_working_days", "List working days", "The days of an interval that are worked on.", [From, To],
            (call, query) => call.Get<DayService>().ListAsync(
                query.Filtered(new FilterClause("date", "<>d", [ValueText.Of(call.Of(From)), ValueText.Of(call.Of(To))]), new FilterClause("working", "=", ["t"])), call.Cancelled)),
    ];
}
