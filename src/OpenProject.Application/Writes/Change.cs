using OpenProject.Application.Resources;

namespace OpenProject.Application.Writes;

/// <summary>One attribute of a request, parsed to its type.</summary>
public abstract class Change<TEntity, TDto>
    where TEntity : class
    where TDto : class, IResourceDto
{
    /// <summary>The declared field.</summary>
    public abstract Field<TEntity, TDto> Field { get; }

    /// <summary>Whether the value is another one than a row has.</summary>
    public abstract bool Differs(TDto original);

    /// <summary>Writes the value to the draft's aggregate; only for fields with a writer.</summary>
    public abstract void Apply(Draft<TEntity, TDto> draft);
}
