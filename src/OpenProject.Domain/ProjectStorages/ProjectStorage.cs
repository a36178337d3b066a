using OpenProject.Domain.Common;
using OpenProject.Domain.Principals;
using OpenProject.Domain.Projects;
using OpenProject.Domain.Storages;

namespace OpenProject.Domain.ProjectStorages;

/// <summary>That a project uses a storage: its work packages may have links to files there.</summary>
public sealed class ProjectStorage : AggregateRoot, ITimestamped
{
    /// <summary>Longest id of a folder.</summary>
    public const int FolderLimit = 255;

    private ProjectStorage()
    {
    }

    /// <summary>The project.</summary>
    public long ProjectId { get; private set; }

    /// <summary>The project; for queries only.</summary>
    public Project Project { get; private set; } = null!;

    /// <summary>The storage.</summary>
    public long StorageId { get; private set; }

    /// <summary>The storage; for queries only.</summary>
    public Storage Storage { get; private set; } = null!;

    /// <summary>Whether the project has a folder there.</summary>
    public ProjectFolderMode FolderMode { get; private set; }

    /// <summary>The folder, as the storage names it; null for none.</summary>
    public string? FolderId { get; private set; }

    /// <summary>Who brought them together.</summary>
    public long CreatorId { get; private set; }

    /// <summary>The creator; for queries only.</summary>
    public Principal Creator { get; private set; } = null!;

    /// <inheritdoc/>
    public DateTime CreatedAt { get; private set; }

    /// <inheritdoc/>
    public DateTime UpdatedAt { get; private set; }

    /// <summary>Lets a project use a storage.</summary>
    /// <param name="projectId">The project.</param>
    /// <param name="storageId">The storage.</param>
    /// <param name="folderId">The project's folder, as the storage names it; null for none.</param>
    /// <param name="creatorId">Who says so.</param>
    /// <param name="now">The time, UTC.</param>
    /// <exception cref="BrokenRule">The folder's id is too long.</exception>
    public static ProjectStorage Create(long projectId, long storageId, string? folderId, long creatorId, DateTime now)
    {
        var folder = TextRule.Optional(folderId, "projectFolder", "Project folder", FolderLimit);
        return new ProjectStorage
        {
            ProjectId = projectId,
            StorageId = storageId,
            FolderId = folder,
            FolderMode = folder is null ? ProjectFolderMode.Inactive : ProjectFolderMode.Manual,
            CreatorId = creatorId,
            CreatedAt = now,
            UpdatedAt = now,
        };
    }

    /// <inheritdoc/>
    public void Touch(DateTime now) => UpdatedAt = now;
}
