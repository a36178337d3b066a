using OpenProject.Domain.Common;
using OpenProject.Domain.Workflows;

namespace OpenProject.Domain.WorkPackages;

/// <summary>A project that work packages come to from another one, as far as it decides what becomes of them.</summary>
/// <param name="types">The types it offers, in order of position, and whether each is a milestone.</param>
/// <param name="versions">The versions that are available in it; those that nobody asks about may be missing.</param>
/// <param name="categories">Its categories by name.</param>
/// <param name="statuses">What its types pass.</param>
public sealed class Destination(
    IReadOnlyList<(long Id, bool IsMilestone)> types, IReadOnlySet<long> versions, IReadOnlyDictionary<string, long> categories, TypeStatuses statuses)
{
    /// <summary>
    /// What a work package has there. The type stays where it is offered, else it becomes the first that is, or is not, a milestone
    /// as before; a version that is not available is dropped, and a category becomes the one of the same name.
    /// </summary>
    /// <param name="before">What it had.</param>
    /// <param name="category">The name of its category.</param>
    public Belonging Receive(Belonging before, string? category)
    {
        var type = TypeFor(before);
        return new Belonging(
            type.Id,
            type.IsMilestone,
            type.Id == before.TypeId ? before.StatusId : statuses.Keep(type.Id, before.StatusId),
            before.VersionId is { } version && versions.Contains(version) ? version : null,
            category is not null && categories.TryGetValue(category, out var same) ? same : null);
    }

    /// <summary>The same for one that comes along below another, which nobody looks at.</summary>
    /// <exception cref="BrokenRule">It would become a milestone, and its dates one.</exception>
    public Belonging ReceiveAlong(Belonging before, string? category)
    {
        var after = Receive(before, category);
        return after.IsMilestone && !before.IsMilestone
            ? throw new BrokenRule("project", "Project offers no type for the work packages below this one.")
            : after;
    }

    private (long Id, bool IsMilestone) TypeFor(Belonging before)
    {
        if (types.Count == 0 || types.Any(type => type.Id == before.TypeId))
            return (before.TypeId, before.IsMilestone);
        var alike = types.Where(type => type.IsMilestone == before.IsMilestone).Take(1).ToList();
        return alike.Count > 0 ? alike[0] : types[0];
    }
}
