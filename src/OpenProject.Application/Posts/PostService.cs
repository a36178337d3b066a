using OpenProject.Application.Attachments;
using OpenProject.Application.Queries;
using OpenProject.Application.Resources;

namespace OpenProject.Application.Posts;

/// <summary>Reads posts.</summary>
public sealed class PostService(ResourceReader reader, PostResource resource, ContentFileService files)
{
    /// <summary>One post.</summary>
    public Task<Document<PostDto>> FindAsync(long id, CancellationToken cancellationToken) => reader.FindAsync(resource, id, cancellationToken);

    /// <summary>The files of a visible post.</summary>
    public Task<Page<AttachmentDto>> ListFilesAsync(long id, CancellationToken cancellationToken) => files.ListAsync(resource, id, cancellationToken);

    /// <summary>Attaches a file to a visible post; leaves as forbidden for those who may not change it.</summary>
    public Task<Document<AttachmentDto>> AttachAsync(long id, IUpload upload, CancellationToken cancellationToken) =>
        files.CreateAsync(resource, id, upload, cancellationToken);
}
