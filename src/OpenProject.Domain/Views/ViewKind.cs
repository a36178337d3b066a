namespace OpenProject.Domain.Views;

/// <summary>How a view shows the results of its query; stored as its number.</summary>
public enum ViewKind
{
    /// <summary>As a table.</summary>
    WorkPackagesTable = 1,

    /// <summary>As the weeks of a team.</summary>
    TeamPlanner = 2,

    /// <summary>As a calendar.</summary>
    WorkPackagesCalendar = 3,

    /// <summary>As bars over time.</summary>
    Gantt = 4,
}
