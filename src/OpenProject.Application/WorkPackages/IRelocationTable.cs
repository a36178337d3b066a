using OpenProject.Domain.WorkPackages;

namespace OpenProject.Application.WorkPackages;

/// <summary>Stores what comes along to another project, by set-based statements in the caller's transaction.</summary>
public interface IRelocationTable
{
    /// <summary>Stores the new places of work packages, each with its lock version, the time of its change and a journal. A few statements for hundreds of them.</summary>
    /// <param name="moved">Them.</param>
    /// <param name="actorId">Who brought it about.</param>
    /// <param name="now">When, UTC.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task StoreAsync(IReadOnlyList<RelocatedWork> moved, long actorId, DateTime now, CancellationToken cancellationToken);

    /// <summary>Has the time that was booked on a work package and on those below it in the same project count in that project, and takes from those below phases of others and places in sprints that they have left.</summary>
    Task TakeAlongAsync(long id, long projectId, CancellationToken cancellationToken);
}
