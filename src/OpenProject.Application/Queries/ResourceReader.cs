using System.Linq.Expressions;
using OpenProject.Application.Common;
using OpenProject.Application.Permissions;
using OpenProject.Application.Queries.Filters;
using OpenProject.Application.Resources;

namespace OpenProject.Application.Queries;

/// <summary>
/// Reads resources as their declarations say: visible rows, filters, order, page, projection, each list in one statement,
/// plus one per list of linked rows and one per embedded kind.
/// </summary>
public sealed partial class ResourceReader(
    IReadStore store,
    Access access,
    ResourceRegistry registry,
    Projections projections,
    IEnrichers enrichers,
    CountMemory counts,
    EmbeddedMemory embedded,
    TimeProvider clock)
{
    /// <summary>Who asks.</summary>
    public Access Access => access;

    /// <summary>Rows that conditions may refer to; what is answered goes through <see cref="Visible"/>.</summary>
    public IReadStore Store => store;

    /// <summary>The visible rows of a resource, to compose on.</summary>
    public IQueryable<TEntity> Visible<TEntity, TDto>(Resource<TEntity, TDto> resource)
        where TEntity : class
        where TDto : class, IResourceDto =>
        resource.VisibleTo(store.Rows<TEntity>(), access);

    /// <summary>The one row that a condition names, with what its body embeds; leaves as not found when none is visible.</summary>
    public async Task<Document<TDto>> FindAsync<TEntity, TDto>(
        Resource<TEntity, TDto> resource, Expression<Func<TEntity, bool>> which, CancellationToken cancellationToken)
        where TEntity : class
        where TDto : class, IResourceDto
    {
        var dto = await RowAsync(resource, which, cancellationToken);
        return new Document<TDto>(dto, access, await EmbedAsync(resource, [dto], cancellationToken));
    }

    /// <summary>The resource with that id, with what its body embeds; leaves as not found when it is not visible.</summary>
    public async Task<Document<TDto>> FindAsync<TEntity, TDto>(Resource<TEntity, TDto> resource, long id, CancellationToken cancellationToken)
        where TEntity : class
        where TDto : class, IResourceDto
    {
        var dto = await RowAsync(resource, id, cancellationToken);
        return new Document<TDto>(dto, access, await EmbedAsync(resource, [dto], cancellationToken));
    }

    /// <summary>The row with that id, ready to be written without embedding; leaves as not found when it is not visible.</summary>
    public async Task<TDto> RowAsync<TEntity, TDto>(Resource<TEntity, TDto> resource, long id, CancellationToken cancellationToken)
        where TEntity : class
        where TDto : class, IResourceDto
    {
        if (resource is not { VisibleWith: { } permission, ProjectOf: { } project })
            return await RowAsync(resource, resource.Key.Is(key => key == id), cancellationToken);
        var rows = await ReadAsync(resource, [id], cancellationToken);
        if (rows is not [var row] || !(await access.InProjectAsync(project(row) ?? 0)).Contains(permission))
            throw new ProblemException(new Problem.NotFound(resource.NotFoundMessage));
        await PrepareAsync(resource, rows, cancellationToken);
        return row;
    }

    /// <summary>What the viewer has just written, as it is now; writing may have taken it out of his sight.</summary>
    public async Task<Document<TDto>> WrittenAsync<TEntity, TDto>(Resource<TEntity, TDto> resource, long id, CancellationToken cancellationToken)
        where TEntity : class
        where TDto : class, IResourceDto
    {
        var dto = await FirstAsync(resource, store.Rows<TEntity>().Where(resource.Key.Is(key => key == id)), cancellationToken);
        return new Document<TDto>(dto, access, await EmbedAsync(resource, [dto], cancellationToken));
    }

    /// <summary>The row that a condition names, ready to be written without embedding; leaves as not found when none is visible.</summary>
    public Task<TDto> RowAsync<TEntity, TDto>(
        Resource<TEntity, TDto> resource, Expression<Func<TEntity, bool>> which, CancellationToken cancellationToken)
        where TEntity : class
        where TDto : class, IResourceDto =>
        FirstAsync(resource, Visible(resource).Where(which), cancellationToken);

    // Finding rows and reading them are two statements: the first is made anew for each request and stays narrow, the
    // second is wide and translated once.
    private async Task<List<TDto>> ReadAsync<TEntity, TDto>(
        Resource<TEntity, TDto> resource, List<long> ids, CancellationToken cancellationToken)
        where TEntity : class
        where TDto : class, IResourceDto
    {
        if (ids.Count == 0)
            return [];
        var rows = (await store.ListByIdsAsync(projections.ByIds<TEntity, TDto>(resource.Key), ids, cancellationToken)).ToDictionary(r => r.Id);
        // A row may be gone between the two statements.
        return [.. ids.Where(rows.ContainsKey).Select(id => rows[id])];
    }

    /// <summary>Documents of rows that a query chooses among the visible ones, in its order.</summary>
    public async Task<IReadOnlyList<Document<TDto>>> DocumentsAsync<TEntity, TDto>(
        Resource<TEntity, TDto> resource, IQueryable<TEntity> rows, CancellationToken cancellationToken)
        where TEntity : class
        where TDto : class, IResourceDto
    {
        var items = await ReadAsync(resource, await store.ListAsync(rows.Select(resource.Key), cancellationToken), cancellationToken);
        await PrepareAsync(resource, items, cancellationToken);
        return [.. items.Select(dto => new Document<TDto>(dto, access))];
    }

    /// <summary>Whether a visible row has that id.</summary>
    public Task<bool> ExistsAsync<TEntity, TDto>(Resource<TEntity, TDto> resource, long id, CancellationToken cancellationToken)
        where TEntity : class
        where TDto : class, IResourceDto =>
        store.AnyAsync(Visible(resource).Where(resource.Key.Is(key => key == id)), cancellationToken);

    /// <summary>The visible rows with these ids as documents, by id.</summary>
    public async Task<IReadOnlyDictionary<long, IHalDocument>> LoadAsync<TEntity, TDto>(
        Resource<TEntity, TDto> resource, IReadOnlyCollection<long> ids, CancellationToken cancellationToken)
        where TEntity : class
        where TDto : class, IResourceDto
    {
        var memory = embedded.Of<TEntity>();
        var epoch = memory.Now;
        var documents = new Dictionary<long, IHalDocument>();
        var missing = new List<long>();
        foreach (var id in ids)
        {
            if (!memory.TryGet((access.Viewer, typeof(TDto), id), out var known))
                missing.Add(id);
            else if (known is TDto row)
                documents[id] = new Document<TDto>(row, access);
        }

        var rows = missing.Count == 0 ? [] : await VisibleAsync(resource, missing, cancellationToken);
        foreach (var id in missing)
            memory.Put((access.Viewer, typeof(TDto), id), rows.Find(r => r.Id == id), epoch);
        await AskAnywhereAsync(resource);
        if (resource.ProjectOf is { } project)
            await access.LoadAsync(documents.Values.Cast<Document<TDto>>().Select(d => project(d.Dto)).OfType<long>());
        foreach (var row in rows)
            documents[row.Id] = new Document<TDto>(row, access);
        return documents;
    }

    private async Task<List<TDto>> VisibleAsync<TEntity, TDto>(
        Resource<TEntity, TDto> resource, List<long> wanted, CancellationToken cancellationToken)
        where TEntity : class
        where TDto : class, IResourceDto
    {
        var all = store.Rows<TEntity>();
        var visible = resource.VisibleTo(all, access);
        if (!ReferenceEquals(visible, all))
            wanted = await store.ListAsync(visible.Where(resource.Key.Is(key => wanted.Contains(key))).Select(resource.Key), cancellationToken);
        var rows = await ReadAsync(resource, wanted, cancellationToken);
        await PrepareAsync(resource, rows, cancellationToken);
        return rows;
    }

    /// <summary>The titles of rows by id, visible or not.</summary>
    public async Task<IReadOnlyDictionary<long, string?>> TitlesAsync<TEntity, TDto>(
        Resource<TEntity, TDto> resource, IReadOnlyCollection<long> ids, CancellationToken cancellationToken)
        where TEntity : class
        where TDto : class, IResourceDto
    {
        if (resource.Title is null || ids.Count == 0)
            return new Dictionary<long, string?>();
        List<long> wanted = [.. ids];
        var titles = await store.ListAsync(
            store.Rows<TEntity>().Where(resource.Key.Is(key => wanted.Contains(key))).Select(Titled.Of(resource.Key, resource.Title)),
            cancellationToken);
        return titles.ToDictionary(t => t.Id, t => t.Title);
    }

    /// <summary>What the bodies of these rows embed: one statement for each kind of linked resource.</summary>
    public async Task<EmbeddedSet> EmbedAsync<TEntity, TDto>(
        Resource<TEntity, TDto> resource, IReadOnlyList<TDto> rows, CancellationToken cancellationToken)
        where TEntity : class
        where TDto : class, IResourceDto
    {
        var set = new EmbeddedSet();
        foreach (var kind in EmbeddedReferences(resource, rows).GroupBy(r => r.Path))
        {
            if (registry.AtPath(kind.Key) is not { } target)
                continue;
            foreach (var code in kind.Select(r => r.Code).OfType<string>().Distinct(StringComparer.Ordinal))
            {
                if (target.FindCoded(code, access) is { } document)
                    set.Add(kind.Key, code, document);
            }

            var ids = kind.Where(r => r.Code is null).Select(r => r.Id).Distinct().ToList();
            if (ids.Count > 0)
                set.Add(kind.Key, await target.LoadAsync(this, ids, cancellationToken));
        }

        return set;
    }

    /// <summary>Fills in what rows need before they are written: linked rows and the viewer's permissions.</summary>
    /// <param name="resource">The declaration.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <param name="takes">What fills them in; null for all that there is.</param>
    public async Task PrepareAsync<TEntity, TDto>(
        Resource<TEntity, TDto> resource, IReadOnlyList<TDto> rows, CancellationToken cancellationToken, Func<IEnricher<TDto>, bool>? takes = null)
        where TEntity : class
        where TDto : class, IResourceDto
    {
        await access.GlobalAsync();
        if (rows.Count == 0)
            return;
        await AskAnywhereAsync(resource);
        if (resource.ProjectOf is { } project)
            await access.LoadAsync(rows.Select(project).OfType<long>().Distinct());
        foreach (var enricher in enrichers.For<TDto>().Where(enricher => takes?.Invoke(enricher) != false))
            await enricher.FillAsync(rows, access, cancellationToken);
    }

    private async Task AskAnywhereAsync<TEntity, TDto>(Resource<TEntity, TDto> resource)
        where TEntity : class
        where TDto : class, IResourceDto
    {
        foreach (var permission in resource.AskedAnywhere)
            await access.AnywhereAsync(permission);
    }

    private async Task<TDto> FirstAsync<TEntity, TDto>(
        Resource<TEntity, TDto> resource, IQueryable<TEntity> rows, CancellationToken cancellationToken)
        where TEntity : class
        where TDto : class, IResourceDto
    {
        var id = await store.FirstOrDefaultAsync(rows.Select(resource.Key), cancellationToken);
        if (await ReadAsync(resource, id == 0 ? [] : [id], cancellationToken) is not [var row])
            throw new ProblemException(new Problem.NotFound(resource.NotFoundMessage));
        await PrepareAsync(resource, [row], cancellationToken);
        return row;
    }

    private static IEnumerable<Reference> EmbeddedReferences<TEntity, TDto>(Resource<TEntity, TDto> resource, IReadOnlyList<TDto> rows)
        where TEntity : class
        where TDto : class, IResourceDto
    {
        foreach (var field in resource.Fields)
        {
            foreach (var row in rows)
            {
                switch (field)
                {
                    case ToOne<TEntity, TDto> { IsEmbedded: true } one when one.Get(row) is { } reference:
                        yield return reference;
                        break;
                    case ToMany<TEntity, TDto> { IsEmbedded: true } many:
                        foreach (var reference in many.Get(row))
                            yield return reference;
                        break;
                }
            }
        }
    }
}
