using OpenProject.Application.Resources;
using OpenProject.Application.Writes;
using OpenProject.Domain.Projects;

namespace OpenProject.Application.Projects;

#pragma warning disable CS1591 // The members are the columns of the aggregate, documented there.

/// <summary>A project, program or portfolio, as read.</summary>
public sealed class ProjectDto : IResourceDto, IDraftedDto, ICustomizedDto
{
    /// <inheritdoc/>
    public long Id { get; init; }

    /// <inheritdoc/>
    public CustomValueSet Custom { get; set; } = CustomValueSet.None;

    public ProjectKind Kind { get; init; }

    public string Identifier { get; init; } = "";

    public string Name { get; init; } = "";

    public string? Description { get; init; }

    public string? DescriptionHtml { get; init; }

    public bool Public { get; init; }

    public bool Active { get; init; }

    public long? ParentId { get; init; }

    public string? ParentName { get; set; }

    public ProjectKind? ParentKind { get; set; }

    public ProjectStatusCode? StatusCode { get; init; }

    public string? StatusExplanation { get; init; }

    public string? StatusExplanationHtml { get; init; }

    public DateTime CreatedAt { get; init; }

    public DateTime UpdatedAt { get; init; }

    /// <summary>Those above, the highest first, undisclosed where the viewer may not see them; filled by the enricher.</summary>
    public IReadOnlyList<Reference> Ancestors { get; set; } = [];

    /// <summary>Whether there is a parent that the viewer may not see; found by the enricher.</summary>
    public bool ParentIsHidden { get; set; }

    /// <summary>Whether the viewer has marked it; found by the enricher.</summary>
    public bool Favorited { get; set; }

    /// <summary>What is copied into it, where it is to be a copy; null elsewhere.</summary>
    public CopiedParts? Copied { get; set; }

    /// <inheritdoc/>
    public void CopyUnmapped(object original)
    {
        var before = (ProjectDto)original;
        (Ancestors, Favorited, Copied) = (before.Ancestors, before.Favorited, before.Copied);
        if (ParentId == before.ParentId)
            (ParentName, ParentKind, ParentIsHidden) = (before.ParentName, before.ParentKind, before.ParentIsHidden);
    }
}
