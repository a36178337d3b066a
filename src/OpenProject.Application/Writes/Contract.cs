using FluentValidation;
using OpenProject.Application.Common;
using OpenProject.Application.Resources;
using OpenProject.Domain.Roles;

namespace OpenProject.Application.Writes;

/// <summary>
/// The business rules of a resource's writes: who may write at all, what follows from what was sent, and which states are
/// wrong. The rules that the declaration implies (required, lengths, targets, writability) are not repeated here.
/// </summary>
public abstract class Contract<TEntity, TDto> : AbstractValidator<Draft<TEntity, TDto>>
    where TEntity : class
    where TDto : class, IResourceDto
{
    /// <summary>Leaves as forbidden (or not found, or conflict) when the writer may not write this resource at all.</summary>
    public abstract Task AuthorizeAsync(Draft<TEntity, TDto> draft, CancellationToken cancellationToken);

    /// <summary>Derives what the request left open, after its changes were applied.</summary>
    public virtual Task DeriveAsync(Draft<TEntity, TDto> draft, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>A state must hold.</summary>
    protected void Must(string attribute, Func<Draft<TEntity, TDto>, bool> holds, string message) =>
        RuleFor(draft => draft).Must((_, draft) => holds(draft)).OverridePropertyName(attribute).WithMessage(message);

    /// <summary>A state must hold, which the database knows.</summary>
    protected void MustAsync(string attribute, Func<Draft<TEntity, TDto>, CancellationToken, Task<bool>> holds, string message) =>
        RuleFor(draft => draft).MustAsync((_, draft, cancellationToken) => holds(draft, cancellationToken))
            .OverridePropertyName(attribute).WithMessage(message);

    /// <summary>
    /// No other row may hold the value of an attribute. A value that the request leaves as it was is not asked about.
    /// </summary>
    /// <param name="attribute">The API's name of the attribute.</param>
    /// <param name="label">What messages call it.</param>
    /// <param name="value">The value; null and the empty text may be held by many.</param>
    /// <param name="before">The value as it was stored.</param>
    /// <param name="others">The other rows that hold the entity's value. They exclude it by its id, as a collation may take its own earlier value for equal.</param>
    /// <param name="store">Asks.</param>
    protected void Unique(
        string attribute, string label, Func<TEntity, string?> value, Func<TDto, string?> before, Func<TEntity, IQueryable<TEntity>> others, IReadStore store) =>
        MustAsync(
            attribute,
            async (draft, cancellationToken) => value(draft.Entity) is not { Length: > 0 } written || written == before(draft.Original)
                || !await store.AnyAsync(others(draft.Entity), cancellationToken),
            label + " has already been taken.");

    /// <summary>
    /// Leaves as forbidden unless the writer holds the permission where the resource is, or shall be. A new resource's project
    /// that he cannot see is an invalid target, left to the rules of the link, as long as he holds the permission anywhere.
    /// </summary>
    protected static async Task AllowInAsync(
        Draft<TEntity, TDto> draft, long? projectId, Permission permission, CancellationToken cancellationToken)
    {
        if (draft.Permissions.Contains(permission))
            return;
        var visible = draft.Access.VisibleProjects();
        var isSeen = projectId is { } wanted and > 0 && await draft.Access.Store.AnyAsync(visible.Where(id => id == wanted), cancellationToken);
        Allow(draft.IsNew && !isSeen);
        Allow(await draft.Access.AnywhereAsync(permission));
    }

    /// <summary>Leaves as forbidden unless the condition holds.</summary>
    protected static void Allow(bool isAllowed)
    {
        if (!isAllowed)
            throw new ProblemException(new Problem.Forbidden());
    }
}
