using OpenProject.Application.Common;
using OpenProject.Domain.Bcf;

namespace OpenProject.Application.Bcf;

/// <summary>Says which files of building models a topic is about (BCF API 2.1 section 4.3).</summary>
public sealed class BcfModelFileService(BcfProjectService projects, BcfTopicReadService topics, BcfTopicRevisionService revisions, IReadStore store)
{
    /// <summary>The files, in their order.</summary>
    public async Task<IReadOnlyList<BcfModelFile>> ListAsync(string projectKey, string topicGuid, CancellationToken cancellationToken) =>
        await ListAsync((await topics.KeyOfAsync(await projects.SeenAsync(projectKey, cancellationToken), topicGuid, cancellationToken)).Id, cancellationToken);

    /// <summary>Replaces the files.</summary>
    public async Task<IReadOnlyList<BcfModelFile>> ReplaceAsync(
        string projectKey, string topicGuid, IReadOnlyList<BcfModelFile> modelFiles, CancellationToken cancellationToken)
    {
        var key = await topics.KeyOfAsync(await projects.ManagedAsync(projectKey, cancellationToken), topicGuid, cancellationToken);
        await revisions.ReviseAsync(
            key.Id,
            topic =>
            {
                topic.BeAbout(modelFiles);
                return Task.CompletedTask;
            },
            cancellationToken);
        return await ListAsync(key.Id, cancellationToken);
    }

    private async Task<IReadOnlyList<BcfModelFile>> ListAsync(long topicId, CancellationToken cancellationToken) =>
        await store.FirstOrDefaultAsync(store.Rows<BcfTopic>().Where(t => t.Id == topicId).Select(t => t.ModelFiles), cancellationToken) ?? [];
}
