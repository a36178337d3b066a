using OpenProject.Application.Resources;

namespace OpenProject.Application.Writes;

/// <summary>A new target for a link; null for none.</summary>
public sealed class ToOneChange<TEntity, TDto>(ToOne<TEntity, TDto> link, LinkTarget? target) : Change<TEntity, TDto>
    where TEntity : class
    where TDto : class, IResourceDto
{
    /// <inheritdoc/>
    public override Field<TEntity, TDto> Field => link;

    /// <summary>The link.</summary>
    public ToOne<TEntity, TDto> Link => link;

    /// <summary>Where it shall lead; null for nowhere.</summary>
    public LinkTarget? Target => target;

    /// <inheritdoc/>
    public override bool Differs(TDto original) =>
        (link.Get(original), target) switch
        {
            (null, null) => false,
            ({ Code: { } code }, { } to) => code != to.Key,
            ({ } from, { } to) => from.Id != to.Id,
            _ => true,
        };

    /// <inheritdoc/>
    public override void Apply(Draft<TEntity, TDto> draft) => link.Set!(draft.Entity, target, draft);
}
