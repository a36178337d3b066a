using System.Globalization;
using OpenProject.Application.Common;

namespace OpenProject.Application.Notifications;

/// <summary>
/// Tells of many at once, in a transaction, and where that fails of half of them at a time: whoever is to blame keeps nobody else from being told.
/// When it fails for very many it is not their fault, and the pass ends.
/// </summary>
internal sealed class Halving(IUnitOfWork unitOfWork)
{
    private const int Most = 20;

    private readonly List<(long Id, Exception Why)> failures = [];

    /// <summary>Tells of some.</summary>
    /// <param name="batch">What to tell of.</param>
    /// <param name="id">What one of them is called.</param>
    /// <param name="tell">Tells of some of them, all or none.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="AggregateException">Of too many nobody could be told.</exception>
    public async Task TellAsync<T>(
        IReadOnlyList<T> batch, Func<T, long> id, Func<IReadOnlyList<T>, CancellationToken, Task> tell, CancellationToken cancellationToken)
    {
        try
        {
            await unitOfWork.InTransactionAsync(token => tell(batch, token), cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            unitOfWork.Discard();
            if (batch.Count > 1)
            {
                var half = batch.Count / 2;
                await TellAsync([.. batch.Take(half)], id, tell, cancellationToken);
                await TellAsync([.. batch.Skip(half)], id, tell, cancellationToken);
                return;
            }

            failures.Add((id(batch[0]), exception));
            if (failures.Count >= Most)
                ThrowIfAny();
        }
    }

    /// <summary>Ends a pass.</summary>
    /// <exception cref="AggregateException">Of some nobody could be told. All others have been.</exception>
    public void ThrowIfAny()
    {
        if (failures.Count == 0)
            return;
        var ids = string.Join(", ", failures.Select(f => f.Id.ToString(CultureInfo.InvariantCulture)));
        throw new AggregateException($"Nobody could be told of {ids}.", failures.Select(f => f.Why));
    }
}
