using OpenProject.Domain.Notifications;

namespace OpenProject.Application.Notifications;

/// <summary>The API's names of what one may want to be told of.</summary>
public static class NotificationFlags
{
    /// <summary>The flags.</summary>
    public static IReadOnlyList<(string Name, Func<NotificationWish, bool> Get)> All { get; } =
    [
        ("mentioned", w => w.Mentioned), ("assignee", w => w.Assignee), ("responsible", w => w.Responsible), ("watched", w => w.Watched),
        ("workPackageCreated", w => w.WorkPackageCreated), ("workPackageCommented", w => w.WorkPackageCommented),
        ("workPackageProcessed", w => w.WorkPackageProcessed), ("workPackagePrioritized", w => w.WorkPackagePrioritized),
        ("workPackageScheduled", w => w.WorkPackageScheduled),
    ];

    /// <summary>The numbers of days: before the first day, before the last, and after it.</summary>
    public static IReadOnlyList<string> Days { get; } = ["startDate", "dueDate", "overdue"];
}
