using OpenProject.Application.Queries;
using OpenProject.Application.Writes;

namespace OpenProject.Application.Resources;

/// <summary>Allowed are some of the resources that no table holds; forms list them.</summary>
/// <param name="target">Their declaration.</param>
/// <param name="isAllowed">Which of them.</param>
public sealed class AllowedCodes<TEntity, TDto, TCoded>(CodedResource<TCoded> target, Func<TCoded, bool> isAllowed) : AllowedValues<TEntity, TDto>
    where TEntity : class
    where TDto : class, IResourceDto
    where TCoded : class, ICodedDto
{
    /// <inheritdoc/>
    public override async Task<Elements?> ListAsync(Draft<TEntity, TDto> draft, ResourceReader reader, CancellationToken cancellationToken)
    {
        await target.PrepareAsync(reader.Access);
        var rows = target.All.Where(isAllowed).Where(row => target.IsToldTo(row, reader.Access)).ToList();
        return new Elements([.. rows.Select(target.SelfOf)], [.. rows.Select(row => new Document<TCoded>(row, reader.Access))]);
    }

    /// <inheritdoc/>
    public override async Task<bool> AllowsAsync(
        Draft<TEntity, TDto> draft, LinkTarget wanted, ResourceReader reader, CancellationToken cancellationToken)
    {
        await target.PrepareAsync(reader.Access);
        return target.Find(wanted.Key) is { } row && isAllowed(row) && target.IsToldTo(row, reader.Access);
    }
}
