namespace OpenProject.Domain.Notifications;

/// <summary>What somebody wants to be told of, wherever it counts. What is not said is not wanted.</summary>
public sealed record NotificationWish
{
    /// <summary>Texts that name him.</summary>
    public bool Mentioned { get; init; }

    /// <summary>What is assigned to him.</summary>
    public bool Assignee { get; init; }

    /// <summary>What he answers for.</summary>
    public bool Responsible { get; init; }

    /// <summary>What he watches.</summary>
    public bool Watched { get; init; }

    /// <summary>New work packages.</summary>
    public bool WorkPackageCreated { get; init; }

    /// <summary>Comments.</summary>
    public bool WorkPackageCommented { get; init; }

    /// <summary>Other statuses.</summary>
    public bool WorkPackageProcessed { get; init; }

    /// <summary>Other priorities.</summary>
    public bool WorkPackagePrioritized { get; init; }

    /// <summary>Other dates.</summary>
    public bool WorkPackageScheduled { get; init; }

    /// <summary>So many days before the first day; null for never.</summary>
    public int? StartDateDays { get; init; }

    /// <summary>So many days before the last day; null for never.</summary>
    public int? DueDateDays { get; init; }

    /// <summary>Every so many days after the last day; null for never.</summary>
    public int? OverdueDays { get; init; }
}
