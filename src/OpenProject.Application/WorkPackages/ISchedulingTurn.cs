using OpenProject.Application.Common;

namespace OpenProject.Application.WorkPackages;

/// <summary>
/// The turn to change when work packages happen or what they wait for: what is found out about the whole while one has it
/// still holds when it is stored.
/// </summary>
public interface ISchedulingTurn
{
    /// <summary>
    /// Waits for the turn, inside a transaction that keeps it to its end. Leaves as <see cref="Problem.Conflict"/> when
    /// others do not come to an end.
    /// </summary>
    Task TakeAsync(CancellationToken cancellationToken);

    /// <summary>Runs a write in a transaction that has the turn from its beginning.</summary>
    Task WriteAsync(IUnitOfWork unitOfWork, Func<CancellationToken, Task> write, CancellationToken cancellationToken) => unitOfWork.InTransactionAsync(
        async token =>
        {
            await TakeAsync(token);
            await write(token);
        },
        cancellationToken);
}
