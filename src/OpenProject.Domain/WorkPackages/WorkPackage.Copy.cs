using OpenProject.Domain.Common;

namespace OpenProject.Domain.WorkPackages;

/// <content>How it is copied.</content>
public sealed partial class WorkPackage
{
    /// <summary>
    /// The like of it in another project that offers the same types: alone, of no version, category, sprint, phase or budget, and nobody's,
    /// as what it is to have of these is for the caller to say.
    /// </summary>
    /// <param name="projectId">The other project.</param>
    /// <param name="authorId">Whose the copy is.</param>
    /// <param name="now">When, UTC.</param>
    /// <param name="without">The custom fields whose values it does not get.</param>
    public WorkPackage CopyTo(long projectId, long authorId, DateTime now, IReadOnlyCollection<long> without)
    {
        var copy = new WorkPackage
        {
            Subject = Subject,
            Description = Description,
            DescriptionHtml = DescriptionHtml,
            ProjectId = projectId,
            TypeId = TypeId,
            StatusId = StatusId,
            PriorityId = PriorityId,
            AuthorId = authorId,
            StartDate = StartDate,
            DueDate = DueDate,
            DurationDays = DurationDays,
            IgnoreNonWorkingDays = IgnoreNonWorkingDays,
            ScheduleManually = ScheduleManually,
            EstimatedMinutes = EstimatedMinutes,
            RemainingMinutes = RemainingMinutes,
            PercentageDone = PercentageDone,
            StoryPoints = StoryPoints,
            CreatedAt = now,
            UpdatedAt = now,
        };
        CustomValue.Copy(this, copy, without);
        return copy;
    }
}
