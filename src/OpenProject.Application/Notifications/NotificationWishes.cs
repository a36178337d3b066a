using OpenProject.Application.Resources;
using OpenProject.Domain.Common;
using OpenProject.Domain.Notifications;

namespace OpenProject.Application.Notifications;

/// <summary>An attribute that is all that a user wants to be told of: for projects, and for all others. Two are equal when they say the same, in any order.</summary>
/// <param name="Items">What he wants where.</param>
public sealed record NotificationWishes(IReadOnlyList<WishInProject> Items)
{
    /// <summary>Of so many projects something may be said.</summary>
    public const int Most = 1000;

    /// <summary>Nothing said.</summary>
    public static NotificationWishes None { get; } = new([]);

    /// <inheritdoc/>
    public bool Equals(NotificationWishes? other) =>
        other is not null && Items.Count == other.Items.Count
        && Items.OrderBy(i => i.ProjectId).Select(i => (i.ProjectId, i.Wish)).SequenceEqual(other.Items.OrderBy(i => i.ProjectId).Select(i => (i.ProjectId, i.Wish)));

    /// <inheritdoc/>
    public override int GetHashCode() => Items.Count;

    /// <summary>Checks what can be known without asking.</summary>
    /// <exception cref="BrokenRule">A project comes twice, or a number of days is none of those there are.</exception>
    public void Check(long userId)
    {
        if (Items.DistinctBy(i => i.ProjectId).Count() < Items.Count)
            throw new BrokenRule("notifications", "Notifications name a project more than once.");
        foreach (var item in Items)
            _ = NotificationSetting.Create(userId, item.ProjectId, item.Wish);
    }
}

/// <summary>What a user wants to be told of in a project.</summary>
/// <param name="ProjectId">The project; null for all of which nothing is said.</param>
/// <param name="Project">The project as a link; null for none.</param>
/// <param name="Wish">What he wants.</param>
public sealed record WishInProject(long? ProjectId, Reference? Project, NotificationWish Wish);
