using OpenProject.Application.Queries;

namespace OpenProject.Application.Projects;

/// <summary>How a project stands. What the viewer may not see of it is null.</summary>
/// <param name="ProjectId">The project.</param>
/// <param name="Work">Its work packages, without those of projects below it.</param>
/// <param name="Time">The time booked in it.</param>
/// <param name="Budgets">Its budgets by name.</param>
public sealed record ProjectOverview(long ProjectId, WorkOverview? Work, TimeOverview? Time, IReadOnlyList<Titled>? Budgets);

/// <summary>How the work packages of a project stand.</summary>
/// <param name="Total">How many there are.</param>
/// <param name="Open">Those that are not closed.</param>
/// <param name="Overdue">Open ones whose last day is over, in UTC.</param>
/// <param name="Unassigned">Open ones that nobody is to work on.</param>
/// <param name="EstimatedMinutes">The work of all.</param>
/// <param name="RemainingMinutes">What remains of it.</param>
/// <param name="ByStatus">How many have which status.</param>
/// <param name="ByType">How many are of which type.</param>
public sealed record WorkOverview(
    int Total, int Open, int Overdue, int Unassigned, long EstimatedMinutes, long RemainingMinutes, IReadOnlyList<WorkCount> ByStatus, IReadOnlyList<WorkCount> ByType);

/// <summary>How many work packages have something in common.</summary>
/// <param name="Id">The status or type.</param>
/// <param name="Name">Its name.</param>
/// <param name="Open">Those that are not closed.</param>
/// <param name="Closed">Those that are.</param>
public sealed record WorkCount(long Id, string? Name, int Open, int Closed);

/// <summary>The time booked in a project, as far as the viewer sees it.</summary>
/// <param name="Minutes">All of it.</param>
/// <param name="RecentMinutes">That of the last 30 days, today included, in UTC.</param>
public sealed record TimeOverview(long Minutes, long RecentMinutes);
