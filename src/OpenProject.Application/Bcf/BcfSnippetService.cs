using OpenProject.Application.Common;
using OpenProject.Domain.Bcf;

namespace OpenProject.Application.Bcf;

/// <summary>Keeps the bytes of snippets that are not elsewhere (BCF API 2.1 sections 4.2.6 and 4.2.7).</summary>
public sealed class BcfSnippetService(BcfProjectService projects, BcfTopicReadService topics, BcfFileService files, BcfTopicRevisionService revisions)
{
    /// <summary>The bytes; leaves as not found where there are none.</summary>
    public async Task<BcfContent> OpenAsync(string projectKey, string topicGuid, CancellationToken cancellationToken)
    {
        var row = await topics.RowAsync(await projects.SeenAsync(projectKey, cancellationToken), topicGuid, cancellationToken);
        return row is { SnippetFileId: { } fileId, SnippetReference: { } name }
            ? await files.OpenAsync(fileId, name, cancellationToken)
            : throw new ProblemException(new Problem.NotFound());
    }

    /// <summary>Stores the bytes of the file that the topic's snippet names; leaves as invalid where it names none, or another.</summary>
    public async Task StoreAsync(string projectKey, string topicGuid, Stream content, string fileName, CancellationToken cancellationToken)
    {
        var row = await topics.RowAsync(await projects.ManagedAsync(projectKey, cancellationToken), topicGuid, cancellationToken);
        if (row is not { SnippetType: not null, SnippetIsExternal: false } || row.SnippetReference != fileName)
            throw new ProblemException(new Problem.Invalid("bim_snippet", BcfTopic.NoSuchSnippet));
        var file = await files.ReceiveAsync(content, fileName, cancellationToken);
        long[] left = row.SnippetFileId is { } before ? [before] : [];
        try
        {
            await revisions.ReviseAsync(
                row.Id,
                topic =>
                {
                    topic.KeepSnippet(file.Id, fileName);
                    return files.ReleaseAsync(left, cancellationToken);
                },
                cancellationToken);
        }
        catch
        {
            await files.DropAsync([file]);
            throw;
        }

        await files.RemoveAsync(left);
    }
}
