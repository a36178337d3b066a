using OpenProject.Application.Common;
using OpenProject.Application.Queries;
using OpenProject.Application.Resources;

namespace OpenProject.Application.Writes;

/// <summary>The rules that a declaration implies: required values, lengths, fixed values, and targets that exist and are allowed.</summary>
public sealed class DeclaredRules(ResourceReader reader, ResourceRegistry registry)
{
    /// <summary>Adds what the declaration refuses to the draft's errors.</summary>
    public async Task CheckAsync<TEntity, TDto>(
        Resource<TEntity, TDto> resource, Draft<TEntity, TDto> draft, CancellationToken cancellationToken)
        where TEntity : class
        where TDto : class, IResourceDto
    {
        // A refused value was not taken over, so the state says nothing about it.
        var refused = draft.Errors.Select(e => e.Attribute).ToHashSet(StringComparer.Ordinal);
        foreach (var field in resource.Fields.Where(f => !refused.Contains(f.Name) && f.Applies(draft)))
        {
            if (field.IsCheckedWhenSent && !draft.IsNew && !draft.Sent(field.Name))
                continue;
            if (field.Check(draft.Dto, draft) is { } broken)
                draft.Refuse(field.Name, $"{field.Label} {broken}");
        }

        foreach (var change in draft.Changes.Changes)
        {
            // What could not even be written has been told already.
            if (!change.Field.HasWriter || !change.Field.Applies(draft) || !change.Differs(draft.Original) || draft.Errors.Any(e => e.Attribute == change.Field.Name))
                continue;
            if (change is ToOneChange<TEntity, TDto> { Target: { } target } one)
                await CheckTargetAsync(draft, one.Link.Name, one.Link.Label, one.Link.Allowed, target, cancellationToken);
            if (change is ToManyChange<TEntity, TDto> many)
                await CheckTargetsAsync(draft, many, cancellationToken);
        }
    }

    // What is linked already may stay; so a long list costs no more than what is new in it.
    private async Task CheckTargetsAsync<TEntity, TDto>(
        Draft<TEntity, TDto> draft, ToManyChange<TEntity, TDto> change, CancellationToken cancellationToken)
        where TEntity : class
        where TDto : class, IResourceDto
    {
        var (links, added) = (change.Links, change.AddedTo(draft.Original));
        if (links.Allowed is { } allowed)
        {
            if (!await allowed.AllowAllAsync(draft, added, reader, cancellationToken))
                draft.Refuse(links.Name, allowed.RefusalOf(links.Label));
            return;
        }

        foreach (var linked in added)
            await CheckTargetAsync(draft, links.Name, links.Label, allowed: null, linked, cancellationToken);
    }

    private async Task CheckTargetAsync<TEntity, TDto>(
        Draft<TEntity, TDto> draft,
        string attribute,
        string label,
        AllowedValues<TEntity, TDto>? allowed,
        LinkTarget target,
        CancellationToken cancellationToken)
        where TEntity : class
        where TDto : class, IResourceDto
    {
        // What is elsewhere only the aggregate can judge.
        if (ReferenceEquals(target.Path, ResourcePath.Elsewhere))
            return;
        if (allowed is null)
        {
            if (registry.AtPath(target.Path) is not { } kind || !await kind.IsVisibleAsync(reader, target.Id, cancellationToken))
                draft.Refuse(attribute, $"{label} does not exist.");
        }
        else if (!await allowed.AllowsAsync(draft, target, reader, cancellationToken))
        {
            draft.Refuse(attribute, allowed.RefusalOf(label));
        }
    }
}
