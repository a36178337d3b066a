using OpenProject.Application.Resources;

namespace OpenProject.Application.Reminders;

/// <summary>A reminder, as read.</summary>
public sealed class ReminderDto : IResourceDto
{
    /// <inheritdoc/>
    public long Id { get; init; }

    /// <summary>When, UTC; null until it is said.</summary>
    public DateTime? RemindAt { get; init; }

    /// <summary>What one wrote to oneself; empty for nothing.</summary>
    public string? Note { get; init; }

    /// <summary>Who wants to be reminded.</summary>
    public long UserId { get; init; }

    /// <summary>The name of who wants to.</summary>
    public string? UserName { get; init; }

    /// <summary>The work package.</summary>
    public long WorkPackageId { get; init; }

    /// <summary>Its subject.</summary>
    public string? WorkPackageSubject { get; init; }
}
