using OpenProject.Domain.Storages;

namespace OpenProject.Application.Storages;

/// <summary>A file or folder as its storage tells of it.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="IsFolder">Whether it is a folder.</param>
/// <param name="Number">The storage's number of it; null where the storage counts none, and files are known by their paths.</param>
/// <param name="MimeType">Its media type; null when that is not told, and of folders.</param>
/// <param name="Size">Its size in bytes; null when that is not told.</param>
/// <param name="CreatedAt">When it was made, UTC; null when that is not told.</param>
/// <param name="LastModifiedAt">When it was last changed, UTC; null when that is not told.</param>
/// <param name="OwnerName">Whose it is; null when that is not told.</param>
public sealed record RemoteFile(
    RemotePath Path, bool IsFolder, long? Number, string? MimeType, long? Size, DateTime? CreatedAt, DateTime? LastModifiedAt, string? OwnerName);
