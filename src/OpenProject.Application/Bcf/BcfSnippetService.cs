using OpenProject.Application.Common;
using OpenProject.Domain.Attachments;
using OpenProject.Domain.Bcf;
using OpenProject.Domain.Common;
using OpenProject.Domain.WorkPackages;

namespace OpenProject.Application.Bcf;

/// <summary>Keeps the bytes of snippets that are not elsewhere (BCF API 2.1 sections 4.2.6 and 4.2.7).</summary>
public sealed class BcfSnippetService(
    BcfProjectService projects,
    BcfTopicReadService topics,
    BcfFileService files,
    IAggregates<BcfTopic> aggregates,
    IAggregates<WorkPackage> works,
    IUnitOfWork unitOfWork)
{
    /// <summary>The bytes; leaves as not found where there are none.</summary>
    public async Task<BcfContent> OpenAsync(string projectKey, string topicGuid, CancellationToken cancellationToken)
    {
        var row = (await topics.FindAsync(projectKey, topicGuid, cancellationToken)).Row;
        return row is { SnippetFileId: { } fileId, SnippetReference: { } name }
            ? await files.OpenAsync(fileId, name, cancellationToken)
            : throw new ProblemException(new Problem.NotFound());
    }

    /// <summary>Stores the bytes of the file that the topic's snippet names; leaves as invalid where it names none, or another.</summary>
    public async Task StoreAsync(string projectKey, string topicGuid, Stream content, string fileName, CancellationToken cancellationToken)
    {
        var row = (await topics.FindAsync(await projects.ManagedAsync(projectKey, cancellationToken), topicGuid, cancellationToken)).Row;
        if (row is not { SnippetType: not null, SnippetIsExternal: false } || row.SnippetReference != fileName)
            throw new ProblemException(new Problem.Invalid("bim_snippet", BcfTopic.NoSuchSnippet));
        var file = await files.ReceiveAsync(content, fileName, cancellationToken);
        long[] left = row.SnippetFileId is { } before ? [before] : [];
        try
        {
            await KeepAsync(row, file, fileName, left, cancellationToken);
        }
        catch
        {
            await files.DropAsync([file]);
            throw;
        }

        await files.RemoveAsync(left);
    }

    private async Task KeepAsync(BcfTopicRow row, StoredFile file, string fileName, long[] left, CancellationToken cancellationToken)
    {
        var topic = await aggregates.FindAsync(row.Id, cancellationToken) ?? throw new ProblemException(new Problem.NotFound());
        try
        {
            topic.KeepSnippet(file.Id, fileName);
        }
        catch (BrokenRule broken)
        {
            throw new ProblemException(new Problem.Invalid(broken.Member, broken.Message));
        }

        (await works.FindAsync(row.WorkPackageId, cancellationToken))?.ReviseTopic(LabelChange.None);
        await files.ReleaseAsync(left, cancellationToken);
        await unitOfWork.SaveAsync(cancellationToken);
    }
}
