using OpenProject.Application.Common;
using OpenProject.Domain.Attachments;
using OpenProject.Domain.Bcf;

namespace OpenProject.Application.Bcf;

/// <summary>Keeps the documents of projects (BCF API 2.1 section 4.8).</summary>
public sealed class BcfDocumentService(
    BcfProjectService projects, BcfFileService files, IReadStore store, IAggregates<BcfDocument> documents, IUnitOfWork unitOfWork, TimeProvider clock)
{
    /// <summary>The documents of a project, in the order in which they came.</summary>
    public async Task<IReadOnlyList<BcfDocumentRow>> ListAsync(string projectKey, CancellationToken cancellationToken)
    {
        var id = (await projects.SeenAsync(projectKey, cancellationToken)).Id;
        return await store.ListAsync(Rows(store.Rows<BcfDocument>().Where(d => d.ProjectId == id).OrderBy(d => d.Id)), cancellationToken);
    }

    /// <summary>The bytes of a document.</summary>
    public async Task<BcfContent> OpenAsync(string projectKey, string guid, CancellationToken cancellationToken)
    {
        var (id, kept) = ((await projects.SeenAsync(projectKey, cancellationToken)).Id, BcfGuid.Find(guid));
        var row = await store.FirstOrDefaultAsync(Rows(store.Rows<BcfDocument>().Where(d => d.ProjectId == id && d.Guid == kept)), cancellationToken)
            ?? throw new ProblemException(new Problem.NotFound());
        return await files.OpenAsync(row.FileId, row.FileName, cancellationToken);
    }

    /// <summary>Stores a new document.</summary>
    public async Task<BcfDocumentRow> CreateAsync(string projectKey, Stream content, string fileName, CancellationToken cancellationToken)
    {
        var project = await projects.ManagedAsync(projectKey, cancellationToken);
        if (fileName.Length > Attachment.FileNameLimit)
            throw new ProblemException(new Problem.Invalid("filename", $"File name is too long (maximum is {Attachment.FileNameLimit} characters)."));
        var file = await files.ReceiveAsync(content, fileName, cancellationToken);
        try
        {
            var document = new BcfDocument(project.Id, BcfGuid.New(), fileName, file.Id, clock.GetUtcNow().UtcDateTime);
            documents.Add(document);
            await unitOfWork.SaveAsync(cancellationToken);
            return new BcfDocumentRow { Guid = document.Guid, FileName = document.FileName, FileId = file.Id };
        }
        catch
        {
            await files.DropAsync([file]);
            throw;
        }
    }

    private static IQueryable<BcfDocumentRow> Rows(IQueryable<BcfDocument> documents) =>
        documents.Select(d => new BcfDocumentRow { Guid = d.Guid, FileName = d.FileName, FileId = d.FileId });
}

/// <summary>A document, as read.</summary>
public sealed class BcfDocumentRow
{
    /// <summary>What building models call it.</summary>
    public string Guid { get; init; } = "";

    /// <summary>What it is called.</summary>
    public string FileName { get; init; } = "";

    /// <summary>The bytes.</summary>
    public long FileId { get; init; }
}
