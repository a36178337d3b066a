using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using OpenProject.Application.Common;
using OpenProject.Infrastructure.WorkPackages;

namespace OpenProject.Infrastructure.Persistence;

/// <summary>Runs composed queries on the scope's context, untracked.</summary>
internal sealed class EfReadStore(OpenProjectDbContext context, CompiledQueries compiled) : IReadStore
{
    public IQueryable<T> Rows<T>()
        where T : class => context.Set<T>();

    public Task<List<T>> ListAsync<T>(IQueryable<T> query, CancellationToken cancellationToken) =>
        query.ToListAsync(cancellationToken);

    public Task<T?> FirstOrDefaultAsync<T>(IQueryable<T> query, CancellationToken cancellationToken) =>
        query.FirstOrDefaultAsync(cancellationToken);

    public Task<int> CountAsync<T>(IQueryable<T> query, CancellationToken cancellationToken) =>
        query.CountAsync(cancellationToken);

    public Task<bool> AnyAsync<T>(IQueryable<T> query, CancellationToken cancellationToken) =>
        query.AnyAsync(cancellationToken);

    // SQL Server has statistics of what is in its indexes, and chooses by them.
    public IReadOnlyList<long>? Few(IQueryable<long> ids) =>
        context is SqliteDbContext && ids.Take(WordIndex.Most + 1).ToList() is { Count: <= WordIndex.Most } few ? few : null;

    public IReadOnlyList<long>? WorkPackagesWith(string word, WordPlaces places) => context is SqliteDbContext ? WordIndex.Find(context, word, places) : null;

    public Task<List<T>> ListByIdsAsync<T>(
        Expression<Func<IReadStore, List<long>, IQueryable<T>>> query, List<long> ids, CancellationToken cancellationToken) =>
        compiled.RunAsync(context, query, ids, cancellationToken);

    public Task<List<T>> ListByIdsAsync<T>(
        Expression<Func<IReadStore, List<long>, long, IQueryable<T>>> query, List<long> ids, long other, CancellationToken cancellationToken) =>
        compiled.RunAsync(context, query, ids, other, cancellationToken);
}
