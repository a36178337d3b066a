using System.Linq.Expressions;
using OpenProject.Application.CustomFields;
using OpenProject.Domain.Common;
using OpenProject.Domain.WorkPackages;

namespace OpenProject.Application.Activities;

#pragma warning disable CS1591 // The members are the columns of the journal, documented there.

/// <summary>One state of a work package, as far as activities tell it. Read flat: long texts come once, however many custom fields there are.</summary>
internal sealed class JournaledState
{
    /// <summary>Reads one.</summary>
    public static Expression<Func<WorkPackageJournal, JournaledState>> Of { get; } = j => new JournaledState
    {
        Id = j.Id, WorkPackageId = j.WorkPackageId, Version = j.Version, Subject = j.Subject, Description = j.Description, ProjectId = j.ProjectId, TypeId = j.TypeId,
        StatusId = j.StatusId, PriorityId = j.PriorityId, AuthorId = j.AuthorId, AssigneeId = j.AssigneeId, ResponsibleId = j.ResponsibleId, CategoryId = j.CategoryId,
        TargetVersionId = j.TargetVersionId, ParentId = j.ParentId, StartDate = j.StartDate, DueDate = j.DueDate, DurationDays = j.DurationDays,
        IgnoreNonWorkingDays = j.IgnoreNonWorkingDays, ScheduleManually = j.ScheduleManually, EstimatedMinutes = j.EstimatedMinutes,
        RemainingMinutes = j.RemainingMinutes, PercentageDone = j.PercentageDone, SprintId = j.SprintId, BudgetId = j.BudgetId, StoryPoints = j.StoryPoints,
    };

    /// <summary>Reads the values of custom fields of states.</summary>
    public static Expression<Func<WorkPackageJournal, CustomValue, CustomValueRow>> Value { get; } = (j, v) => new CustomValueRow
    {
        OwnerId = j.Id, FieldId = v.FieldId, Position = v.Position, Text = v.Text, Number = v.Number, Day = v.Day, ReferenceId = v.ReferenceId,
    };

    public long Id { get; init; }

    public long WorkPackageId { get; init; }

    public int Version { get; init; }

    public string Subject { get; init; } = "";

    public string? Description { get; init; }

    public long ProjectId { get; init; }

    public long TypeId { get; init; }

    public long StatusId { get; init; }

    public long PriorityId { get; init; }

    public long AuthorId { get; init; }

    public long? AssigneeId { get; init; }

    public long? ResponsibleId { get; init; }

    public long? CategoryId { get; init; }

    public long? TargetVersionId { get; init; }

    public long? ParentId { get; init; }

    public DateOnly? StartDate { get; init; }

    public DateOnly? DueDate { get; init; }

    public int? DurationDays { get; init; }

    public bool IgnoreNonWorkingDays { get; init; }

    public bool ScheduleManually { get; init; }

    public int? EstimatedMinutes { get; init; }

    public int? RemainingMinutes { get; init; }

    public int? PercentageDone { get; init; }

    public long? SprintId { get; init; }

    public long? BudgetId { get; init; }

    public int? StoryPoints { get; init; }

    /// <summary>The values of custom fields then, by field and in order.</summary>
    public ILookup<long, CustomValue> Custom { get; set; } = Array.Empty<CustomValue>().ToLookup(v => v.FieldId);
}
