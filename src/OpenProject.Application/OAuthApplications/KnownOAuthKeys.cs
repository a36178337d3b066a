namespace OpenProject.Application.OAuthApplications;

/// <summary>
/// The keys once they are known, for the life of the process: they never change. Requests that come while they are read
/// wait for the one reading; a reading that failed is repeated by the next request.
/// </summary>
public sealed class KnownOAuthKeys : IDisposable
{
    private readonly SemaphoreSlim turn = new(1, 1);
    private volatile OAuthKeySet? known;

    /// <summary>The keys.</summary>
    /// <exception cref="InvalidOperationException"><see cref="LearnAsync"/> was not awaited before.</exception>
    public OAuthKeySet Keys => known ?? throw new InvalidOperationException("The keys of the authorization server have not been read yet.");

    /// <summary>Reads them, if that was not done yet.</summary>
    /// <exception cref="Common.ProblemException">The database cannot answer.</exception>
    public async ValueTask LearnAsync(IOAuthKeys stored, CancellationToken cancellationToken)
    {
        if (known is not null)
            return;
        await turn.WaitAsync(cancellationToken);
        try
        {
            known ??= await stored.GetAsync(cancellationToken);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => turn.Dispose();
}
