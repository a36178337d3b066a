using OpenProject.Domain.Bcf;
using OpenProject.Domain.Common;
using OpenProject.Domain.Principals;

namespace OpenProject.Domain.WorkPackages;

/// <summary>
/// One state of a work package, complete, and who brought it about. What changed is the difference to the version before.
/// </summary>
public sealed class WorkPackageJournal : IContent, ICustomValues
{
    /// <summary>For how long further changes by the same user are told as one with the first, in minutes.</summary>
    public const int RunningMinutes = 5;

    /// <summary>Longest name of an agent.</summary>
    public const int AgentLimit = 100;

    private readonly List<CustomValue> customValues = [];

    private WorkPackageJournal()
    {
    }

    internal WorkPackageJournal(WorkPackage state, long userId, Comment? comment, DateTime now, LabelChange? labels = null, string? agent = null)
    {
        WorkPackageId = state.Id;
        Version = state.JournalVersion;
        UserId = userId;
        Agent = agent;
        (Notes, NotesHtml, Internal) = (comment?.Raw, comment?.Html, comment?.IsInternal ?? false);
        CommentGuid = comment?.Guid;
        Relabel(labels);
        CreatedAt = now;
        UpdatedAt = now;
        Copy(state);
    }

    /// <summary>The database identity; activities are addressed by it.</summary>
    public long Id { get; private set; }

    /// <summary>The work package.</summary>
    public long WorkPackageId { get; private set; }

    /// <summary>The work package; for queries only.</summary>
    public WorkPackage WorkPackage { get; private set; } = null!;

    /// <summary>1 for the first state, then one more each time.</summary>
    public int Version { get; private set; }

    /// <summary>Who made the change.</summary>
    public long UserId { get; private set; }

    /// <summary>Who made the change; for queries only.</summary>
    public Principal User { get; private set; } = null!;

    /// <summary>The program that made it for the user by its own judgement; null where he made it himself.</summary>
    public string? Agent { get; private set; }

    /// <summary>The comment, Markdown.</summary>
    public string? Notes { get; private set; }

    /// <summary>The comment, rendered.</summary>
    public string? NotesHtml { get; private set; }

    /// <summary>What building models call the comment (<see cref="BcfGuid"/>); null where nothing is said.</summary>
    public string? CommentGuid { get; private set; }

    /// <summary>The labels that its topic got, a line each; null for none.</summary>
    public string? LabelsAdded { get; private set; }

    /// <summary>The labels that its topic lost, a line each; null for none.</summary>
    public string? LabelsRemoved { get; private set; }

    /// <summary>Whether only those see it who may see internal comments.</summary>
    public bool Internal { get; private set; }

    /// <summary>When the change was made, UTC.</summary>
    public DateTime CreatedAt { get; private set; }

    /// <summary>When the comment was last edited or a further change was added, UTC.</summary>
    public DateTime UpdatedAt { get; private set; }

    /// <summary>When those were told of it who want to be, UTC; null while that has still to be done, also after a further change.</summary>
    public DateTime? NotifiedAt { get; private set; }

    /// <summary>The subject then.</summary>
    public string Subject { get; private set; } = "";

    /// <summary>The description then, Markdown.</summary>
    public string? Description { get; private set; }

    /// <summary>The project then.</summary>
    public long ProjectId { get; private set; }

    /// <summary>The type then.</summary>
    public long TypeId { get; private set; }

    /// <summary>The status then.</summary>
    public long StatusId { get; private set; }

    /// <summary>The priority then.</summary>
    public long PriorityId { get; private set; }

    /// <summary>The author then.</summary>
    public long AuthorId { get; private set; }

    /// <summary>The assignee then.</summary>
    public long? AssigneeId { get; private set; }

    /// <summary>Who answered for it then.</summary>
    public long? ResponsibleId { get; private set; }

    /// <summary>The category then.</summary>
    public long? CategoryId { get; private set; }

    /// <summary>The version it was planned for then.</summary>
    public long? TargetVersionId { get; private set; }

    /// <summary>The sprint it was planned for then.</summary>
    public long? SprintId { get; private set; }

    /// <summary>The budget it was paid from then.</summary>
    public long? BudgetId { get; private set; }

    /// <summary>The parent then.</summary>
    public long? ParentId { get; private set; }

    /// <summary>The first day then.</summary>
    public DateOnly? StartDate { get; private set; }

    /// <summary>The last day then.</summary>
    public DateOnly? DueDate { get; private set; }

    /// <summary>The duration then.</summary>
    public int? DurationDays { get; private set; }

    /// <summary>Whether every day counted then.</summary>
    public bool IgnoreNonWorkingDays { get; private set; }

    /// <summary>Whether people set the dates then.</summary>
    public bool ScheduleManually { get; private set; }

    /// <summary>The work then.</summary>
    public int? EstimatedMinutes { get; private set; }

    /// <summary>The remaining work then.</summary>
    public int? RemainingMinutes { get; private set; }

    /// <summary>How much was done then.</summary>
    public int? PercentageDone { get; private set; }

    /// <summary>How much the team took it for then.</summary>
    public int? StoryPoints { get; private set; }

    /// <summary>The values of custom fields then.</summary>
    public IReadOnlyCollection<CustomValue> CustomValues => customValues;

    private object?[] State =>
    [
        Subject, Description, ProjectId, TypeId, StatusId, PriorityId, AuthorId, AssigneeId, ResponsibleId, CategoryId, TargetVersionId,
        ParentId, StartDate, DueDate, DurationDays, IgnoreNonWorkingDays, ScheduleManually, EstimatedMinutes, RemainingMinutes, PercentageDone,
        SprintId, BudgetId, StoryPoints,
    ];

    /// <summary>Says something else instead of the comment.</summary>
    /// <param name="raw">Markdown.</param>
    /// <param name="html">The same, rendered.</param>
    /// <param name="now">When, UTC.</param>
    /// <exception cref="BrokenRule">Nothing is said.</exception>
    public void Rewrite(string? raw, string? html, DateTime now)
    {
        var comment = new Comment(raw, html, Internal);
        (Notes, NotesHtml, UpdatedAt, NotifiedAt) = (comment.Raw, comment.Html, now, null);
    }

    /// <summary>Takes back what was said; the change that it was said with stays.</summary>
    public void Unsay(DateTime now) => (Notes, NotesHtml, CommentGuid, UpdatedAt) = (null, null, null, now);

    /// <summary>Whether it describes the work package as it is.</summary>
    internal bool Shows(WorkPackage state) =>
        CustomValue.Same(state.CustomValues, customValues) && new WorkPackageJournal(state, UserId, comment: null, CreatedAt).State.SequenceEqual(State);

    /// <summary>Whether a further change is told as one with it: soon after, by the same user in the same way, and nothing was said. What internal comments were
    /// taken back from stays hidden from those who did not see them, so it tells nothing more.</summary>
    internal bool IsRunning(long userId, string? agent, DateTime now) =>
        Notes is null && !Internal && UserId == userId && Agent == agent && now - CreatedAt <= TimeSpan.FromMinutes(RunningMinutes);

    /// <summary>Takes a further change in.</summary>
    internal void Amend(WorkPackage state, LabelChange? labels, DateTime now)
    {
        Copy(state);
        Relabel(labels);
        (UpdatedAt, NotifiedAt) = (now, null);
    }

    private void Relabel(LabelChange? labels)
    {
        LabelsAdded = Lines(LabelsAdded, labels?.Added);
        LabelsRemoved = Lines(LabelsRemoved, labels?.Removed);
    }

    private static string? Lines(string? before, IReadOnlyList<string>? more) =>
        more is null or [] ? before : string.Join('\n', before is null ? more : more.Prepend(before));

    private void Copy(WorkPackage state)
    {
        Subject = state.Subject;
        Description = state.Description;
        ProjectId = state.ProjectId;
        TypeId = state.TypeId;
        StatusId = state.StatusId;
        PriorityId = state.PriorityId;
        AuthorId = state.AuthorId;
        AssigneeId = state.AssigneeId;
        ResponsibleId = state.ResponsibleId;
        CategoryId = state.CategoryId;
        TargetVersionId = state.VersionId;
        ParentId = state.ParentId;
        StartDate = state.StartDate;
        DueDate = state.DueDate;
        DurationDays = state.DurationDays;
        IgnoreNonWorkingDays = state.IgnoreNonWorkingDays;
        ScheduleManually = state.ScheduleManually;
        EstimatedMinutes = state.EstimatedMinutes;
        RemainingMinutes = state.RemainingMinutes;
        PercentageDone = state.PercentageDone;
        SprintId = state.SprintId;
        BudgetId = state.BudgetId;
        StoryPoints = state.StoryPoints;
        CustomValue.ReplaceAll(customValues, state.CustomValues);
    }
}
