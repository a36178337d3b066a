using Microsoft.EntityFrameworkCore;
using OpenProject.Application.Common;
using OpenProject.Domain.Common;
using OpenProject.Infrastructure.Persistence;

namespace OpenProject.Infrastructure.Projects;

/// <summary>
/// Copies rows in the order of their ids, some at a time: however many there are, one batch of them is in memory. It reads on where the last batch
/// ended, so it needs no list of all ids; what is stored meanwhile is copied too if it comes after what was read.
/// </summary>
internal sealed class BatchedCopies(OpenProjectDbContext context, IUnitOfWork unitOfWork)
{
    /// <summary>How many rows are in memory, where nothing else is said.</summary>
    public const int Size = 250;

    /// <summary>Copies all rows of a query, and returns nothing of them.</summary>
    /// <param name="sources">The rows; their copies must not be among them.</param>
    /// <param name="copy">Makes the copy of one; null for none.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task CopyAsync<TRow>(IQueryable<TRow> sources, Func<TRow, TRow?> copy, CancellationToken cancellationToken)
        where TRow : AggregateRoot =>
        EachAsync(sources, Size, batch => StoreAsync(batch.Select(copy).OfType<TRow>(), cancellationToken), cancellationToken);

    /// <summary>Copies all rows of a query.</summary>
    /// <returns>The id of each row with that of its copy.</returns>
    public async Task<IReadOnlyDictionary<long, long>> CopyAllAsync<TRow>(IQueryable<TRow> sources, Func<TRow, TRow> copy, CancellationToken cancellationToken)
        where TRow : AggregateRoot
    {
        var ids = new Dictionary<long, long>();
        await EachAsync(sources, Size, batch => CopyBatchAsync(batch, copy, ids, cancellationToken), cancellationToken);
        return ids;
    }

    /// <summary>Copies rows that are in memory, and notes whose copy is which.</summary>
    public async Task CopyBatchAsync<TRow>(
        IReadOnlyList<TRow> batch, Func<TRow, TRow> copy, Dictionary<long, long> ids, CancellationToken cancellationToken)
        where TRow : AggregateRoot
    {
        List<TRow> made = [.. batch.Select(copy)];
        await StoreAsync(made, cancellationToken);
        foreach (var (source, its) in batch.Zip(made))
            ids[source.Id] = its.Id;
    }

    /// <summary>Reads all rows of a query, and hands over each batch.</summary>
    public static async Task EachAsync<TRow>(IQueryable<TRow> sources, int size, Func<IReadOnlyList<TRow>, Task> copy, CancellationToken cancellationToken)
        where TRow : AggregateRoot
    {
        var after = 0L;
        List<TRow> batch;
        do
        {
            batch = await sources.Where(row => row.Id > after).OrderBy(row => row.Id).Take(size).ToListAsync(cancellationToken);
            if (batch.Count == 0)
                return;
            after = batch[^1].Id;
            await copy(batch);
        }
        while (batch.Count == size);
    }

    /// <summary>Stores new rows, and forgets them.</summary>
    public async Task StoreAsync(IEnumerable<AggregateRoot> made, CancellationToken cancellationToken)
    {
        context.AddRange(made);
        await unitOfWork.SaveAsync(cancellationToken);
        context.ChangeTracker.Clear();
    }
}
