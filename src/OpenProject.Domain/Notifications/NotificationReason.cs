namespace OpenProject.Domain.Notifications;

/// <summary>Why somebody is told of something. Where several hold, the first of these does.</summary>
public enum NotificationReason
{
    /// <summary>A text names him.</summary>
    Mentioned = 1,

    /// <summary>It is assigned to him.</summary>
    Assigned = 2,

    /// <summary>He answers for it.</summary>
    Responsible = 3,

    /// <summary>He watches it.</summary>
    Watched = 4,

    /// <summary>It was created in a project of which he wants to know.</summary>
    Created = 5,

    /// <summary>It was commented on in a project of which he wants to know.</summary>
    Commented = 6,

    /// <summary>It has another status in a project of which he wants to know.</summary>
    Processed = 7,

    /// <summary>It has another priority in a project of which he wants to know.</summary>
    Prioritized = 8,

    /// <summary>It takes place at another time in a project of which he wants to know.</summary>
    Scheduled = 9,

    /// <summary>A day of it is near, or over.</summary>
    DateAlert = 10,

    /// <summary>He wanted to be reminded.</summary>
    Reminder = 11,
}
