using OpenProject.Application.Common;
using OpenProject.Application.Queries;
using OpenProject.Application.Writes;

namespace OpenProject.Application.Resources;

/// <summary>Allowed are many rows, which forms name by the href of their collection. Of several wanted ones all are asked about at once.</summary>
/// <param name="href">The collection; null to name none.</param>
/// <param name="candidates">The ids of all allowed rows; those that are wanted are picked from them by the statement.</param>
/// <param name="refusal">The sentence for a target that is not allowed, made from the label.</param>
public sealed class AllowedAt<TEntity, TDto>(
    Func<Draft<TEntity, TDto>, string?> href,
    Func<Draft<TEntity, TDto>, IReadStore, IQueryable<long>> candidates,
    Func<string, string>? refusal = null) : AllowedValues<TEntity, TDto>
    where TEntity : class
    where TDto : class, IResourceDto
{
    /// <inheritdoc/>
    public override string? HrefFor(Draft<TEntity, TDto> draft) => href(draft);

    /// <inheritdoc/>
    public override Task<bool> AllowsAsync(
        Draft<TEntity, TDto> draft, LinkTarget wanted, ResourceReader reader, CancellationToken cancellationToken)
    {
        var wantedId = wanted.Id;
        return reader.Store.AnyAsync(candidates(draft, reader.Store).Where(id => id == wantedId), cancellationToken);
    }

    /// <inheritdoc/>
    public override async Task<bool> AllowAllAsync(
        Draft<TEntity, TDto> draft, IReadOnlyList<LinkTarget> wanted, ResourceReader reader, CancellationToken cancellationToken)
    {
        List<long> ids = [.. wanted.Select(w => w.Id).Distinct()];
        return ids.Count == 0
            || await reader.Store.CountAsync(candidates(draft, reader.Store).Where(id => ids.Contains(id)).Distinct(), cancellationToken) == ids.Count;
    }

    /// <inheritdoc/>
    public override string RefusalOf(string label) => refusal?.Invoke(label) ?? base.RefusalOf(label);
}
