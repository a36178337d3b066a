using OpenProject.Application.Resources;
using OpenProject.Domain.Notifications;
using OpenProject.Domain.Principals;
using OpenProject.Domain.Projects;

namespace OpenProject.Application.Notifications;

/// <summary>A notification, as read.</summary>
public sealed class NotificationDto : IResourceDto
{
    /// <inheritdoc/>
    public long Id { get; init; }

    /// <summary>Why one is told.</summary>
    public NotificationReason Reason { get; init; }

    /// <summary>Whether it has been read.</summary>
    public bool Read { get; init; }

    /// <summary>The date that an alert is about, or null.</summary>
    public AlertedDate? AlertedDate { get; init; }

    /// <summary>The work package.</summary>
    public long WorkPackageId { get; init; }

    /// <summary>Its subject.</summary>
    public string WorkPackageSubject { get; init; } = "";

    /// <summary>Its first day.</summary>
    public DateOnly? WorkPackageStartDate { get; init; }

    /// <summary>Its last day.</summary>
    public DateOnly? WorkPackageDueDate { get; init; }

    /// <summary>Its project.</summary>
    public long WorkPackageProjectId { get; init; }

    /// <summary>The project's name.</summary>
    public string? WorkPackageProjectName { get; init; }

    /// <summary>The project's kind.</summary>
    public ProjectKind WorkPackageProjectKind { get; init; }

    /// <summary>The change or comment, or null.</summary>
    public long? ActivityId { get; init; }

    /// <summary>Who brought it about, or null.</summary>
    public long? ActorId { get; init; }

    /// <summary>The name of who did.</summary>
    public string? ActorName { get; init; }

    /// <summary>The kind of who did.</summary>
    public PrincipalKind? ActorKind { get; init; }

    /// <summary>When it was made, UTC.</summary>
    public DateTime CreatedAt { get; init; }

    /// <summary>When it was made, read, or marked as not read, UTC.</summary>
    public DateTime UpdatedAt { get; init; }
}
