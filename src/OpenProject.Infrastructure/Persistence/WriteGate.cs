namespace OpenProject.Infrastructure.Persistence;

/// <summary>
/// SQLite has one writer at a time and makes the others poll; a queue in front of it is fair and costs nothing. On a
/// server that locks by row the gate stands open. It orders the writers of this process only; those of another one
/// still meet the database's own lock.
/// </summary>
internal sealed class WriteGate(bool oneAtATime) : IDisposable
{
    private readonly SemaphoreSlim? turn = oneAtATime ? new SemaphoreSlim(1, 1) : null;

    /// <summary>Waits for the turn to write; disposing the result passes it on.</summary>
    public async ValueTask<Turn> EnterAsync(CancellationToken cancellationToken)
    {
        if (turn is not null)
            await turn.WaitAsync(cancellationToken);
        return new Turn(turn);
    }

    public void Dispose() => turn?.Dispose();

    public readonly struct Turn(SemaphoreSlim? turn) : IDisposable
    {
        public void Dispose() => turn?.Release();
    }
}
