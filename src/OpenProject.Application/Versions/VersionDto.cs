using OpenProject.Application.Resources;
using OpenProject.Domain.Projects;
using OpenProject.Domain.Versions;

namespace OpenProject.Application.Versions;

/// <summary>A version that work is planned for, as read.</summary>
public sealed class VersionDto : IResourceDto, ICustomizedDto
{
    /// <inheritdoc/>
    public long Id { get; init; }

    /// <inheritdoc/>
    public CustomValueSet Custom { get; set; } = CustomValueSet.None;

    /// <summary>The label.</summary>
    public string Name { get; init; } = "";

    /// <summary>Plain text, or null.</summary>
    public string? Description { get; init; }

    /// <summary>The text as HTML.</summary>
    public string? DescriptionHtml { get; init; }

    /// <summary>The first day, or null.</summary>
    public DateOnly? StartDate { get; init; }

    /// <summary>The last day, or null.</summary>
    public DateOnly? EndDate { get; init; }

    /// <summary>Whether work may be planned for it.</summary>
    public VersionStatus Status { get; init; }

    /// <summary>Which other projects may plan for it.</summary>
    public VersionSharing Sharing { get; init; }

    /// <summary>The project that defines it.</summary>
    public long ProjectId { get; init; }

    /// <summary>The project's name.</summary>
    public string? ProjectName { get; init; }

    /// <summary>The project's kind.</summary>
    public ProjectKind ProjectKind { get; init; }

    /// <summary>When it was made, UTC.</summary>
    public DateTime CreatedAt { get; init; }

    /// <summary>When it last changed, UTC.</summary>
    public DateTime UpdatedAt { get; init; }
}
