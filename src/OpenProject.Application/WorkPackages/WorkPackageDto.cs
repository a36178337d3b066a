using OpenProject.Application.Resources;
using OpenProject.Application.Writes;
using OpenProject.Domain.Principals;
using OpenProject.Domain.Projects;
using OpenProject.Domain.Versions;

namespace OpenProject.Application.WorkPackages;

#pragma warning disable CS1591 // The members are the columns of the aggregate, documented there.

/// <summary>A work package, as read: its columns, and the names of what it links to.</summary>
public sealed class WorkPackageDto : IResourceDto, IDraftedDto, ICustomizedDto
{
    /// <inheritdoc/>
    public long Id { get; init; }

    /// <inheritdoc/>
    public CustomValueSet Custom { get; set; } = CustomValueSet.None;

    public int LockVersion { get; init; }

    public string Subject { get; init; } = "";

    public string? Description { get; init; }

    public string? DescriptionHtml { get; set; }

    public bool ScheduleManually { get; init; }

    public bool IgnoreNonWorkingDays { get; init; }

    public DateOnly? StartDate { get; init; }

    public DateOnly? DueDate { get; init; }

    public int? DurationDays { get; init; }

    public DateOnly? DerivedStartDate { get; init; }

    public DateOnly? DerivedDueDate { get; init; }

    public int? EstimatedMinutes { get; init; }

    public int? DerivedEstimatedMinutes { get; init; }

    public int? RemainingMinutes { get; init; }

    public int? DerivedRemainingMinutes { get; init; }

    public int? PercentageDone { get; init; }

    public int? DerivedPercentageDone { get; init; }

    public DateTime CreatedAt { get; init; }

    public DateTime UpdatedAt { get; init; }

    public long ProjectId { get; init; }

    public string? ProjectName { get; init; }

    public string? ProjectIdentifier { get; init; }

    public ProjectKind ProjectKind { get; init; }

    public long TypeId { get; init; }

    public string? TypeName { get; init; }

    public bool TypeIsMilestone { get; set; }

    public long StatusId { get; init; }

    public string? StatusName { get; init; }

    public bool StatusIsReadonly { get; init; }

    public bool StatusIsClosed { get; init; }

    public long PriorityId { get; init; }

    public string? PriorityName { get; init; }

    public long AuthorId { get; init; }

    public string? AuthorName { get; init; }

    public PrincipalKind AuthorKind { get; init; }

    public long? AssigneeId { get; set; }

    public string? AssigneeName { get; init; }

    public PrincipalKind? AssigneeKind { get; init; }

    public long? ResponsibleId { get; set; }

    public string? ResponsibleName { get; init; }

    public PrincipalKind? ResponsibleKind { get; init; }

    public long? CategoryId { get; set; }

    public string? CategoryName { get; init; }

    public long? VersionId { get; set; }

    public string? VersionName { get; init; }

    public VersionStatus? VersionStatus { get; init; }

    public long? SprintId { get; set; }

    public string? SprintName { get; init; }

    public int? SprintPosition { get; init; }

    public int? StoryPoints { get; init; }

    public long? PhaseId { get; init; }

    public bool? PhaseActive { get; init; }

    public long? PhaseDefinitionId { get; init; }

    public string? PhaseDefinitionName { get; init; }

    /// <summary>Whether its project goes through phases at all; not known of drafts.</summary>
    public bool? ProjectHasPhases { get; init; }

    public long? BudgetId { get; set; }

    public string? BudgetSubject { get; init; }

    public long? ParentId { get; init; }

    public string? ParentSubject { get; init; }

    /// <summary>Those above that the viewer may see, the highest first; filled by the enricher.</summary>
    public IReadOnlyList<Reference> Ancestors { get; set; } = [];

    /// <summary>Those directly below that the viewer may see, by id; filled by the enricher.</summary>
    public IReadOnlyList<Reference> Children { get; set; } = [];

    /// <summary>Whether there is a parent that the viewer may not see; found by the enricher.</summary>
    public bool ParentIsHidden { get; set; }

    /// <summary>Whether it is scheduled automatically and spans children, so that nobody sets its dates; known of drafts only.</summary>
    public bool IsSpanning { get; set; }

    /// <summary>The time that was spent on it and on all below it, as far as the viewer may see it, in minutes; summed up by the enricher.</summary>
    public int SpentMinutes { get; set; }

    /// <summary>The actions that it is offered; found by the enricher.</summary>
    public IReadOnlyList<Reference> CustomActions { get; set; } = [];

    /// <summary>Whether the viewer watches it; found by the enricher.</summary>
    public bool IsWatched { get; set; }

    /// <summary>The viewer; found by the enricher.</summary>
    public long ViewerId { get; set; }

    /// <inheritdoc/>
    public void CopyUnmapped(object original) =>
        (Ancestors, Children, SpentMinutes) = (((WorkPackageDto)original).Ancestors, ((WorkPackageDto)original).Children, ((WorkPackageDto)original).SpentMinutes);
}
