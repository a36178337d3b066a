using OpenProject.Application.Common;
using OpenProject.Application.Permissions;
using OpenProject.Application.Resources;
using OpenProject.Domain.Common;
using OpenProject.Domain.Roles;

namespace OpenProject.Application.Writes;

/// <summary>
/// A resource with a request's changes applied but not stored: what forms show and what a commit stores.
/// </summary>
public sealed class Draft<TEntity, TDto>
    where TEntity : class
    where TDto : class, IResourceDto
{
    private readonly List<FieldError> errors = [];

    internal Draft(TEntity entity, TDto original, ChangeSet<TEntity, TDto> changes, bool isNew, Access access, DateTime now)
    {
        Entity = entity;
        Original = original;
        Dto = original;
        Changes = changes;
        IsNew = isNew;
        Access = access;
        Now = now;
    }

    /// <summary>The aggregate, changed.</summary>
    public TEntity Entity { get; }

    /// <summary>The state before the request; the blank resource's for a new one.</summary>
    public TDto Original { get; }

    /// <summary>The state after the request's changes.</summary>
    public TDto Dto { get; internal set; }

    /// <summary>What the request sent.</summary>
    public ChangeSet<TEntity, TDto> Changes { get; }

    /// <summary>Whether the resource is not stored yet.</summary>
    public bool IsNew { get; }

    /// <summary>Who writes.</summary>
    public Access Access { get; }

    /// <summary>When, UTC.</summary>
    public DateTime Now { get; }

    /// <summary>What the writer may do in the resource's project (for a new one, the project it shall be in) and everywhere.</summary>
    public PermissionSet Permissions { get; internal set; }

    /// <summary>Completes the row of the new state with what the contract looked up and no map can know; null for nothing.</summary>
    public Action<TDto>? AfterMapping { get; set; }

    /// <summary>What is wrong so far.</summary>
    public IReadOnlyList<FieldError> Errors => errors;

    /// <summary>Whether the request sent the attribute, changed or not.</summary>
    public bool Sent(string attribute) => Changes.Find(attribute) is not null;

    /// <summary>Whether the request changes the attribute.</summary>
    public bool Changed(string attribute) => Changes.Find(attribute) is { } change && change.Differs(Original);

    /// <summary>Adds an error, unless the attribute has a more basic one already.</summary>
    public void Refuse(FieldError error)
    {
        if (errors.TrueForAll(e => e.Attribute != error.Attribute || (e.Kind == error.Kind && e.Kind == FieldErrorKind.Constraint && e.Message != error.Message)))
            errors.Add(error);
    }

    /// <summary>Adds a broken constraint.</summary>
    public void Refuse(string attribute, string message) => Refuse(new FieldError(attribute, message));

    /// <summary>Changes the aggregate; a rule that this would break is an error of the draft.</summary>
    /// <returns>Whether it broke none.</returns>
    public bool Attempt(Action change)
    {
        try
        {
            change();
            return true;
        }
        catch (BrokenRule broken)
        {
            Refuse(broken.Member, broken.Message);
            return false;
        }
    }
}
