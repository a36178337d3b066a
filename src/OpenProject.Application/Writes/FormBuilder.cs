using OpenProject.Application.Queries;
using OpenProject.Application.Resources;

namespace OpenProject.Application.Writes;

/// <summary>Derives forms from drafts.</summary>
public sealed class FormBuilder(SchemaBuilder schemas, ResourceReader reader, ResourceRegistry registry)
{
    /// <summary>The form of a validated draft.</summary>
    public async Task<Form<TEntity, TDto>> BuildAsync<TEntity, TDto>(
        Resource<TEntity, TDto> resource, Draft<TEntity, TDto> draft, FormLinks links, CancellationToken cancellationToken)
        where TEntity : class
        where TDto : class, IResourceDto
    {
        var schema = await schemas.BuildAsync(resource, draft, listsAllowed: true, cancellationToken);
        var offered = new List<CollectionLink> { new("self", links.Self, "post"), new("validate", links.Self, "post") };
        if (draft.Errors.Count == 0 && !links.WithoutCommit)
            offered.Add(new CollectionLink("commit", links.CommitHref, links.CommitMethod));
        return new Form<TEntity, TDto>(
            draft,
            resource,
            schema with { Links = resource.SchemaLinks(draft) },
            [.. draft.Errors],
            await TitlesAsync(resource, draft, cancellationToken))
        {
            Links = [.. offered, .. resource.FormLinks(draft)],
        };
    }

    private async Task<IReadOnlyDictionary<string, string?>> TitlesAsync<TEntity, TDto>(
        Resource<TEntity, TDto> resource, Draft<TEntity, TDto> draft, CancellationToken cancellationToken)
        where TEntity : class
        where TDto : class, IResourceDto
    {
        var references = resource.Fields.Where(f => f.IsWritable(draft)).SelectMany(f => f switch
        {
            ToOne<TEntity, TDto> one => one.Get(draft.Dto) is { } reference ? [reference] : (IEnumerable<Reference>)[],
            ToMany<TEntity, TDto> many => many.Get(draft.Dto),
            _ => [],
        });
        var titles = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var kind in references.GroupBy(r => r.Path))
        {
            var ids = kind.Where(r => r.Code is null).Select(r => r.Id).Distinct().ToList();
            var known = registry.AtPath(kind.Key) is { } target ? await target.TitlesAsync(reader, ids, cancellationToken) : null;
            foreach (var reference in kind)
                titles[reference.Href] = known?.GetValueOrDefault(reference.Id) ?? reference.Title;
        }

        return titles;
    }
}
