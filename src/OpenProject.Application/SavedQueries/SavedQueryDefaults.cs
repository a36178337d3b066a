using OpenProject.Application.WorkPackages;
using OpenProject.Domain.SavedQueries;

namespace OpenProject.Application.SavedQueries;

/// <summary>What a query shows when nobody has said it.</summary>
internal static class SavedQueryDefaults
{
    private static readonly string[] Columns = ["id", "subject", "type", "status", "assignee", "priority"];

    /// <summary>A query that nobody has stored.</summary>
    public static SavedQuery New(long userId, long? projectId, WorkPackageResource workPackages, DateTime now)
    {
        var query = SavedQuery.Draft(userId, now);
        query.LookAt(projectId);
        Complete(query, workPackages, takesFilters: true);
        return query;
    }

    /// <summary>Gives a query the columns and the order that it lacks.</summary>
    /// <param name="query">The query.</param>
    /// <param name="workPackages">What there is to show.</param>
    /// <param name="takesFilters">Whether it also takes the filters that apply where none are given.</param>
    public static void Complete(SavedQuery query, WorkPackageResource workPackages, bool takesFilters)
    {
        if (query.Columns.Count == 0)
            query.ShowColumns(Columns);
        if (query.SortBy.Count == 0)
            query.OrderBy([.. workPackages.DefaultOrder.Select(o => new QuerySort(o.Name, o.IsDescending))]);
        if (takesFilters)
            query.FilterBy([.. workPackages.DefaultFilters.Select(f => new QueryFilter(f.Name, f.Operator, f.Values))]);
    }
}
