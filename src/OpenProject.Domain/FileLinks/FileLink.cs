using OpenProject.Domain.Common;
using OpenProject.Domain.Principals;
using OpenProject.Domain.Storages;
using OpenProject.Domain.WorkPackages;

namespace OpenProject.Domain.FileLinks;

/// <summary>A file or folder in a storage that a work package refers to, with what was known of it when it was linked.</summary>
public sealed class FileLink : AggregateRoot, ITimestamped
{
    /// <summary>The media type of folders.</summary>
    public const string Folder = "application/x-op-directory";

    /// <summary>Longest id of a file.</summary>
    public const int OriginIdLimit = 255;

    /// <summary>Longest name of a file, media type or person.</summary>
    public const int NameLimit = 255;

    private FileLink()
    {
    }

    /// <summary>The storage.</summary>
    public long StorageId { get; private set; }

    /// <summary>The storage; for queries only.</summary>
    public Storage Storage { get; private set; } = null!;

    /// <summary>The work package.</summary>
    public long WorkPackageId { get; private set; }

    /// <summary>The work package; for queries only.</summary>
    public WorkPackage WorkPackage { get; private set; } = null!;

    /// <summary>Who linked it.</summary>
    public long CreatorId { get; private set; }

    /// <summary>The creator; for queries only.</summary>
    public Principal Creator { get; private set; } = null!;

    /// <summary>The file's id in the storage.</summary>
    public string OriginId { get; private set; } = "";

    /// <summary>The file's name.</summary>
    public string OriginName { get; private set; } = "";

    /// <summary>The file's media type; null when it is not known.</summary>
    public string? OriginMimeType { get; private set; }

    /// <summary>The file's size in bytes.</summary>
    public long? OriginSize { get; private set; }

    /// <summary>When the file was made, UTC.</summary>
    public DateTime? OriginCreatedAt { get; private set; }

    /// <summary>When the file was last changed, UTC.</summary>
    public DateTime? OriginLastModifiedAt { get; private set; }

    /// <summary>Who made the file.</summary>
    public string? OriginCreatedByName { get; private set; }

    /// <summary>Who changed the file last.</summary>
    public string? OriginLastModifiedByName { get; private set; }

    /// <inheritdoc/>
    public DateTime CreatedAt { get; private set; }

    /// <inheritdoc/>
    public DateTime UpdatedAt { get; private set; }

    /// <summary>Links a file.</summary>
    /// <exception cref="BrokenRule">Its id or name is missing, or something is too long or negative.</exception>
    public static FileLink Create(long workPackageId, long storageId, OriginData origin, long creatorId, DateTime now) => new()
    {
        WorkPackageId = workPackageId,
        StorageId = storageId,
        CreatorId = creatorId,
        OriginId = TextRule.Required(origin.Id, "originData", "Origin", OriginIdLimit),
        OriginName = TextRule.Required(origin.Name, "originData", "Origin name", NameLimit),
        OriginMimeType = TextRule.Optional(origin.MimeType, "originData", "Origin mime type", NameLimit),
        OriginSize = origin.Size is null or >= 0 ? origin.Size : throw new BrokenRule("originData", "Origin size must be greater than or equal to 0."),
        OriginCreatedAt = origin.CreatedAt,
        OriginLastModifiedAt = origin.LastModifiedAt,
        OriginCreatedByName = TextRule.Optional(origin.CreatedByName, "originData", "Origin created by name", NameLimit),
        OriginLastModifiedByName = TextRule.Optional(origin.LastModifiedByName, "originData", "Origin last modified by name", NameLimit),
        CreatedAt = now,
        UpdatedAt = now,
    };

    /// <summary>The same file linked with another work package.</summary>
    public FileLink CopyTo(long workPackageId, long creatorId, DateTime now) => new()
    {
        WorkPackageId = workPackageId,
        StorageId = StorageId,
        CreatorId = creatorId,
        OriginId = OriginId,
        OriginName = OriginName,
        OriginMimeType = OriginMimeType,
        OriginSize = OriginSize,
        OriginCreatedAt = OriginCreatedAt,
        OriginLastModifiedAt = OriginLastModifiedAt,
        OriginCreatedByName = OriginCreatedByName,
        OriginLastModifiedByName = OriginLastModifiedByName,
        CreatedAt = now,
        UpdatedAt = now,
    };

    /// <inheritdoc/>
    public void Touch(DateTime now) => UpdatedAt = now;
}
