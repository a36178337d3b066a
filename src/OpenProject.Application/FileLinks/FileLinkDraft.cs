using OpenProject.Domain.FileLinks;

namespace OpenProject.Application.FileLinks;

/// <summary>A file that shall be linked.</summary>
/// <param name="Origin">What is told of it.</param>
/// <param name="StorageId">Its storage by id; null where that is named by its address.</param>
/// <param name="StorageUrl">Its storage by address; null where that is named by its id.</param>
public sealed record FileLinkDraft(OriginData Origin, long? StorageId, string? StorageUrl);
