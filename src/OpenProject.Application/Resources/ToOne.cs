using OpenProject.Application.Writes;
using OpenProject.Domain.Roles;

namespace OpenProject.Application.Resources;

/// <summary>A link to one resource or none.</summary>
public sealed class ToOne<TEntity, TDto> : LinkDeclaration<ToOne<TEntity, TDto>, TEntity, TDto>
    where TEntity : class
    where TDto : class, IResourceDto
{
    internal ToOne(string name, string schemaType, IReadOnlyList<ResourcePath> accepts, Func<TDto, Reference?> get)
        : base(name, accepts)
    {
        SchemaType = schemaType;
        Get = get;
    }

    /// <summary>Reads the target from a row; null for none.</summary>
    public Func<TDto, Reference?> Get { get; }

    /// <summary>Writes the target; null when the link is read-only.</summary>
    public Action<TEntity, LinkTarget?, Draft<TEntity, TDto>>? Set { get; private set; }

    /// <summary>The link is left out when it leads nowhere, rather than printed with a null href.</summary>
    public bool IsOmittedWhenNull { get; private set; }

    /// <inheritdoc/>
    public override bool HasWriter => Set is not null;

    /// <summary>Left out when it leads nowhere.</summary>
    public ToOne<TEntity, TDto> OmittedWhenNull()
    {
        IsOmittedWhenNull = true;
        return this;
    }

    /// <summary>May be written as an id, by holders of any of these permissions where some are named.</summary>
    public ToOne<TEntity, TDto> Write(Action<TEntity, long?> set, params Permission[] anyOf) =>
        WriteTarget((entity, target, _) => set(entity, target?.Id), anyOf);

    /// <summary>May be written as an id that the link requires.</summary>
    public ToOne<TEntity, TDto> WriteId(Action<TEntity, long> set, params Permission[] anyOf) =>
        WriteTarget((entity, target, _) => set(entity, target?.Id ?? 0), anyOf);

    /// <summary>May be written with a look at the target's kind and at the draft.</summary>
    public ToOne<TEntity, TDto> WriteTarget(Action<TEntity, LinkTarget?, Draft<TEntity, TDto>> set, params Permission[] anyOf)
    {
        Set = set;
        WriteNeeds = PermissionSet.Of(anyOf);
        return this;
    }

    /// <inheritdoc/>
    public override string? Check(TDto dto, Draft<TEntity, TDto> draft) => IsRequired && Get(dto) is null ? "can't be blank." : null;

    /// <inheritdoc/>
    public override TResult Accept<TResult>(IFieldVisitor<TEntity, TDto, TResult> visitor) => visitor.Visit(this);
}
