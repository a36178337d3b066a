using OpenProject.Application.Attachments;
using OpenProject.Application.Queries;
using OpenProject.Application.Resources;

namespace OpenProject.Application.Meetings;

/// <summary>Lists and reads meetings.</summary>
public sealed class MeetingService(ResourceReader reader, MeetingResource resource, ContentFileService files)
{
    /// <summary>The meetings that the viewer may see.</summary>
    public Task<Page<MeetingDto>> ListAsync(CollectionQuery query, CancellationToken cancellationToken) =>
        reader.ListAsync(resource, query, within: null, cancellationToken);

    /// <summary>One meeting with its files.</summary>
    public Task<Document<MeetingDto>> FindAsync(long id, CancellationToken cancellationToken) => files.FindAsync(resource, id, cancellationToken);

    /// <summary>The files of a visible meeting.</summary>
    public Task<Page<AttachmentDto>> ListFilesAsync(long id, CancellationToken cancellationToken) => files.ListAsync(resource, id, cancellationToken);

    /// <summary>Attaches a file to a visible meeting; leaves as forbidden for those who may not change it.</summary>
    public Task<Document<AttachmentDto>> AttachAsync(long id, IUpload upload, CancellationToken cancellationToken) =>
        files.CreateAsync(resource, id, upload, cancellationToken);
}
