using OpenProject.Application.Common;
using OpenProject.Application.Queries;
using OpenProject.Application.Writes;

namespace OpenProject.Application.Resources;

/// <summary>Allowed are many rows, which forms name by the href of their collection.</summary>
/// <param name="href">The collection; null to name none.</param>
/// <param name="candidates">The allowed rows, from all rows; the wanted one's id is given.</param>
/// <param name="refusal">The sentence for a target that is not allowed, made from the label.</param>
/// <param name="among">Which of several wanted ones are allowed, by id, where links may lead to many at once; null to ask for each.</param>
public sealed class AllowedAt<TEntity, TDto, TTarget>(
    Func<Draft<TEntity, TDto>, string?> href,
    Func<Draft<TEntity, TDto>, long, IReadStore, IQueryable<TTarget>> candidates,
    Func<string, string>? refusal = null,
    Func<Draft<TEntity, TDto>, List<long>, IReadStore, IQueryable<long>>? among = null) : AllowedValues<TEntity, TDto>
    where TEntity : class
    where TDto : class, IResourceDto
    where TTarget : class
{
    /// <inheritdoc/>
    public override string? HrefFor(Draft<TEntity, TDto> draft) => href(draft);

    /// <inheritdoc/>
    public override Task<bool> AllowsAsync(
        Draft<TEntity, TDto> draft, LinkTarget wanted, ResourceReader reader, CancellationToken cancellationToken) =>
        reader.Store.AnyAsync(candidates(draft, wanted.Id, reader.Store), cancellationToken);

    /// <inheritdoc/>
    public override async Task<bool> AllowAllAsync(
        Draft<TEntity, TDto> draft, IReadOnlyList<LinkTarget> wanted, ResourceReader reader, CancellationToken cancellationToken)
    {
        if (among is null || wanted.Count < 2)
            return await base.AllowAllAsync(draft, wanted, reader, cancellationToken);
        List<long> ids = [.. wanted.Select(w => w.Id).Distinct()];
        return await reader.Store.CountAsync(among(draft, ids, reader.Store), cancellationToken) == ids.Count;
    }

    /// <inheritdoc/>
    public override string RefusalOf(string label) => refusal?.Invoke(label) ?? base.RefusalOf(label);
}
