using OpenProject.Application.Common;
using OpenProject.Application.Queries;
using OpenProject.Application.Queries.Filters;
using OpenProject.Application.Writes;

namespace OpenProject.Application.Resources;

/// <summary>Allowed are some of the visible rows of one kind.</summary>
/// <param name="target">The kind's declaration, which also says how the values are listed.</param>
/// <param name="narrow">The allowed ones among the visible rows.</param>
public sealed class AllowedRows<TEntity, TDto, TTarget, TTargetDto>(
    Func<Resource<TTarget, TTargetDto>> target,
    Func<Draft<TEntity, TDto>, IQueryable<TTarget>, IReadStore, IQueryable<TTarget>> narrow) : AllowedValues<TEntity, TDto>
    where TEntity : class
    where TDto : class, IResourceDto
    where TTarget : class
    where TTargetDto : class, IResourceDto
{
    private Func<Draft<TEntity, TDto>, string>? href;
    private Func<string, string>? refusal;

    /// <summary>Many: forms name a collection instead of listing them.</summary>
    public AllowedRows<TEntity, TDto, TTarget, TTargetDto> At(Func<Draft<TEntity, TDto>, string> collection)
    {
        href = collection;
        return this;
    }

    /// <summary>Another sentence for a target that is not allowed, made from the label.</summary>
    public AllowedRows<TEntity, TDto, TTarget, TTargetDto> Otherwise(Func<string, string> sentence)
    {
        refusal = sentence;
        return this;
    }

    /// <inheritdoc/>
    public override string? HrefFor(Draft<TEntity, TDto> draft) => href?.Invoke(draft);

    /// <inheritdoc/>
    public override async Task<Elements?> ListAsync(Draft<TEntity, TDto> draft, ResourceReader reader, CancellationToken cancellationToken)
    {
        if (href is not null)
            return null;
        var declaration = target();
        var documents = await reader.DocumentsAsync(declaration, narrow(draft, reader.Visible(declaration), reader.Store), cancellationToken);
        return new Elements(
            [.. documents.Select(d => new Reference(declaration.PathOf(d.Dto), d.Dto.Id, declaration.TitleOf?.Invoke(d.Dto)))], [.. documents]);
    }

    /// <inheritdoc/>
    public override Task<bool> AllowsAsync(
        Draft<TEntity, TDto> draft, LinkTarget wanted, ResourceReader reader, CancellationToken cancellationToken)
    {
        var declaration = target();
        var id = wanted.Id;
        return reader.Store.AnyAsync(narrow(draft, reader.Visible(declaration), reader.Store).Where(declaration.Key.Is(key => key == id)), cancellationToken);
    }

    /// <inheritdoc/>
    public override async Task<bool> AllowAllAsync(
        Draft<TEntity, TDto> draft, IReadOnlyList<LinkTarget> wanted, ResourceReader reader, CancellationToken cancellationToken)
    {
        var declaration = target();
        List<long> ids = [.. wanted.Select(t => t.Id).Distinct()];
        var allowed = narrow(draft, reader.Visible(declaration), reader.Store).Where(declaration.Key.Is(key => ids.Contains(key)));
        return ids.Count == 0 || await reader.Store.CountAsync(allowed, cancellationToken) == ids.Count;
    }

    /// <inheritdoc/>
    public override string RefusalOf(string label) => refusal?.Invoke(label) ?? base.RefusalOf(label);
}
