using OpenProject.Application.Writes;
using OpenProject.Domain.Roles;

namespace OpenProject.Application.Resources;

/// <summary>Links to any number of resources, printed as an array.</summary>
public sealed class ToMany<TEntity, TDto> : LinkDeclaration<ToMany<TEntity, TDto>, TEntity, TDto>
    where TEntity : class
    where TDto : class, IResourceDto
{
    internal ToMany(string name, string schemaType, IReadOnlyList<ResourcePath> accepts, Func<TDto, IReadOnlyList<Reference>> get)
        : base(name, accepts)
    {
        SchemaType = schemaType;
        Get = get;
    }

    /// <summary>Reads the targets from a row that its enricher has filled.</summary>
    public Func<TDto, IReadOnlyList<Reference>> Get { get; }

    /// <summary>Writes the targets; null when the links are read-only.</summary>
    public Action<TEntity, IReadOnlyList<LinkTarget>, Draft<TEntity, TDto>>? Set { get; private set; }

    /// <summary>Whether the order of the targets counts.</summary>
    public bool IsOrdered { get; private set; }

    /// <summary>Left out when there are none, rather than printed as an empty array.</summary>
    public bool IsOmittedWhenEmpty { get; private set; }

    /// <summary>The targets are not read: bodies have another link of that name, and whatever is sent counts as a change.</summary>
    public bool IsOnlyWritten { get; private set; }

    /// <inheritdoc/>
    public override bool HasWriter => Set is not null;

    /// <summary>The order of the targets counts.</summary>
    public ToMany<TEntity, TDto> Ordered()
    {
        IsOrdered = true;
        return this;
    }

    /// <summary>Left out when there are none.</summary>
    public ToMany<TEntity, TDto> OmittedWhenEmpty()
    {
        IsOmittedWhenEmpty = true;
        return this;
    }

    /// <summary>In neither body nor schema, where another link of that name stands.</summary>
    public ToMany<TEntity, TDto> OnlyWritten()
    {
        (InSchema, InBody, IsOnlyWritten) = (false, false, true);
        return this;
    }

    /// <summary>Shown to holders of any of the permissions in any project.</summary>
    public ToMany<TEntity, TDto> NeedsAnywhere(params Permission[] anyOf)
    {
        ShowToHolders(anyOf);
        return this;
    }

    /// <summary>May be written as a whole, by holders of any of these permissions where some are named.</summary>
    public ToMany<TEntity, TDto> Write(Action<TEntity, IReadOnlyList<LinkTarget>, Draft<TEntity, TDto>> set, params Permission[] anyOf)
    {
        Set = set;
        WriteNeeds = PermissionSet.Of(anyOf);
        return this;
    }

    /// <inheritdoc/>
    public override string? Check(TDto dto, Draft<TEntity, TDto> draft) => !IsRequired || Get(dto).Count > 0 ? null : AppliesTo is null ? "need to be assigned." : "can't be blank.";

    /// <inheritdoc/>
    public override TResult Accept<TResult>(IFieldVisitor<TEntity, TDto, TResult> visitor) => visitor.Visit(this);
}
