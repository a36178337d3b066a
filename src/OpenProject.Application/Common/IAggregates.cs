namespace OpenProject.Application.Common;

/// <summary>The write door to one kind of aggregate: loads it whole and tracked, adds and removes it.</summary>
public interface IAggregates<T>
    where T : class
{
    /// <summary>The aggregate with that id, tracked, with all that belongs to it; null when there is none.</summary>
    Task<T?> FindAsync(long id, CancellationToken cancellationToken);

    /// <summary>The aggregates with these ids, tracked, in no particular order.</summary>
    Task<IReadOnlyList<T>> FindManyAsync(IReadOnlyCollection<long> ids, CancellationToken cancellationToken);

    /// <summary>Adds a new aggregate; stored by <see cref="IUnitOfWork.SaveAsync"/>.</summary>
    void Add(T aggregate);

    /// <summary>Removes an aggregate; gone with <see cref="IUnitOfWork.SaveAsync"/>.</summary>
    void Remove(T aggregate);
}
