using OpenProject.Application.Permissions;
using OpenProject.Application.Writes;
using OpenProject.Domain.Roles;

namespace OpenProject.Application.Resources;

/// <summary>
/// One attribute, link or action of a resource, said once. Everything the API tells about it is derived from here.
/// </summary>
public abstract class Field<TEntity, TDto>(string name)
    where TEntity : class
    where TDto : class, IResourceDto
{
    /// <summary>The API's name, e.g. <c>startDate</c>.</summary>
    public string Name { get; } = name;

    /// <summary>The label a person reads, e.g. "Start date".</summary>
    public string Label { get; protected set; } = Labels.Of(name);

    /// <summary>Whether the schema lists it.</summary>
    public bool InSchema { get; protected set; }

    /// <summary>Whether bodies show it (a password is only written).</summary>
    public bool InBody { get; protected set; } = true;

    /// <summary>Whether requests carry it under <c>_meta</c>: it tells how to write, and is no part of the resource.</summary>
    public bool IsMeta { get; protected set; }

    /// <summary>Whether a value must be given.</summary>
    public bool IsRequired { get; protected set; }

    /// <summary>Whether a value is made when none is given.</summary>
    public bool HasDefault { get; protected set; }

    /// <summary>The schema's type name, e.g. <c>String</c> or <c>[]Role</c>.</summary>
    public virtual string SchemaType { get; protected set; } = "String";

    /// <summary>Whether this viewer sees the field of this resource; null when everybody does.</summary>
    public Func<TDto, Access, bool>? IsShown { get; protected set; }

    /// <summary>What seeing the field needs, any of them in any project or at all; empty where that is no question.</summary>
    public IReadOnlyList<Permission> NeededAnywhere { get; private set; } = [];

    /// <summary>What writing needs, any of them, in the resource's project; empty when writing the resource at all is enough.</summary>
    public PermissionSet WriteNeeds { get; protected set; }

    /// <summary>A further condition on writing; null for none.</summary>
    public Func<Draft<TEntity, TDto>, bool>? IsWritableWhen { get; protected set; }

    /// <summary>Whether this resource has the field at all; null when all have it.</summary>
    public Func<TDto, bool>? AppliesTo { get; private set; }

    /// <summary>Whether a missing value is told only where the resource is new or the request sent the field.</summary>
    public bool IsCheckedWhenSent { get; private set; }

    /// <summary>Gives a draft the value that it has when nobody names one; null for none.</summary>
    public Action<Draft<TEntity, TDto>>? Defaulting { get; private set; }

    /// <summary>Whether anything can be written at all.</summary>
    public abstract bool HasWriter { get; }

    /// <summary>Whether the draft's author may write the field now.</summary>
    public bool IsWritable(Draft<TEntity, TDto> draft) =>
        HasWriter
        && (WriteNeeds == PermissionSet.Empty || WriteNeeds.Overlaps(draft.Permissions))
        && (IsWritableWhen is null || IsWritableWhen(draft));

    /// <summary>Whether the field is there for a viewer at all; null when it is for all.</summary>
    public Func<Access, bool>? IsOpenTo { get; private set; }

    /// <summary>Whether a row has the field.</summary>
    public bool Applies(TDto dto) => AppliesTo is null || AppliesTo(dto);

    /// <summary>Whether a draft has the field, as far as its author knows.</summary>
    public bool Applies(Draft<TEntity, TDto> draft) => Applies(draft.Dto) && (IsOpenTo is null || IsOpenTo(draft.Access));

    /// <summary>Says of a field that the installation has defined what its definition says.</summary>
    /// <param name="label">The label.</param>
    /// <param name="isRequired">Whether a value must be given.</param>
    /// <param name="appliesTo">Which rows have it.</param>
    /// <param name="isOpenTo">For whom it is there.</param>
    /// <param name="isShown">To whom bodies show it.</param>
    /// <param name="isWritable">Who may write it.</param>
    /// <param name="defaulting">Gives a draft the usual value; null for none.</param>
    internal void Define(
        string label,
        bool isRequired,
        Func<TDto, bool> appliesTo,
        Func<Access, bool> isOpenTo,
        Func<TDto, Access, bool> isShown,
        Func<Draft<TEntity, TDto>, bool> isWritable,
        Action<Draft<TEntity, TDto>>? defaulting)
    {
        (Label, IsRequired, HasDefault, IsCheckedWhenSent) = (label, isRequired, defaulting is not null, true);
        (AppliesTo, IsOpenTo, IsWritableWhen, Defaulting) = (appliesTo, isOpenTo, draft => Applies(draft) && isWritable(draft), defaulting);
        IsShown = (dto, access) => appliesTo(dto) && isOpenTo(access) && isShown(dto, access);
    }

    /// <summary>What the declaration finds wrong with a state, as the sentence behind the label; null for nothing.</summary>
    public virtual string? Check(TDto dto, Draft<TEntity, TDto> draft) => null;

    /// <summary>Shown to holders of any of the permissions, in whichever project; that comes on top of other conditions.</summary>
    protected void ShowToHolders(Permission[] anyOf)
    {
        var isShown = IsShown;
        NeededAnywhere = anyOf;
        IsShown = (dto, access) => (isShown is null || isShown(dto, access)) && Array.Exists(anyOf, access.Anywhere);
    }

    /// <summary>Calls back with the field's exact type.</summary>
    public abstract TResult Accept<TResult>(IFieldVisitor<TEntity, TDto, TResult> visitor);
}
