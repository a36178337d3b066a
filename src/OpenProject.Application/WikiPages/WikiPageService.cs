using OpenProject.Application.Attachments;
using OpenProject.Application.Queries;
using OpenProject.Application.Resources;

namespace OpenProject.Application.WikiPages;

/// <summary>Reads pages of wikis.</summary>
public sealed class WikiPageService(ResourceReader reader, WikiPageResource resource, ContentFileService files)
{
    /// <summary>One page.</summary>
    public Task<Document<WikiPageDto>> FindAsync(long id, CancellationToken cancellationToken) => reader.FindAsync(resource, id, cancellationToken);

    /// <summary>The files of a visible wiki page.</summary>
    public Task<Page<AttachmentDto>> ListFilesAsync(long id, CancellationToken cancellationToken) => files.ListAsync(resource, id, cancellationToken);

    /// <summary>Attaches a file to a visible wiki page; leaves as forbidden for those who may not change it.</summary>
    public Task<Document<AttachmentDto>> AttachAsync(long id, IUpload upload, CancellationToken cancellationToken) =>
        files.CreateAsync(resource, id, upload, cancellationToken);
}
