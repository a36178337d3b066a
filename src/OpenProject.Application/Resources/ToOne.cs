using OpenProject.Application.Permissions;
using OpenProject.Application.Writes;
using OpenProject.Domain.Roles;

namespace OpenProject.Application.Resources;

/// <summary>A link to one resource or none.</summary>
public sealed class ToOne<TEntity, TDto> : Field<TEntity, TDto>
    where TEntity : class
    where TDto : class, IResourceDto
{
    internal ToOne(string name, string schemaType, IReadOnlyList<ResourcePath> accepts, Func<TDto, Reference?> get)
        : base(name)
    {
        SchemaType = schemaType;
        Accepts = accepts;
        Get = get;
        InSchema = true;
    }

    /// <summary>The kinds of resource that the link may lead to; the first names the expected one in errors.</summary>
    public IReadOnlyList<ResourcePath> Accepts { get; }

    /// <summary>Reads the target from a row; null for none.</summary>
    public Func<TDto, Reference?> Get { get; }

    /// <summary>Writes the target; null when the link is read-only.</summary>
    public Action<TEntity, LinkTarget?, Draft<TEntity, TDto>>? Set { get; private set; }

    /// <summary>Whether single resources embed the target.</summary>
    public bool IsEmbedded { get; private set; }

    /// <summary>The link is left out when it leads nowhere, rather than printed with a null href.</summary>
    public bool IsOmittedWhenNull { get; private set; }

    /// <summary>What may be linked; null when any visible resource may.</summary>
    public AllowedValues<TEntity, TDto>? Allowed { get; private set; }

    /// <inheritdoc/>
    public override bool HasWriter => Set is not null;

    /// <summary>A label other than the one made from the name.</summary>
    public ToOne<TEntity, TDto> Named(string label)
    {
        Label = label;
        return this;
    }

    /// <summary>A target must be given.</summary>
    public ToOne<TEntity, TDto> Required()
    {
        IsRequired = true;
        return this;
    }

    /// <summary>A target is chosen when none is given.</summary>
    public ToOne<TEntity, TDto> Defaulted()
    {
        HasDefault = true;
        return this;
    }

    /// <summary>Single resources embed the target.</summary>
    public ToOne<TEntity, TDto> Embedded()
    {
        IsEmbedded = true;
        return this;
    }

    /// <summary>Left out when it leads nowhere.</summary>
    public ToOne<TEntity, TDto> OmittedWhenNull()
    {
        IsOmittedWhenNull = true;
        return this;
    }

    /// <summary>Not listed by the schema.</summary>
    public ToOne<TEntity, TDto> NotInSchema()
    {
        InSchema = false;
        return this;
    }

    /// <summary>Shown only where the condition holds.</summary>
    public ToOne<TEntity, TDto> ShownWhen(Func<TDto, Access, bool> condition)
    {
        IsShown = condition;
        return this;
    }

    /// <summary>Only these targets.</summary>
    public ToOne<TEntity, TDto> AllowedAre(AllowedValues<TEntity, TDto> allowed)
    {
        Allowed = allowed;
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

    /// <summary>May be written only where the condition holds.</summary>
    public ToOne<TEntity, TDto> WritableWhen(Func<Draft<TEntity, TDto>, bool> condition)
    {
        IsWritableWhen = condition;
        return this;
    }

    /// <inheritdoc/>
    public override string? Check(TDto dto, Draft<TEntity, TDto> draft) => IsRequired && Get(dto) is null ? "can't be blank." : null;

    /// <inheritdoc/>
    public override TResult Accept<TResult>(IFieldVisitor<TEntity, TDto, TResult> visitor) => visitor.Visit(this);
}
