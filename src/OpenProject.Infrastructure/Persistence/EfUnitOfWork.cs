using System.Runtime.ExceptionServices;
using Microsoft.EntityFrameworkCore;
using OpenProject.Application.Common;
using OpenProject.Domain.Common;
using OpenProject.Infrastructure.WorkPackages;

namespace OpenProject.Infrastructure.Persistence;

/// <summary>Saves the scope's tracked changes; one writer at a time where the database wants it so.</summary>
internal sealed class EfUnitOfWork(OpenProjectDbContext context, ICurrentActor actor, WriteGate gate, ChangeSignal signal, StatusKinds statusKinds) : IUnitOfWork
{
    // What the transaction has saved so far is content and nothing else; null when it has saved nothing by tracking.
    private bool? isContentOnly;

    private bool InTransaction => context.Database.CurrentTransaction is not null;

    public async Task SaveAsync(CancellationToken cancellationToken)
    {
        // A transaction holds the turn already; it is not re-entrant.
        using var turn = InTransaction ? default : await gate.EnterAsync(cancellationToken);
        (context.ActorId, context.Agent, context.IsQuiet) = (actor.Id, actor.Agent, actor.IsQuiet);
        var changed = context.ChangeTracker.Entries().Where(entry => entry.State != EntityState.Unchanged).ToList();
        try
        {
            await RunningJournals.LoadAsync(context, cancellationToken);
            await statusKinds.SettleAsync(changed, context, cancellationToken);
            await context.SaveChangesAsync(cancellationToken);
            if (changed.Count == 0)
                return;
            isContentOnly = (isContentOnly ?? true) && changed.TrueForAll(entry => entry.Entity is IContent);
            if (!InTransaction)
                Tell();
        }
        catch (DbUpdateException exception) when (DatabaseRefusal.ProblemOf(exception, context.Model) is { } problem)
        {
            throw new ProblemException(problem);
        }
        finally
        {
            (context.ActorId, context.Agent, context.IsQuiet) = (null, null, false);
        }
    }

    public void Forget()
    {
        if (context.ChangeTracker.HasChanges())
            throw new InvalidOperationException("Changes have not been saved; they would be lost.");
        context.ChangeTracker.Clear();
    }

    public void Discard() => context.ChangeTracker.Clear();

    public async Task InTransactionAsync(Func<CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        if (InTransaction)
        {
            await work(cancellationToken);
            return;
        }

        using var turn = await gate.EnterAsync(cancellationToken);

        // The strategy repeats the work after a transient fault. What was tracked before the work began cannot be
        // made again by repeating it, so then the fault leaves at once instead; that of two writers who blocked each
        // other as what it is for the caller: somebody else was writing.
        var repeatable = !context.ChangeTracker.Entries().Any();
        ExceptionDispatchInfo? fault = null;
        await context.Database.CreateExecutionStrategy().ExecuteAsync(async cancellation =>
        {
            if (repeatable)
                context.ChangeTracker.Clear();

            isContentOnly = null;
            await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
            try
            {
                await work(cancellation);
                await transaction.CommitAsync(cancellation);
                Tell();
            }
            catch (Exception exception) when (!repeatable)
            {
                fault = ExceptionDispatchInfo.Capture(exception);
            }
        }, cancellationToken);
        if (fault is not null && DatabaseRefusal.IsDeadlock(fault.SourceException))
            throw new ProblemException(new Problem.Conflict());
        fault?.Throw();
    }

    // Set-based statements tell nothing of what they change: a transaction of nothing else may have changed anything.
    private void Tell()
    {
        signal.Written(isContentOnly ?? false);
        isContentOnly = null;
    }
}
