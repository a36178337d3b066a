using OpenProject.Domain.WorkPackages.Scheduling;

namespace OpenProject.Application.WorkPackages;

/// <summary>Finds and stores what rescheduling moves, by set-based statements in the caller's transaction.</summary>
public interface IScheduleTable
{
    /// <summary>
    /// All that may have to move when some work packages have changed, these included: what spans them, what follows them or
    /// what spans them, and so on, as far as it is scheduled automatically. One statement.
    /// </summary>
    Task<List<long>> ReachedFromAsync(IReadOnlyCollection<Unsettled> changed, CancellationToken cancellationToken);

    /// <summary>
    /// Stores the dates and modes of work packages, each with its lock version, the time of its change and a journal. A few
    /// statements for hundreds of them.
    /// </summary>
    /// <param name="moved">Their new state.</param>
    /// <param name="actorId">Who brought it about.</param>
    /// <param name="now">When, UTC.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task StoreAsync(IReadOnlyList<ScheduledWork> moved, long actorId, DateTime now, CancellationToken cancellationToken);
}
