namespace OpenProject.Application.Installations;

/// <summary>
/// The installation once it is known, for the life of the process: it never changes while servers run. Requests that
/// come while it is read wait for the one reading; a reading that failed is repeated by the next request.
/// </summary>
public sealed class KnownInstallation : IDisposable
{
    private readonly SemaphoreSlim turn = new(1, 1);
    private volatile InstallationDto? known;

    /// <summary>The installation, read when it is not known yet.</summary>
    public async ValueTask<InstallationDto> GetAsync(Func<CancellationToken, Task<InstallationDto>> read, CancellationToken cancellationToken)
    {
        if (known is { } found)
            return found;

        await turn.WaitAsync(cancellationToken);
        try
        {
            return known ??= await read(cancellationToken);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => turn.Dispose();
}
