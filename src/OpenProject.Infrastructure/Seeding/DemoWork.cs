namespace OpenProject.Infrastructure.Seeding;

/// <summary>A work package of the demo data, with those below it.</summary>
/// <param name="Type">The type's name.</param>
/// <param name="Subject">The subject.</param>
/// <param name="Text">The description, Markdown.</param>
internal sealed record DemoWork(string Type, string Subject, string? Text = null)
{
    /// <summary>The status's name.</summary>
    public string Status { get; init; } = "New";

    /// <summary>The priority's name.</summary>
    public string Priority { get; init; } = "Normal";

    /// <summary>The first day, counted from the day of seeding; null without dates, or when those below have some.</summary>
    public int? Start { get; init; }

    /// <summary>Working days.</summary>
    public int Days { get; init; } = 1;

    /// <summary>Work in hours; null when not estimated.</summary>
    public int? Hours { get; init; }

    /// <summary>What remains of <see cref="Hours"/>; null when all.</summary>
    public int? Left { get; init; }

    /// <summary>The minutes that were spent on it; null for none.</summary>
    public int? Spent { get; init; }

    /// <summary>Who works on it.</summary>
    public long? AssigneeId { get; init; }

    /// <summary>The version.</summary>
    public long? VersionId { get; init; }

    /// <summary>The category.</summary>
    public long? CategoryId { get; init; }

    /// <summary>The budget that it is paid from.</summary>
    public long? BudgetId { get; init; }

    /// <summary>The phase that it belongs to.</summary>
    public long? PhaseId { get; init; }

    /// <summary>The sprint that it is planned for.</summary>
    public long? SprintId { get; init; }

    /// <summary>Its place there.</summary>
    public int SprintPosition { get; init; }

    /// <summary>What was said when it moved from the first status to <see cref="Status"/>; then it has two journals.</summary>
    public string? Comment { get; init; }

    /// <summary>The subject of the one that it follows, among those planned together; null for none.</summary>
    public string? Follows { get; init; }

    /// <summary>Those below it.</summary>
    public IReadOnlyList<DemoWork> Children { get; init; } = [];
}
