using Microsoft.EntityFrameworkCore;
using OpenProject.Application.Common;
using OpenProject.Domain.Common;

namespace OpenProject.Infrastructure.Persistence;

/// <summary>
/// Loads any aggregate by its id. What belongs to it is owned (<c>OwnsOne</c>, <c>OwnsMany</c>) or a navigation that its
/// configuration marks with <c>AutoInclude()</c>. A slice whose loading needs more registers its own <c>*Aggregates</c>.
/// </summary>
internal sealed class EfAggregates<T>(OpenProjectDbContext context) : IAggregates<T>
    where T : class
{
    private IQueryable<T> Tracked => context.Set<T>().AsTracking();

    public Task<T?> FindAsync(long id, CancellationToken cancellationToken) =>
        Tracked.FirstOrDefaultAsync(aggregate => EF.Property<long>(aggregate, nameof(AggregateRoot.Id)) == id, cancellationToken);

    public async Task<IReadOnlyList<T>> FindManyAsync(IReadOnlyCollection<long> ids, CancellationToken cancellationToken)
    {
        if (ids.Count == 0)
            return [];

        return await Tracked
            .Where(aggregate => ids.Contains(EF.Property<long>(aggregate, nameof(AggregateRoot.Id))))
            .ToListAsync(cancellationToken);
    }

    public void Add(T aggregate) => context.Add(aggregate);

    public void Remove(T aggregate) => context.Remove(aggregate);
}
