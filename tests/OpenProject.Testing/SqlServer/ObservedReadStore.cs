using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using OpenProject.Application.Common;
using OpenProject.Infrastructure.Persistence;

namespace OpenProject.Testing.SqlServer;

/// <summary>Runs each query, and has the recorder note what SQL Server would have been sent for it.</summary>
internal sealed class ObservedReadStore(IReadStore inner, CommandRecorder recorder) : IReadStore
{
    public IQueryable<T> Rows<T>()
        where T : class => inner.Rows<T>();

    public async Task<List<T>> ListAsync<T>(IQueryable<T> query, CancellationToken cancellationToken)
    {
        await NoteAsync(query, rows: 0, source => source.ToListAsync(cancellationToken));
        return await inner.ListAsync(query, cancellationToken);
    }

    public async Task<T?> FirstOrDefaultAsync<T>(IQueryable<T> query, CancellationToken cancellationToken)
    {
        await NoteAsync(query, rows: 0, source => source.FirstOrDefaultAsync(cancellationToken));
        return await inner.FirstOrDefaultAsync(query, cancellationToken);
    }

    public async Task<int> CountAsync<T>(IQueryable<T> query, CancellationToken cancellationToken)
    {
        await NoteAsync(query, rows: 1, source => source.CountAsync(cancellationToken));
        return await inner.CountAsync(query, cancellationToken);
    }

    public async Task<bool> AnyAsync<T>(IQueryable<T> query, CancellationToken cancellationToken)
    {
        await NoteAsync(query, rows: 1, source => source.AnyAsync(cancellationToken));
        return await inner.AnyAsync(query, cancellationToken);
    }

    // SQL Server is not asked.
    public IReadOnlyList<long>? Few(IQueryable<long> ids) => inner.Few(ids);

    public IReadOnlyList<long>? WorkPackagesWith(string word, WordPlaces places) => inner.WorkPackagesWith(word, places);

    public async Task<List<T>> ListByIdsAsync<T>(
        Expression<Func<IReadStore, List<long>, IQueryable<T>>> query, List<long> ids, CancellationToken cancellationToken)
    {
        await NoteAsync(query.Compile(preferInterpretation: true)(inner, ids), rows: 0, source => source.ToListAsync(cancellationToken));
        return await inner.ListByIdsAsync(query, ids, cancellationToken);
    }

    public async Task<List<T>> ListByIdsAsync<T>(
        Expression<Func<IReadStore, List<long>, long, IQueryable<T>>> query, List<long> ids, long other, CancellationToken cancellationToken)
    {
        await NoteAsync(query.Compile(preferInterpretation: true)(inner, ids, other), rows: 0, source => source.ToListAsync(cancellationToken));
        return await inner.ListByIdsAsync(query, ids, other, cancellationToken);
    }

    private async Task NoteAsync<T>(IQueryable<T> query, int rows, Func<IQueryable<T>, Task> run)
    {
        await using var context = RecordingContext.Open(recorder.Answering(rows));
        await run(QueryTransplant.To(context, query));
    }
}
