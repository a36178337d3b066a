using OpenProject.Infrastructure.Persistence;

namespace OpenProject.Infrastructure.OAuthApplications;

/// <summary>
/// OpenIddict's stores save by themselves; here they wait for their turn to write, and tell what is remembered about tokens
/// that it no longer holds. Inside a transaction of ours both have been seen to.
/// </summary>
internal sealed class OAuthWrites(OpenProjectDbContext context, WriteGate gate, ChangeSignal signal)
{
    private bool InTransaction => context.Database.CurrentTransaction is not null;

    /// <summary>Writes something new, which nothing that is remembered can depend on.</summary>
    public async ValueTask AddAsync(Func<ValueTask> write, CancellationToken cancellationToken)
    {
        using var turn = await TurnAsync(cancellationToken);
        await write();
    }

    /// <summary>Writes a change of what was there.</summary>
    public async ValueTask ChangeAsync(Func<ValueTask> write, CancellationToken cancellationToken)
    {
        using var turn = await TurnAsync(cancellationToken);
        await write();
        Tell();
    }

    /// <summary>Writes a change of what was there, and tells of how many rows.</summary>
    public async ValueTask<long> ChangeAsync(Func<ValueTask<long>> write, CancellationToken cancellationToken)
    {
        using var turn = await TurnAsync(cancellationToken);
        var changed = await write();
        Tell();
        return changed;
    }

    private ValueTask<WriteGate.Turn> TurnAsync(CancellationToken cancellationToken) =>
        InTransaction ? ValueTask.FromResult<WriteGate.Turn>(default) : gate.EnterAsync(cancellationToken);

    private void Tell()
    {
        if (!InTransaction)
            signal.Written(contentOnly: false);
    }
}
