using OpenProject.Domain.Common;
using OpenProject.Domain.Projects;
using OpenProject.Domain.Users;

namespace OpenProject.Domain.Notifications;

/// <summary>What a user wants to be told of: in one project, or wherever he has said nothing of the project.</summary>
public sealed class NotificationSetting : AggregateRoot, IContent
{
    /// <summary>The numbers of days before a date that one may be told of it.</summary>
    public static readonly IReadOnlyList<int> DaysBefore = [0, 1, 3, 7];

    /// <summary>After how many days one may be told again and again of what is overdue.</summary>
    public static readonly IReadOnlyList<int> DaysOverdue = [1, 3, 7];

    private NotificationSetting()
    {
    }

    /// <summary>Who wants it so.</summary>
    public long UserId { get; private set; }

    /// <summary>Who wants it so; for queries only.</summary>
    public User User { get; private set; } = null!;

    /// <summary>Where; null for everywhere else.</summary>
    public long? ProjectId { get; private set; }

    /// <summary>Where; for queries only.</summary>
    public Project? Project { get; private set; }

    /// <summary>Texts that name him.</summary>
    public bool Mentioned { get; private set; }

    /// <summary>What is assigned to him.</summary>
    public bool Assignee { get; private set; }

    /// <summary>What he answers for.</summary>
    public bool Responsible { get; private set; }

    /// <summary>What he watches.</summary>
    public bool Watched { get; private set; }

    /// <summary>New work packages.</summary>
    public bool WorkPackageCreated { get; private set; }

    /// <summary>Comments.</summary>
    public bool WorkPackageCommented { get; private set; }

    /// <summary>Other statuses.</summary>
    public bool WorkPackageProcessed { get; private set; }

    /// <summary>Other priorities.</summary>
    public bool WorkPackagePrioritized { get; private set; }

    /// <summary>Other dates.</summary>
    public bool WorkPackageScheduled { get; private set; }

    /// <summary>So many days before the first day; null for never.</summary>
    public int? StartDateDays { get; private set; }

    /// <summary>So many days before the last day; null for never.</summary>
    public int? DueDateDays { get; private set; }

    /// <summary>Every so many days after the last day; null for never.</summary>
    public int? OverdueDays { get; private set; }

    /// <summary>What counts for who has said nothing: what concerns himself, and a day before dates.</summary>
    public static NotificationSetting Usual(long userId) => new()
    {
        UserId = userId,
        Mentioned = true,
        Assignee = true,
        Responsible = true,
        Watched = true,
        StartDateDays = 1,
        DueDateDays = 1,
    };

    /// <summary>A user's wish.</summary>
    /// <exception cref="BrokenRule">A number of days that there is not.</exception>
    public static NotificationSetting Create(long userId, long? projectId, NotificationWish wish)
    {
        if ((wish.StartDateDays ?? wish.DueDateDays ?? 0) < 0 || !IsOne(wish.StartDateDays, DaysBefore) || !IsOne(wish.DueDateDays, DaysBefore) || !IsOne(wish.OverdueDays, DaysOverdue))
            throw new BrokenRule("notifications", "Notifications have a number of days that is not one of the allowed values.");
        return new()
        {
            UserId = userId,
            ProjectId = projectId,
            Mentioned = wish.Mentioned,
            Assignee = wish.Assignee,
            Responsible = wish.Responsible,
            Watched = wish.Watched,
            WorkPackageCreated = wish.WorkPackageCreated,
            WorkPackageCommented = wish.WorkPackageCommented,
            WorkPackageProcessed = wish.WorkPackageProcessed,
            WorkPackagePrioritized = wish.WorkPackagePrioritized,
            WorkPackageScheduled = wish.WorkPackageScheduled,
            StartDateDays = wish.StartDateDays,
            DueDateDays = wish.DueDateDays,
            OverdueDays = wish.OverdueDays,
        };
    }

    /// <summary>The same as a wish.</summary>
    public NotificationWish Wish() => new()
    {
        Mentioned = Mentioned,
        Assignee = Assignee,
        Responsible = Responsible,
        Watched = Watched,
        WorkPackageCreated = WorkPackageCreated,
        WorkPackageCommented = WorkPackageCommented,
        WorkPackageProcessed = WorkPackageProcessed,
        WorkPackagePrioritized = WorkPackagePrioritized,
        WorkPackageScheduled = WorkPackageScheduled,
        StartDateDays = StartDateDays,
        DueDateDays = DueDateDays,
        OverdueDays = OverdueDays,
    };

    /// <summary>Why its user is told of a change, when he is involved so; null when he is not.</summary>
    public NotificationReason? ReasonFor(WorkPackageChange change, Involvement involvement) => (involvement, change) switch
    {
        ({ IsMentioned: true }, _) when Mentioned => NotificationReason.Mentioned,
        ({ IsAssignee: true }, _) when Assignee => NotificationReason.Assigned,
        ({ IsResponsible: true }, _) when Responsible => NotificationReason.Responsible,
        ({ IsWatcher: true }, _) when Watched => NotificationReason.Watched,
        (_, { IsNew: true }) when WorkPackageCreated => NotificationReason.Created,
        (_, { IsComment: true }) when WorkPackageCommented => NotificationReason.Commented,
        (_, { HasStatus: true }) when WorkPackageProcessed => NotificationReason.Processed,
        (_, { HasPriority: true }) when WorkPackagePrioritized => NotificationReason.Prioritized,
        (_, { HasDates: true }) when WorkPackageScheduled => NotificationReason.Scheduled,
        _ => null,
    };

    private static bool IsOne(int? days, IReadOnlyList<int> allowed) => days is null || allowed.Contains(days.Value);
}
