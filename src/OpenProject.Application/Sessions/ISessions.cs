namespace OpenProject.Application.Sessions;

/// <summary>The stored sessions.</summary>
public interface ISessions
{
    /// <summary>The session with that hash, unless it is over: unused since that time, UTC, or by what became of its user. One statement.</summary>
    /// <exception cref="Common.ProblemException">The database does not answer: <see cref="Common.Problem.Unavailable"/>.</exception>
    Task<SessionRow?> FindAliveAsync(string tokenHash, DateTime usedSince, CancellationToken cancellationToken);

    /// <summary>Takes note that the session was used at that time, UTC, unless a later use is noted already.</summary>
    Task NoteUseAsync(long sessionId, DateTime usedAt, CancellationToken cancellationToken);

    /// <summary>Ends the sessions of a user that were last used before that time, UTC, or all of them; in the caller's transaction.</summary>
    Task EndAsync(long userId, DateTime? usedBefore, CancellationToken cancellationToken);
}
