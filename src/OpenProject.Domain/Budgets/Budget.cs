using OpenProject.Domain.Common;
using OpenProject.Domain.Projects;

namespace OpenProject.Domain.Budgets;

/// <summary>Money and hours that a project has for some work; so far no more than a name.</summary>
public sealed class Budget : AggregateRoot, ITimestamped, IContent
{
    /// <summary>Longest subject.</summary>
    public const int SubjectLimit = 255;

    private Budget()
    {
    }

    /// <summary>The project.</summary>
    public long ProjectId { get; private set; }

    /// <summary>The project; for queries only.</summary>
    public Project Project { get; private set; } = null!;

    /// <summary>What it is called.</summary>
    public string Subject { get; private set; } = "";

    /// <inheritdoc/>
    public DateTime CreatedAt { get; private set; }

    /// <inheritdoc/>
    public DateTime UpdatedAt { get; private set; }

    /// <summary>A budget of a project.</summary>
    /// <exception cref="BrokenRule">Blank or too long subject.</exception>
    public static Budget Create(long projectId, string? subject, DateTime now) => new()
    {
        ProjectId = projectId,
        Subject = TextRule.Required(subject, "subject", "Subject", SubjectLimit),
        CreatedAt = now,
        UpdatedAt = now,
    };

    /// <inheritdoc/>
    public void Touch(DateTime now) => UpdatedAt = now;
}
