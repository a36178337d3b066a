using System.Globalization;
using OpenProject.Domain.Grids;
using OpenProject.Domain.SavedQueries;
using OpenProject.Domain.Views;

namespace OpenProject.Infrastructure.Seeding;

/// <summary>Ways to look at the demo project that everybody sees: its plan, its milestones, its tasks, its team, and a board.</summary>
internal static class DemoQueries
{
    private static readonly string[] Statuses = ["New", "In progress", "On hold", "Closed"];
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

    /// <summary>Stores a board that lists the work packages by status, and the queries of its lists.</summary>
    public static async Task AddBoardAsync(DemoWriter writer, long projectId, long ownerId, BaseData data, CancellationToken cancellationToken)
    {
        var lists = Statuses.Select(data.Status).Select(status => (Status: Text(status.Id), Query: SavedQuery.Create(ownerId, projectId, status.Name, data.Now))).ToList();
        foreach (var (status, query) in lists)
        {
            query.Publish(isPublic: true);
            query.FilterBy([new QueryFilter("status", "=", [status])]);
            query.ShowColumns(Columns);
            query.OrderBy([new QuerySort("id", Descending: false)]);
        }

        await writer.AddAsync(lists.Select(list => list.Query), cancellationToken);
        var board = Grid.Board(projectId, "Kanban board", data.Now);
        board.Keep("""{"type":"action","attribute":"status"}""");
        board.HaveColumns(lists.Count);
        board.Arrange([.. lists.Select((list, index) => new GridWidget(
            null,
            Grid.ListWidget,
            StartRow: 1,
            EndRow: 2,
            index + 1,
            index + 2,
            $$$"""{"queryId":{{{Text(list.Query.Id)}}},"filters":[{"status":{"operator":"=","values":["{{{list.Status}}}"]}}]}"""))]);
        await writer.AddAsync([board], cancellationToken);
    }

    private static string Text(long id) => id.ToString(CultureInfo.InvariantCulture);

    private static QueryFilter Open => new("status", "o", []);
}
