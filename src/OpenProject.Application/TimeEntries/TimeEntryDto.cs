using OpenProject.Application.Resources;
using OpenProject.Application.Writes;
using OpenProject.Domain.Principals;
using OpenProject.Domain.Projects;

namespace OpenProject.Application.TimeEntries;

/// <summary>Spent time, as read.</summary>
public sealed class TimeEntryDto : IResourceDto, IDraftedDto, ICustomizedDto
{
    /// <inheritdoc/>
    public long Id { get; init; }

    /// <inheritdoc/>
    public CustomValueSet Custom { get; set; } = CustomValueSet.None;

    /// <summary>What was done, plain text, or null.</summary>
    public string? Comment { get; init; }

    /// <summary>The day that it is booked on.</summary>
    public DateOnly? SpentOn { get; init; }

    /// <summary>How long, in minutes; null while it is going on.</summary>
    public int? Minutes { get; init; }

    /// <summary>When it began, UTC; null while nobody has said.</summary>
    public DateTime? StartedAt { get; init; }

    /// <summary>When it ended, UTC: as long after its beginning as it took; null where one of the two is not known.</summary>
    public DateTime? EndedAt => (StartedAt, Minutes) is ({ } start, { } minutes) && start < DateTime.MaxValue.AddMinutes(-minutes) ? start.AddMinutes(minutes) : null;

    /// <summary>Whether it is going on.</summary>
    public bool Ongoing { get; init; }

    /// <summary>When it was stored, UTC.</summary>
    public DateTime CreatedAt { get; init; }

    /// <summary>When it last changed, UTC.</summary>
    public DateTime UpdatedAt { get; init; }

    /// <summary>The project that it is booked in.</summary>
    public long ProjectId { get; init; }

    /// <summary>The project's name.</summary>
    public string? ProjectName { get; init; }

    /// <summary>The project's kind.</summary>
    public ProjectKind ProjectKind { get; init; }

    /// <summary>The work package; null for none.</summary>
    public long? WorkPackageId { get; init; }

    /// <summary>The work package's subject.</summary>
    public string? WorkPackageSubject { get; init; }

    /// <summary>The project where the work package is now.</summary>
    public long? WorkPackageProjectId { get; init; }

    /// <summary>Whether the viewer may not see the work package.</summary>
    public bool WorkPackageIsHidden { get; set; }

    /// <summary>Whose time it is.</summary>
    public long UserId { get; init; }

    /// <summary>The user's name.</summary>
    public string? UserName { get; init; }

    /// <summary>The user's kind.</summary>
    public PrincipalKind UserKind { get; init; }

    /// <summary>The kind of work.</summary>
    public long ActivityId { get; init; }

    /// <summary>The name of the kind of work.</summary>
    public string? ActivityName { get; init; }

    /// <inheritdoc/>
    public void CopyUnmapped(object original) =>
        WorkPackageIsHidden = original is TimeEntryDto before && before.WorkPackageIsHidden && before.WorkPackageId == WorkPackageId;
}
