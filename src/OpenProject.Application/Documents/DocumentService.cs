using OpenProject.Application.Attachments;
using OpenProject.Application.Common;
using OpenProject.Application.Queries;
using OpenProject.Application.Resources;
using OpenProject.Application.Writes;
using OpenProject.Domain.Documents;

namespace OpenProject.Application.Documents;

/// <summary>Lists, reads and changes documents.</summary>
public sealed class DocumentService(
    ResourceReader reader, ResourceWriter writer, DocumentResource resource, DocumentContract contract, IAggregates<Document> aggregates, ContentFileService files)
{
    private WritePlan<Document, DocumentDto> Writes { get; } = new(resource, contract, aggregates);

    /// <summary>The documents that the viewer may see.</summary>
    public Task<Page<DocumentDto>> ListAsync(CollectionQuery query, CancellationToken cancellationToken) =>
        reader.ListAsync(resource, query, within: null, cancellationToken);

    /// <summary>One document with its files.</summary>
    public Task<Document<DocumentDto>> FindAsync(long id, CancellationToken cancellationToken) => files.FindAsync(resource, id, cancellationToken);

    /// <summary>Stores changes.</summary>
    public async Task<Document<DocumentDto>> UpdateAsync(long id, ChangeSet<Document, DocumentDto> changes, CancellationToken cancellationToken)
    {
        await writer.UpdateAsync(Writes, id, changes, cancellationToken);
        return await FindAsync(id, cancellationToken);
    }

    /// <summary>The files of a visible document.</summary>
    public Task<Page<AttachmentDto>> ListFilesAsync(long id, CancellationToken cancellationToken) => files.ListAsync(resource, id, cancellationToken);

    /// <summary>Attaches a file to a visible document; leaves as forbidden for those who may not change it.</summary>
    public Task<Document<AttachmentDto>> AttachAsync(long id, IUpload upload, CancellationToken cancellationToken) =>
        files.CreateAsync(resource, id, upload, cancellationToken);
}
