using OpenProject.Application.Resources;
using OpenProject.Domain.Principals;
using OpenProject.Domain.Projects;

namespace OpenProject.Application.Categories;

/// <summary>A category of work packages, as read.</summary>
public sealed class CategoryDto : IResourceDto
{
    /// <inheritdoc/>
    public long Id { get; init; }

    /// <summary>The label.</summary>
    public string Name { get; init; } = "";

    /// <summary>The project that it belongs to.</summary>
    public long ProjectId { get; init; }

    /// <summary>The project's name.</summary>
    public string? ProjectName { get; init; }

    /// <summary>The project's kind.</summary>
    public ProjectKind ProjectKind { get; init; }

    /// <summary>Who gets its work packages, or null.</summary>
    public long? DefaultAssigneeId { get; init; }

    /// <summary>That principal's name.</summary>
    public string? DefaultAssigneeName { get; init; }

    /// <summary>That principal's kind.</summary>
    public PrincipalKind? DefaultAssigneeKind { get; init; }
}
