using OpenProject.Domain.Budgets;
using OpenProject.Domain.Categories;
using OpenProject.Domain.Common;
using OpenProject.Domain.Principals;
using OpenProject.Domain.Priorities;
using OpenProject.Domain.Projects;
using OpenProject.Domain.ProjectPhases;
using OpenProject.Domain.Sprints;
using OpenProject.Domain.Statuses;
using OpenProject.Domain.Types;
using OpenProject.Domain.Versions;

namespace OpenProject.Domain.WorkPackages;

/// <summary>Something to be done in a project. What it is lies here, what may be done with it in the other parts of the class.</summary>
public sealed partial class WorkPackage : AggregateRoot, ITimestamped, ILockVersioned, IJournaled, IContent, ICustomized
{
    /// <summary>Longest subject.</summary>
    public const int SubjectLimit = 255;

    /// <summary>The most story points.</summary>
    public const int MostStoryPoints = 10_000;

    private readonly List<CustomValue> customValues = [];

    private WorkPackage()
    {
    }

    /// <inheritdoc/>
    public IReadOnlyCollection<CustomValue> CustomValues => customValues;

    /// <inheritdoc/>
    public void Customize(long fieldId, IReadOnlyList<CustomValue> values) => CustomValue.Replace(customValues, fieldId, values);

    /// <summary>What it is about, in one line.</summary>
    public string Subject { get; private set; } = "";

    /// <summary>What it is about, Markdown.</summary>
    public string? Description { get; private set; }

    /// <summary>What it is about, rendered.</summary>
    public string? DescriptionHtml { get; private set; }

    /// <summary>The project it belongs to.</summary>
    public long ProjectId { get; private set; }

    /// <summary>The project; for queries only.</summary>
    public Project Project { get; private set; } = null!;

    /// <summary>Its type.</summary>
    public long TypeId { get; private set; }

    /// <summary>The type; for queries only.</summary>
    public WorkPackageType Type { get; private set; } = null!;

    /// <summary>Its status.</summary>
    public long StatusId { get; private set; }

    /// <summary>The status; for queries only.</summary>
    public Status Status { get; private set; } = null!;

    /// <summary>Whether the status is an open one, kept here to be looked for; whatever saves the work package says it.</summary>
    public StatusKind StatusKind { get; private set; }

    /// <summary>Its priority.</summary>
    public long PriorityId { get; private set; }

    /// <summary>The priority; for queries only.</summary>
    public Priority Priority { get; private set; } = null!;

    /// <summary>Who made it.</summary>
    public long AuthorId { get; private set; }

    /// <summary>The author; for queries only.</summary>
    public Principal Author { get; private set; } = null!;

    /// <summary>Who works on it.</summary>
    public long? AssigneeId { get; private set; }

    /// <summary>The assignee; for queries only.</summary>
    public Principal? Assignee { get; private set; }

    /// <summary>Who answers for it.</summary>
    public long? ResponsibleId { get; private set; }

    /// <summary>Who answers for it; for queries only.</summary>
    public Principal? Responsible { get; private set; }

    /// <summary>Its category.</summary>
    public long? CategoryId { get; private set; }

    /// <summary>The category; for queries only.</summary>
    public Category? Category { get; private set; }

    /// <summary>The sprint that it is planned for.</summary>
    public long? SprintId { get; private set; }

    /// <summary>The sprint; for queries only.</summary>
    public Sprint? Sprint { get; private set; }

    /// <summary>
    /// Its place in the sprint, from 1; null where it is planned for none. Two that join at once may share one: then the order is that of their ids.
    /// </summary>
    public int? SprintPosition { get; private set; }

    /// <summary>The phase of its project that it belongs to.</summary>
    public long? PhaseId { get; private set; }

    /// <summary>The phase; for queries only.</summary>
    public ProjectPhase? Phase { get; private set; }

    /// <summary>How much a team says it is, in a measure of its own; null for not said.</summary>
    public int? StoryPoints { get; private set; }

    /// <summary>The budget that it is paid from.</summary>
    public long? BudgetId { get; private set; }

    /// <summary>The budget; for queries only.</summary>
    public Budget? Budget { get; private set; }

    /// <summary>The version it is planned for.</summary>
    public long? VersionId { get; private set; }

    /// <summary>The version; for queries only.</summary>
    public ProjectVersion? Version { get; private set; }

    /// <summary>The work package above it.</summary>
    public long? ParentId { get; private set; }

    /// <summary>The work package above it; for queries only.</summary>
    public WorkPackage? Parent { get; private set; }

    /// <summary>First day; of a milestone the same as <see cref="DueDate"/>.</summary>
    public DateOnly? StartDate { get; private set; }

    /// <summary>Last day.</summary>
    public DateOnly? DueDate { get; private set; }

    /// <summary>Days from first to last, both counted.</summary>
    public int? DurationDays { get; private set; }

    /// <summary>Whether every day counts, not only working days.</summary>
    public bool IgnoreNonWorkingDays { get; private set; }

    /// <summary>Whether its dates are what people set, not what its children and predecessors imply.</summary>
    public bool ScheduleManually { get; private set; } = true;

    /// <summary>Work.</summary>
    public int? EstimatedMinutes { get; private set; }

    /// <summary>Remaining work.</summary>
    public int? RemainingMinutes { get; private set; }

    /// <summary>How much is done, 0 to 100.</summary>
    public int? PercentageDone { get; private set; }

    /// <summary>Earliest day of its descendants.</summary>
    public DateOnly? DerivedStartDate { get; private set; }

    /// <summary>Latest day of its descendants.</summary>
    public DateOnly? DerivedDueDate { get; private set; }

    /// <summary>Work with that of its descendants; null without any.</summary>
    public int? DerivedEstimatedMinutes { get; private set; }

    /// <summary>Remaining work with that of its descendants; null without any.</summary>
    public int? DerivedRemainingMinutes { get; private set; }

    /// <summary>How much of the work with that of its descendants is done; null without any.</summary>
    public int? DerivedPercentageDone { get; private set; }

    /// <inheritdoc/>
    public int LockVersion { get; private set; }

    /// <summary>How often what building models know of it beyond its attributes was changed.</summary>
    public int TopicRevision { get; private set; }

    /// <summary>The number of its latest journal.</summary>
    public int JournalVersion { get; private set; }

    /// <inheritdoc/>
    public DateTime CreatedAt { get; private set; }

    /// <inheritdoc/>
    public DateTime UpdatedAt { get; private set; }
}
