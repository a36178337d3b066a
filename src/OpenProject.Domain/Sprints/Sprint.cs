using OpenProject.Domain.Common;
using OpenProject.Domain.Projects;

namespace OpenProject.Domain.Sprints;

/// <summary>Some weeks for which a team plans its work.</summary>
public sealed class Sprint : AggregateRoot, ITimestamped, IContent
{
    /// <summary>Longest name.</summary>
    public const int NameLimit = 255;

    private Sprint()
    {
    }

    /// <summary>The project that defines it.</summary>
    public long ProjectId { get; private set; }

    /// <summary>The project; for queries only.</summary>
    public Project Project { get; private set; } = null!;

    /// <summary>What it is called.</summary>
    public string Name { get; private set; } = "";

    /// <summary>What it is for, Markdown.</summary>
    public string? Description { get; private set; }

    /// <summary>What it is for, rendered.</summary>
    public string? DescriptionHtml { get; private set; }

    /// <summary>The first day; null while it is not said.</summary>
    public DateOnly? StartDate { get; private set; }

    /// <summary>The last day; null while it is not said.</summary>
    public DateOnly? FinishDate { get; private set; }

    /// <summary>How far it is.</summary>
    public SprintStatus Status { get; private set; } = SprintStatus.InPlanning;

    /// <inheritdoc/>
    public DateTime CreatedAt { get; private set; }

    /// <inheritdoc/>
    public DateTime UpdatedAt { get; private set; }

    /// <summary>A sprint that has still to be planned.</summary>
    /// <exception cref="BrokenRule">Blank or too long name.</exception>
    public static Sprint Create(long projectId, string? name, DateTime now) => new()
    {
        ProjectId = projectId,
        Name = TextRule.Required(name, "name", "Name", NameLimit),
        CreatedAt = now,
        UpdatedAt = now,
    };

    /// <summary>Lasts from one day to another, both included.</summary>
    /// <exception cref="BrokenRule">It ends before it begins.</exception>
    public void Last(DateOnly? start, DateOnly? finish)
    {
        if (finish < start)
            throw new BrokenRule("finishDate", "Finish date must be greater than or equal to the start date.");
        (StartDate, FinishDate) = (start, finish);
    }

    /// <summary>Says what it is for.</summary>
    /// <param name="raw">Markdown.</param>
    /// <param name="html">The same, rendered.</param>
    public void Describe(string? raw, string? html) => (Description, DescriptionHtml) = (raw, html);

    /// <summary>Comes so far.</summary>
    public void Reach(SprintStatus status) => Status = status;

    /// <inheritdoc/>
    public void Touch(DateTime now) => UpdatedAt = now;
}
