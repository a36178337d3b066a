using OpenProject.Domain.Common;

namespace OpenProject.Domain.WorkPackages;

/// <content>What can be done with a work package. That ids exist and are allowed in the project is checked by its contract.</content>
public sealed partial class WorkPackage
{
    /// <summary>A new work package that the verbs have still to fill: subject, project, type, status and priority are required.</summary>
    public static WorkPackage Draft(long authorId, DateTime now) => new() { AuthorId = authorId, CreatedAt = now, UpdatedAt = now };

    /// <summary>A new work package.</summary>
    /// <exception cref="BrokenRule">Blank or too long subject.</exception>
    public static WorkPackage Create(long projectId, long typeId, long statusId, long priorityId, string subject, long authorId, DateTime now)
    {
        var workPackage = Draft(authorId, now);
        workPackage.MoveToProject(projectId);
        workPackage.BecomeType(typeId);
        workPackage.MoveTo(statusId);
        workPackage.Prioritize(priorityId);
        workPackage.Rename(subject);
        return workPackage;
    }

    /// <summary>Changes the subject.</summary>
    /// <exception cref="BrokenRule">Blank or too long.</exception>
    public void Rename(string? subject) => Subject = TextRule.Required(subject, "subject", "Subject", SubjectLimit);

    /// <summary>Describes it.</summary>
    /// <param name="raw">Markdown.</param>
    /// <param name="html">The same, rendered and cleaned.</param>
    public void Describe(string? raw, string? html) => (Description, DescriptionHtml) = (raw, html);

    /// <summary>Moves it to a project.</summary>
    public void MoveToProject(long projectId) => ProjectId = projectId;

    /// <summary>Changes its type. <see cref="SettleDates"/> then makes a milestone's dates one.</summary>
    public void BecomeType(long typeId) => TypeId = typeId;

    /// <summary>Moves it to a status.</summary>
    public void MoveTo(long statusId) => StatusId = statusId;

    /// <summary>Changes its priority.</summary>
    public void Prioritize(long priorityId) => PriorityId = priorityId;

    /// <summary>Names another author; administrators may, when a setting allows it.</summary>
    public void AttributeTo(long authorId) => AuthorId = authorId;

    /// <summary>Says that it was begun before it came here. Its journal still tells who brought it, and when.</summary>
    /// <param name="createdAt">When it was begun, UTC.</param>
    public void BeginAt(DateTime createdAt) => CreatedAt = createdAt;

    /// <summary>Says who works on it.</summary>
    public void AssignTo(long? assigneeId) => AssigneeId = assigneeId;

    /// <summary>Says who answers for it.</summary>
    public void MakeResponsible(long? responsibleId) => ResponsibleId = responsibleId;

    /// <summary>Files it under a category.</summary>
    public void FileUnder(long? categoryId) => CategoryId = categoryId;

    /// <summary>Says which sprint it is planned for; in another one it has no place yet.</summary>
    public void Join(long? sprintId)
    {
        if (sprintId != SprintId)
            SprintPosition = null;
        SprintId = sprintId;
    }

    /// <summary>Takes a place in its sprint, from 1; where it is planned for none, there is none to take.</summary>
    public void QueueAt(int position) => SprintPosition = SprintId is null ? null : position;

    /// <summary>Says which phase of its project it belongs to.</summary>
    public void Enter(long? phaseId) => PhaseId = phaseId;

    /// <summary>Says how much it is.</summary>
    /// <exception cref="BrokenRule">Less than nothing, or more than anybody says.</exception>
    public void Weigh(int? storyPoints)
    {
        if (storyPoints is < 0 or > MostStoryPoints)
            throw new BrokenRule("storyPoints", $"Story points must be between 0 and {MostStoryPoints}.");
        StoryPoints = storyPoints;
    }

    /// <summary>Says which budget it is paid from.</summary>
    public void Fund(long? budgetId) => BudgetId = budgetId;

    /// <summary>Plans it for a version.</summary>
    public void PlanFor(long? versionId) => VersionId = versionId;

    /// <summary>Puts it below another one. That the parent is no descendant of it is the caller's check.</summary>
    /// <exception cref="BrokenRule">The work package itself.</exception>
    public void MoveBelow(long? parentId)
    {
        if (parentId is not null && parentId == Id)
            throw new BrokenRule("parent", "Parent cannot be the work package itself.");
        ParentId = parentId;
    }

    /// <summary>Takes over what its descendants imply.</summary>
    public void Derive(Scheduling.DerivedValues values)
    {
        DerivedStartDate = values.StartDate;
        DerivedDueDate = values.DueDate;
        DerivedEstimatedMinutes = values.EstimatedMinutes;
        DerivedRemainingMinutes = values.RemainingMinutes;
        DerivedPercentageDone = values.PercentageDone;
    }

    /// <inheritdoc/>
    public void Touch(DateTime now) => UpdatedAt = now;
}
