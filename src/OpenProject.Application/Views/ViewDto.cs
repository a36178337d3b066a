using OpenProject.Application.Resources;
using OpenProject.Domain.Projects;
using OpenProject.Domain.Views;

namespace OpenProject.Application.Views;

/// <summary>A view, as read; all but its kind is its query's.</summary>
public sealed class ViewDto : IResourceDto
{
    /// <inheritdoc/>
    public long Id { get; init; }

    /// <summary>How it shows the results.</summary>
    public ViewKind Kind { get; init; }

    /// <summary>The query.</summary>
    public long QueryId { get; init; }

    /// <summary>What it is called.</summary>
    public string? QueryName { get; init; }

    /// <summary>Whether others than the query's owner see it.</summary>
    public bool QueryPublic { get; init; }

    /// <summary>Whether clients put it first.</summary>
    public bool QueryStarred { get; init; }

    /// <summary>The project that it is defined in; null for none.</summary>
    public long? QueryProjectId { get; init; }

    /// <summary>The project's name.</summary>
    public string? QueryProjectName { get; init; }

    /// <summary>The project's kind.</summary>
    public ProjectKind? QueryProjectKind { get; init; }

    /// <summary>When it was made, UTC.</summary>
    public DateTime CreatedAt { get; init; }

    /// <summary>When it last changed, UTC.</summary>
    public DateTime UpdatedAt { get; init; }
}
