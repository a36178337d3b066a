using OpenProject.Application.Resources;

namespace OpenProject.Application.Writes;

/// <summary>New targets for a list of links, replacing the old ones.</summary>
public sealed class ToManyChange<TEntity, TDto>(ToMany<TEntity, TDto> links, IReadOnlyList<LinkTarget> targets) : Change<TEntity, TDto>
    where TEntity : class
    where TDto : class, IResourceDto
{
    /// <inheritdoc/>
    public override Field<TEntity, TDto> Field => links;

    /// <summary>The links.</summary>
    public ToMany<TEntity, TDto> Links => links;

    /// <summary>Where they shall lead.</summary>
    public IReadOnlyList<LinkTarget> Targets => targets;

    /// <summary>The targets that a row has not yet.</summary>
    public IReadOnlyList<LinkTarget> AddedTo(TDto original)
    {
        var before = links.Get(original).Select(KeyOf).ToHashSet(StringComparer.Ordinal);
        return [.. targets.Where(t => !before.Contains(t.Key)).DistinctBy(t => t.Key)];
    }

    /// <inheritdoc/>
    public override bool Differs(TDto original)
    {
        if (links.IsOnlyWritten)
            return true;
        var (before, after) = (links.Get(original).Select(KeyOf), targets.Select(t => t.Key));
        return links.IsOrdered ? !before.SequenceEqual(after) : !before.ToHashSet(StringComparer.Ordinal).SetEquals(after);
    }

    /// <inheritdoc/>
    public override void Apply(Draft<TEntity, TDto> draft) => links.Set!(draft.Entity, targets, draft);

    private static string KeyOf(Reference reference) => reference.Code ?? reference.Id.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
