using OpenProject.Domain.Common;
using OpenProject.Domain.Principals;
using OpenProject.Domain.Users;
using OpenProject.Domain.WorkPackages;

namespace OpenProject.Domain.Notifications;

/// <summary>That somebody is told of something about a work package, once, until he has read it.</summary>
public sealed class Notification : AggregateRoot, IContent
{
    private Notification()
    {
    }

    /// <summary>Who is told.</summary>
    public long RecipientId { get; private set; }

    /// <summary>Who is told; for queries only.</summary>
    public User Recipient { get; private set; } = null!;

    /// <summary>What it is about.</summary>
    public long WorkPackageId { get; private set; }

    /// <summary>What it is about; for queries only.</summary>
    public WorkPackage WorkPackage { get; private set; } = null!;

    /// <summary>The change or comment that he is told of; null for alerts and reminders.</summary>
    public long? ActivityId { get; private set; }

    /// <summary>The change or comment; for queries only.</summary>
    public WorkPackageJournal? Activity { get; private set; }

    /// <summary>Who brought it about; null for alerts and reminders.</summary>
    public long? ActorId { get; private set; }

    /// <summary>Who brought it about; for queries only.</summary>
    public Principal? Actor { get; private set; }

    /// <summary>Why.</summary>
    public NotificationReason Reason { get; private set; }

    /// <summary>Whether he has read it.</summary>
    public bool Read { get; private set; }

    /// <summary>The date that an alert is about; null for others.</summary>
    public AlertedDate? AlertedDate { get; private set; }

    /// <summary>The day on which an alert was given; null for others. There is one a day for a date of a work package.</summary>
    public DateOnly? AlertedOn { get; private set; }

    /// <summary>When it was made, UTC.</summary>
    public DateTime CreatedAt { get; private set; }

    /// <summary>When it was made, read, or marked as not read, UTC.</summary>
    public DateTime UpdatedAt { get; private set; }

    /// <summary>Tells of a change or a comment.</summary>
    /// <param name="recipientId">Who is told.</param>
    /// <param name="activity">Of what.</param>
    /// <param name="actorId">Who brought it about: its author, or who edited it.</param>
    /// <param name="reason">Why.</param>
    /// <param name="now">When, UTC.</param>
    public static Notification OfActivity(long recipientId, WorkPackageJournal activity, long actorId, NotificationReason reason, DateTime now) => new()
    {
        RecipientId = recipientId,
        WorkPackageId = activity.WorkPackageId,
        ActivityId = activity.Id,
        ActorId = actorId,
        Reason = reason,
        CreatedAt = now,
        UpdatedAt = now,
    };

    /// <summary>Tells that a date is near, or over.</summary>
    public static Notification OfDate(long recipientId, long workPackageId, AlertedDate date, DateOnly today, DateTime now) => new()
    {
        RecipientId = recipientId,
        WorkPackageId = workPackageId,
        Reason = NotificationReason.DateAlert,
        AlertedDate = date,
        AlertedOn = today,
        CreatedAt = now,
        UpdatedAt = now,
    };

    /// <summary>Reminds somebody, as he wanted to be.</summary>
    public static Notification OfReminder(long recipientId, long workPackageId, DateTime now) => new()
    {
        RecipientId = recipientId,
        WorkPackageId = workPackageId,
        Reason = NotificationReason.Reminder,
        CreatedAt = now,
        UpdatedAt = now,
    };
}
