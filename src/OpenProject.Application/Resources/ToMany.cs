using OpenProject.Application.Permissions;
using OpenProject.Application.Writes;
using OpenProject.Domain.Roles;

namespace OpenProject.Application.Resources;

/// <summary>Links to any number of resources, printed as an array.</summary>
public sealed class ToMany<TEntity, TDto> : Field<TEntity, TDto>
    where TEntity : class
    where TDto : class, IResourceDto
{
    internal ToMany(string name, string schemaType, IReadOnlyList<ResourcePath> accepts, Func<TDto, IReadOnlyList<Reference>> get)
        : base(name)
    {
        SchemaType = schemaType;
        Accepts = accepts;
        Get = get;
        InSchema = true;
    }

    /// <summary>The kinds of resource that the links may lead to.</summary>
    public IReadOnlyList<ResourcePath> Accepts { get; }

    /// <summary>Reads the targets from a row that its enricher has filled.</summary>
    public Func<TDto, IReadOnlyList<Reference>> Get { get; }

    /// <summary>Writes the targets; null when the links are read-only.</summary>
    public Action<TEntity, IReadOnlyList<LinkTarget>, Draft<TEntity, TDto>>? Set { get; private set; }

    /// <summary>Whether bodies embed the targets.</summary>
    public bool IsEmbedded { get; private set; }

    /// <summary>Whether the order of the targets counts.</summary>
    public bool IsOrdered { get; private set; }

    /// <summary>Left out when there are none, rather than printed as an empty array.</summary>
    public bool IsOmittedWhenEmpty { get; private set; }

    /// <summary>What may be linked; null when any visible resource may.</summary>
    public AllowedValues<TEntity, TDto>? Allowed { get; private set; }

    /// <summary>The targets are not read: bodies have another link of that name, and whatever is sent counts as a change.</summary>
    public bool IsOnlyWritten { get; private set; }

    /// <inheritdoc/>
    public override bool HasWriter => Set is not null;

    /// <summary>A label other than the one made from the name.</summary>
    public ToMany<TEntity, TDto> Named(string label)
    {
        Label = label;
        return this;
    }

    /// <summary>At least one target must be given.</summary>
    public ToMany<TEntity, TDto> Required()
    {
        IsRequired = true;
        return this;
    }

    /// <summary>The order of the targets counts.</summary>
    public ToMany<TEntity, TDto> Ordered()
    {
        IsOrdered = true;
        return this;
    }

    /// <summary>A value is made when none is given.</summary>
    public ToMany<TEntity, TDto> Defaulted()
    {
        HasDefault = true;
        return this;
    }

    /// <summary>Bodies embed the targets.</summary>
    public ToMany<TEntity, TDto> Embedded()
    {
        IsEmbedded = true;
        return this;
    }

    /// <summary>Left out when there are none.</summary>
    public ToMany<TEntity, TDto> OmittedWhenEmpty()
    {
        IsOmittedWhenEmpty = true;
        return this;
    }

    /// <summary>Not listed by the schema.</summary>
    public ToMany<TEntity, TDto> NotInSchema()
    {
        InSchema = false;
        return this;
    }

    /// <summary>In neither body nor schema, where another link of that name stands.</summary>
    public ToMany<TEntity, TDto> OnlyWritten()
    {
        (InSchema, InBody, IsOnlyWritten) = (false, false, true);
        return this;
    }

    /// <summary>Shown only where the condition holds.</summary>
    public ToMany<TEntity, TDto> ShownWhen(Func<TDto, Access, bool> condition)
    {
        IsShown = condition;
        return this;
    }

    /// <summary>Shown to holders of any of the permissions in any project.</summary>
    public ToMany<TEntity, TDto> NeedsAnywhere(params Permission[] anyOf)
    {
        ShowToHolders(anyOf);
        return this;
    }

    /// <summary>Only these targets.</summary>
    public ToMany<TEntity, TDto> AllowedAre(AllowedValues<TEntity, TDto> allowed)
    {
        Allowed = allowed;
        return this;
    }

    /// <summary>May be written as a whole, by holders of any of these permissions where some are named.</summary>
    public ToMany<TEntity, TDto> Write(Action<TEntity, IReadOnlyList<LinkTarget>, Draft<TEntity, TDto>> set, params Permission[] anyOf)
    {
        Set = set;
        WriteNeeds = PermissionSet.Of(anyOf);
        return this;
    }

    /// <summary>May be written only where the condition holds.</summary>
    public ToMany<TEntity, TDto> WritableWhen(Func<Draft<TEntity, TDto>, bool> condition)
    {
        IsWritableWhen = condition;
        return this;
    }

    /// <inheritdoc/>
    public override string? Check(TDto dto, Draft<TEntity, TDto> draft) => !IsRequired || Get(dto).Count > 0 ? null : AppliesTo is null ? "need to be assigned." : "can't be blank.";

    /// <inheritdoc/>
    public override TResult Accept<TResult>(IFieldVisitor<TEntity, TDto, TResult> visitor) => visitor.Visit(this);
}
