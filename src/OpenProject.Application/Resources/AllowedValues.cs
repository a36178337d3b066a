using OpenProject.Application.Queries;
using OpenProject.Application.Writes;

namespace OpenProject.Application.Resources;

/// <summary>
/// What a link may lead to: either few resources, which forms list with their bodies, or a collection that is named by
/// its href. Both are checked when a draft is validated.
/// </summary>
public abstract class AllowedValues<TEntity, TDto>
    where TEntity : class
    where TDto : class, IResourceDto
{
    /// <summary>The href of the collection of allowed resources for a draft; null when forms list them instead.</summary>
    public virtual string? HrefFor(Draft<TEntity, TDto> draft) => null;

    /// <summary>The allowed resources with their bodies; null when they are many and only named by an href.</summary>
    public virtual Task<Elements?> ListAsync(Draft<TEntity, TDto> draft, ResourceReader reader, CancellationToken cancellationToken) =>
        Task.FromResult<Elements?>(null);

    /// <summary>Whether a target is allowed for a draft.</summary>
    public abstract Task<bool> AllowsAsync(
        Draft<TEntity, TDto> draft, LinkTarget wanted, ResourceReader reader, CancellationToken cancellationToken);

    /// <summary>Whether each of several targets is allowed; kinds that are sets of rows ask once.</summary>
    public virtual async Task<bool> AllowAllAsync(
        Draft<TEntity, TDto> draft, IReadOnlyList<LinkTarget> wanted, ResourceReader reader, CancellationToken cancellationToken)
    {
        foreach (var target in wanted)
        {
            if (!await AllowsAsync(draft, target, reader, cancellationToken))
                return false;
        }

        return true;
    }

    /// <summary>The sentence for a target that is not allowed.</summary>
    public virtual string RefusalOf(string label) => $"{label} is not set to one of the allowed values.";
}
