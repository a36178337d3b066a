using OpenProject.Application.Resources;

namespace OpenProject.Application.Writes;

/// <summary>A new value for a plain attribute.</summary>
public sealed class PropertyChange<TEntity, TDto, TValue>(Property<TEntity, TDto, TValue> property, TValue value) : Change<TEntity, TDto>
    where TEntity : class
    where TDto : class, IResourceDto
{
    /// <inheritdoc/>
    public override Field<TEntity, TDto> Field => property;

    /// <summary>The value sent.</summary>
    public TValue Value => value;

    /// <inheritdoc/>
    public override bool Differs(TDto original) => !WireEquality<TValue>.Comparer.Equals(property.Get(original), value);

    /// <inheritdoc/>
    public override void Apply(Draft<TEntity, TDto> draft) => property.Set!(draft.Entity, value, draft);
}
