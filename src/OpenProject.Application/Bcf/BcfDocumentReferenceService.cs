using System.Linq.Expressions;
using OpenProject.Application.Common;
using OpenProject.Domain.Bcf;
using OpenProject.Domain.Common;

namespace OpenProject.Application.Bcf;

/// <summary>Says which documents a topic refers to (BCF API 2.1 section 4.7).</summary>
public sealed class BcfDocumentReferenceService(
    BcfProjectService projects,
    BcfTopicReadService topics,
    IReadStore store,
    IAggregates<BcfDocumentReference> references,
    BcfTopicRevisionService revisions)
{
    // A topic that was moved has left the documents of its old project behind, and nobody is told of them.
    private static readonly Expression<Func<BcfDocumentReference, bool>> IsReachable =
        r => r.DocumentId == null || r.Document!.ProjectId == r.Topic.WorkPackage.ProjectId;

    /// <summary>The references of a topic, in the order in which they were made.</summary>
    public async Task<IReadOnlyList<BcfDocumentReferenceRow>> ListAsync(string projectKey, string topicGuid, CancellationToken cancellationToken)
    {
        var topicId = (await topics.KeyOfAsync(await projects.SeenAsync(projectKey, cancellationToken), topicGuid, cancellationToken)).Id;
        return await store.ListAsync(Rows(store.Rows<BcfDocumentReference>().Where(IsReachable).Where(r => r.TopicId == topicId).OrderBy(r => r.Id)), cancellationToken);
    }

    /// <summary>Stores a new reference.</summary>
    /// <param name="projectKey">The project's id or identifier.</param>
    /// <param name="topicGuid">The topic.</param>
    /// <param name="input">What it is to be like.</param>
    /// <param name="guid">The guid that it had elsewhere; null for one of ours.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<BcfDocumentReferenceRow> CreateAsync(
        string projectKey, string topicGuid, BcfDocumentReferenceInput input, string? guid, CancellationToken cancellationToken)
    {
        var project = await projects.ManagedAsync(projectKey, cancellationToken);
        var topicId = (await topics.KeyOfAsync(project, topicGuid, cancellationToken)).Id;
        var reference = new BcfDocumentReference(topicId, guid ?? BcfGuid.New());
        await LeadAsync(project, reference, input, cancellationToken);
        references.Add(reference);
        return await SaveAsync(reference, cancellationToken);
    }

    /// <summary>Replaces a reference.</summary>
    public async Task<BcfDocumentReferenceRow> UpdateAsync(
        string projectKey, string topicGuid, string guid, BcfDocumentReferenceInput input, CancellationToken cancellationToken)
    {
        var project = await projects.ManagedAsync(projectKey, cancellationToken);
        var (topicId, kept) = ((await topics.KeyOfAsync(project, topicGuid, cancellationToken)).Id, BcfGuid.Find(guid));
        var id = await store.FirstOrDefaultAsync(
            store.Rows<BcfDocumentReference>().Where(IsReachable).Where(r => r.TopicId == topicId && r.Guid == kept).Select(r => r.Id), cancellationToken);
        var reference = await references.FindAsync(id, cancellationToken) ?? throw new ProblemException(new Problem.NotFound());
        await LeadAsync(project, reference, input, cancellationToken);
        return await SaveAsync(reference, cancellationToken);
    }

    private async Task LeadAsync(BcfProject project, BcfDocumentReference reference, BcfDocumentReferenceInput input, CancellationToken cancellationToken)
    {
        if (input.Errors.Count > 0)
            throw new ProblemException(new Problem.Invalid(input.Errors));
        long? documentId = null;
        if (input.DocumentGuid is { } sent)
        {
            var (projectId, kept) = (project.Id, BcfGuid.Find(sent));
            documentId = await store.FirstOrDefaultAsync(
                store.Rows<BcfDocument>().Where(d => d.ProjectId == projectId && d.Guid == kept).Select(d => (long?)d.Id), cancellationToken)
                ?? throw new ProblemException(new Problem.Invalid("document_guid", "Document does not exist."));
        }

        try
        {
            reference.LeadTo(documentId, input.Url, input.Description);
        }
        catch (BrokenRule broken)
        {
            throw new ProblemException(new Problem.Invalid(broken.Member, broken.Message));
        }
    }

    private async Task<BcfDocumentReferenceRow> SaveAsync(BcfDocumentReference reference, CancellationToken cancellationToken)
    {
        await revisions.ReviseAsync(reference.TopicId, _ => Task.CompletedTask, cancellationToken);
        var id = reference.Id;
        return await store.FirstOrDefaultAsync(Rows(store.Rows<BcfDocumentReference>().Where(r => r.Id == id)), cancellationToken)
            ?? throw new ProblemException(new Problem.NotFound());
    }

    private static IQueryable<BcfDocumentReferenceRow> Rows(IQueryable<BcfDocumentReference> references) => references.Select(r => new BcfDocumentReferenceRow
    {
        Guid = r.Guid, DocumentGuid = r.Document!.Guid, Url = r.Url, Description = r.Description,
    });
}

/// <summary>What a reference to a document is to be like: exactly one of guid and address.</summary>
/// <param name="DocumentGuid">A document of the project.</param>
/// <param name="Url">The address of one elsewhere.</param>
/// <param name="Description">What people say of it.</param>
/// <param name="Errors">What could not be read.</param>
public sealed record BcfDocumentReferenceInput(string? DocumentGuid, string? Url, string? Description, IReadOnlyList<FieldError> Errors);

/// <summary>A reference to a document, as read.</summary>
public sealed class BcfDocumentReferenceRow
{
    /// <summary>What building models call it.</summary>
    public string Guid { get; init; } = "";

    /// <summary>The document of the project.</summary>
    public string? DocumentGuid { get; init; }

    /// <summary>The address of one elsewhere.</summary>
    public string? Url { get; init; }

    /// <summary>What people say of it.</summary>
    public string? Description { get; init; }
}
