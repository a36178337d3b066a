namespace OpenProject.Domain.FileLinks;

/// <summary>What somebody tells of a file or folder in a storage when he links it.</summary>
/// <param name="Id">The file's id there.</param>
/// <param name="Name">Its name.</param>
/// <param name="MimeType">Its media type; <see cref="FileLink.Folder"/> for folders; null when it is not known.</param>
/// <param name="Size">Its size in bytes; null when it is not known.</param>
/// <param name="CreatedAt">When it was made there, UTC.</param>
/// <param name="LastModifiedAt">When it was last changed there, UTC.</param>
/// <param name="CreatedByName">Who made it.</param>
/// <param name="LastModifiedByName">Who changed it last.</param>
public sealed record OriginData(
    string? Id,
    string? Name,
    string? MimeType = null,
    long? Size = null,
    DateTime? CreatedAt = null,
    DateTime? LastModifiedAt = null,
    string? CreatedByName = null,
    string? LastModifiedByName = null);
