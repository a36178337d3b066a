using OpenProject.Application.Resources;
using OpenProject.Domain.Principals;
using OpenProject.Domain.Storages;

namespace OpenProject.Application.FileLinks;

/// <summary>A link to a file, as read.</summary>
public sealed class FileLinkDto : IResourceDto
{
    /// <inheritdoc/>
    public long Id { get; init; }

    /// <summary>The storage.</summary>
    public long StorageId { get; init; }

    /// <summary>The storage's name.</summary>
    public string? StorageName { get; init; }

    /// <summary>The storage's kind.</summary>
    public StorageKind StorageKind { get; init; }

    /// <summary>The storage's address; null where it has none.</summary>
    public string? StorageHost { get; init; }

    /// <summary>Whether a password for going to the storage is kept.</summary>
    public bool StorageHasPassword { get; init; }

    /// <summary>The work package.</summary>
    public long WorkPackageId { get; init; }

    /// <summary>The work package's subject.</summary>
    public string? WorkPackageSubject { get; init; }

    /// <summary>The work package's project.</summary>
    public long WorkPackageProjectId { get; init; }

    /// <summary>Who linked it.</summary>
    public long CreatorId { get; init; }

    /// <summary>The creator's name.</summary>
    public string? CreatorName { get; init; }

    /// <summary>The creator's kind.</summary>
    public PrincipalKind CreatorKind { get; init; }

    /// <summary>The file's id in the storage.</summary>
    public string OriginId { get; init; } = "";

    /// <summary>The file's name.</summary>
    public string OriginName { get; init; } = "";

    /// <summary>The file's media type.</summary>
    public string? OriginMimeType { get; init; }

    /// <summary>The file's size in bytes.</summary>
    public long? OriginSize { get; init; }

    /// <summary>When the file was made, UTC.</summary>
    public DateTime? OriginCreatedAt { get; init; }

    /// <summary>When the file was last changed, UTC.</summary>
    public DateTime? OriginLastModifiedAt { get; init; }

    /// <summary>Who made the file.</summary>
    public string? OriginCreatedByName { get; init; }

    /// <summary>Who changed the file last.</summary>
    public string? OriginLastModifiedByName { get; init; }

    /// <summary>When it was linked, UTC.</summary>
    public DateTime CreatedAt { get; init; }

    /// <summary>When the link last changed, UTC.</summary>
    public DateTime UpdatedAt { get; init; }
}
