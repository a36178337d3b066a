using System.Globalization;
using OpenProject.Domain.SavedQueries;
using OpenProject.Domain.Views;

namespace OpenProject.Infrastructure.Seeding;

/// <summary>Ways to look at the demo project that everybody sees: its plan, its milestones, its tasks, its team.</summary>
internal static class DemoQueries
{
    private static readonly string[] Columns = ["id", "subject", "type", "status", "assignee", "startDate", "dueDate"];

    /// <summary>Stores the queries and their views.</summary>
    public static async Task AddAsync(DemoWriter writer, long projectId, long ownerId, BaseData data, CancellationToken cancellationToken)
    {
        var wanted = new List<(ViewKind Kind, SavedQuery Query)>
        {
            (ViewKind.Gantt, Query("Project plan", isTimeline: true, Open)),
            (ViewKind.WorkPackagesTable, Query("Milestones", isTimeline: true, Open, OfType("Milestone"))),
            (ViewKind.WorkPackagesTable, Query("Tasks", isTimeline: false, Open, OfType("Task"))),
            (ViewKind.TeamPlanner, Query("Team planner", isTimeline: false, new QueryFilter("assignee", "*", []))),
        };
        await writer.AddAsync(wanted.Select(w => w.Query), cancellationToken);
        await writer.AddAsync(wanted.Select(w => View.Create(w.Kind, w.Query.Id, data.Now)), cancellationToken);

        SavedQuery Query(string name, bool isTimeline, params QueryFilter[] filters)
        {
            var query = SavedQuery.Create(ownerId, projectId, name, data.Now);
            query.Publish(isPublic: true);
            query.Star(isTimeline);
            query.ShowTimeline(isTimeline);
            query.FilterBy(filters);
            query.ShowColumns(Columns);
            query.OrderBy([new QuerySort("startDate", Descending: false)]);
            return query;
        }

        QueryFilter OfType(string name) => new("type", "=", [data.Type(name).Id.ToString(CultureInfo.InvariantCulture)]);
    }

    private static QueryFilter Open => new("status", "o", []);
}
