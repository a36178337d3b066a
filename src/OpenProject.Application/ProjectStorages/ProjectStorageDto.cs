using OpenProject.Application.Resources;
using OpenProject.Domain.Principals;
using OpenProject.Domain.Projects;
using OpenProject.Domain.ProjectStorages;

namespace OpenProject.Application.ProjectStorages;

/// <summary>That a project uses a storage, as read.</summary>
public sealed class ProjectStorageDto : IResourceDto
{
    /// <inheritdoc/>
    public long Id { get; init; }

    /// <summary>Whether the project has a folder there.</summary>
    public ProjectFolderMode FolderMode { get; init; }

    /// <summary>The folder, as the storage names it; null for none.</summary>
    public string? FolderId { get; init; }

    /// <summary>The project.</summary>
    public long ProjectId { get; init; }

    /// <summary>The project's name.</summary>
    public string? ProjectName { get; init; }

    /// <summary>The project's kind.</summary>
    public ProjectKind ProjectKind { get; init; }

    /// <summary>The storage.</summary>
    public long StorageId { get; init; }

    /// <summary>The storage's name.</summary>
    public string? StorageName { get; init; }

    /// <summary>The storage's address; null where it has none.</summary>
    public string? StorageHost { get; init; }

    /// <summary>Who brought them together.</summary>
    public long CreatorId { get; init; }

    /// <summary>The creator's name.</summary>
    public string? CreatorName { get; init; }

    /// <summary>The creator's kind.</summary>
    public PrincipalKind CreatorKind { get; init; }

    /// <summary>When they were brought together, UTC.</summary>
    public DateTime CreatedAt { get; init; }

    /// <summary>When that last changed, UTC.</summary>
    public DateTime UpdatedAt { get; init; }
}
