namespace OpenProject.Application.Versions;

/// <summary>The work packages that are planned for versions, changed by set-based statements in the caller's transaction.</summary>
public interface IPlannedWork
{
    /// <summary>
    /// Has work packages be planned for no version any longer, each with its lock version, the time of its change and a journal. A few
    /// statements for hundreds of them.
    /// </summary>
    /// <param name="ids">The work packages.</param>
    /// <param name="actorId">Who brought it about.</param>
    /// <param name="now">When, UTC.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task DetachAsync(IReadOnlyCollection<long> ids, long actorId, DateTime now, CancellationToken cancellationToken);

    /// <summary>Has no custom field of anything lead to a version any longer.</summary>
    Task ForgetAsync(long versionId, CancellationToken cancellationToken);
}
