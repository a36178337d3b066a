using System.Linq.Expressions;

namespace OpenProject.Application.Common;

/// <summary>Runs the queries that Application composes; only Infrastructure knows how. Rows are never tracked.</summary>
public interface IReadStore
{
    /// <summary>
    /// All rows of an entity, whoever asks. Visibility is the caller's duty: resources declare theirs, and an
    /// architecture test limits who may call this.
    /// </summary>
    IQueryable<T> Rows<T>()
        where T : class;

    /// <summary>The rows of a query, in one statement.</summary>
    Task<List<T>> ListAsync<T>(IQueryable<T> query, CancellationToken cancellationToken);

    /// <summary>The first row of a query, or null.</summary>
    Task<T?> FirstOrDefaultAsync<T>(IQueryable<T> query, CancellationToken cancellationToken);

    /// <summary>The number of rows of a query.</summary>
    Task<int> CountAsync<T>(IQueryable<T> query, CancellationToken cancellationToken);

    /// <summary>Whether a query has any row.</summary>
    Task<bool> AnyAsync<T>(IQueryable<T> query, CancellationToken cancellationToken);

    /// <summary>
    /// The ids that a query names, in no particular order. Null where they are more than are worth a list, and where the database
    /// knows by itself when few are meant.
    /// </summary>
    /// <param name="ids">The query, over an index that finds its rows without passing over others.</param>
    IReadOnlyList<long>? Few(IQueryable<long> ids) => null;

    /// <summary>
    /// The ids of the work packages in one of whose texts a word may occur: of all in which it does, and of others; whoever asks. Null
    /// where no index tells, as the database has none or the word is too short for it, and where there are more than are worth a list.
    /// </summary>
    /// <param name="word">The word, which may be a part of a longer one.</param>
    /// <param name="places">The texts.</param>
    IReadOnlyList<long>? WorkPackagesWith(string word, WordPlaces places) => null;

    /// <summary>
    /// The rows that a fixed query finds for some ids, in no particular order. The query is translated once per process, so
    /// it is for what every request asks; the expression must be one object, kept in a static field.
    /// </summary>
    /// <param name="query">The query over the store's rows and the ids.</param>
    /// <param name="ids">The ids.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<List<T>> ListByIdsAsync<T>(
        Expression<Func<IReadStore, List<long>, IQueryable<T>>> query, List<long> ids, CancellationToken cancellationToken) =>
        ListAsync(query.Compile()(this, ids), cancellationToken);

    /// <summary>The same for a query that also asks about one other row: usually the viewer.</summary>
    /// <param name="query">The query over the store's rows, the ids and the other id.</param>
    /// <param name="ids">The ids.</param>
    /// <param name="other">The other id.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<List<T>> ListByIdsAsync<T>(
        Expression<Func<IReadStore, List<long>, long, IQueryable<T>>> query, List<long> ids, long other, CancellationToken cancellationToken) =>
        ListAsync(query.Compile()(this, ids, other), cancellationToken);
}
