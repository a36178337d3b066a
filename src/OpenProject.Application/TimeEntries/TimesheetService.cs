using OpenProject.Application.Common;
using OpenProject.Application.Projects;
using OpenProject.Application.Queries;
using OpenProject.Domain.TimeEntries;

namespace OpenProject.Application.TimeEntries;

/// <summary>Sums up the time that the viewer may see: two statements, however much there is.</summary>
public sealed class TimesheetService(ResourceReader reader, TimeEntryResource resource, WorkspaceService workspaces, GuardedReads guard)
{
    /// <summary>The longest interval, in days.</summary>
    public const int MostDays = 366;

    /// <summary>The most sums.</summary>
    public const int MostRows = 400;

    /// <summary>
    /// The time of an interval; leaves as forbidden for those who may see none anywhere, as not found where the workspace is not visible, and as a
    /// bad request when the interval ends before it begins or is too long.
    /// </summary>
    /// <param name="key">What it is summed up by.</param>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day.</param>
    /// <param name="workspace">The workspace in which it was spent, by id or identifier; null for any.</param>
    /// <param name="userId">Whose it is; null for anybody's.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Timesheet> SumAsync(TimesheetKey key, DateOnly from, DateOnly to, string? workspace, long? userId, CancellationToken cancellationToken)
    {
        if (to < from || to.DayNumber - from.DayNumber >= MostDays)
            throw new ProblemException(new Problem.BadRequest($"The interval must end after it begins, and have at most {MostDays} days."));
        await guard.RequireAsync(TimeEntryRights.SeeAnyOf);
        var rows = reader.Visible(resource).Where(t => t.SpentOn >= from && t.SpentOn <= to);
        if (workspace is not null && await workspaces.IdOfAsync(workspace, cancellationToken) is var projectId)
            rows = rows.Where(t => t.ProjectId == projectId);
        if (userId is { } user)
            rows = rows.Where(t => t.UserId == user);
        var sums = await reader.Store.ListAsync(SummedBy(key, rows).Take(MostRows + 1), cancellationToken);
        var all = await reader.Store.FirstOrDefaultAsync(
            rows.GroupBy(_ => 1).Select(g => new TimesheetRow { Entries = g.Count(), Minutes = g.Sum(t => (long)(t.Minutes ?? 0)) }), cancellationToken);
        return new Timesheet([.. sums.Take(MostRows)], sums.Count > MostRows, all?.Entries ?? 0, all?.Minutes ?? 0);
    }

    private static IQueryable<TimesheetRow> SummedBy(TimesheetKey key, IQueryable<TimeEntry> rows) => key switch
    {
        TimesheetKey.Day => rows.GroupBy(t => t.SpentOn).OrderBy(g => g.Key)
            .Select(g => new TimesheetRow { Day = g.Key, Entries = g.Count(), Minutes = g.Sum(t => (long)(t.Minutes ?? 0)) }),
        TimesheetKey.User => rows.GroupBy(t => new { t.UserId, t.User.Name }).OrderByDescending(g => g.Sum(t => (long)(t.Minutes ?? 0))).ThenBy(g => g.Key.UserId)
            .Select(g => new TimesheetRow { Id = g.Key.UserId, Name = g.Key.Name, Entries = g.Count(), Minutes = g.Sum(t => (long)(t.Minutes ?? 0)) }),
        _ => rows.GroupBy(t => new { t.ProjectId, t.Project.Name }).OrderByDescending(g => g.Sum(t => (long)(t.Minutes ?? 0))).ThenBy(g => g.Key.ProjectId)
            .Select(g => new TimesheetRow { Id = g.Key.ProjectId, Name = g.Key.Name, Entries = g.Count(), Minutes = g.Sum(t => (long)(t.Minutes ?? 0)) }),
    };
}
