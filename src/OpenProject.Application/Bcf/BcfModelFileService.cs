using OpenProject.Application.Common;
using OpenProject.Domain.Bcf;
using OpenProject.Domain.Common;
using OpenProject.Domain.WorkPackages;

namespace OpenProject.Application.Bcf;

/// <summary>Says which files of building models a topic is about (BCF API 2.1 section 4.3).</summary>
public sealed class BcfModelFileService(
    BcfProjectService projects, BcfTopicReadService topics, IReadStore store, IAggregates<BcfTopic> aggregates, IAggregates<WorkPackage> works, IUnitOfWork unitOfWork)
{
    /// <summary>The files, in their order.</summary>
    public async Task<IReadOnlyList<BcfModelFile>> ListAsync(string projectKey, string topicGuid, CancellationToken cancellationToken) =>
        await ListAsync(await topics.IdOfAsync(await projects.SeenAsync(projectKey, cancellationToken), topicGuid, cancellationToken), cancellationToken);

    /// <summary>Replaces the files.</summary>
    public async Task<IReadOnlyList<BcfModelFile>> ReplaceAsync(
        string projectKey, string topicGuid, IReadOnlyList<BcfModelFile> modelFiles, CancellationToken cancellationToken)
    {
        var id = await topics.IdOfAsync(await projects.ManagedAsync(projectKey, cancellationToken), topicGuid, cancellationToken);
        var topic = await aggregates.FindAsync(id, cancellationToken) ?? throw new ProblemException(new Problem.NotFound());
        try
        {
            topic.BeAbout(modelFiles);
        }
        catch (BrokenRule broken)
        {
            throw new ProblemException(new Problem.Invalid(broken.Member, broken.Message));
        }

        (await works.FindAsync(topic.WorkPackageId, cancellationToken))?.ReviseTopic(LabelChange.None);
        await unitOfWork.SaveAsync(cancellationToken);
        return await ListAsync(id, cancellationToken);
    }

    private async Task<IReadOnlyList<BcfModelFile>> ListAsync(long topicId, CancellationToken cancellationToken) =>
        await store.FirstOrDefaultAsync(store.Rows<BcfTopic>().Where(t => t.Id == topicId).Select(t => t.ModelFiles), cancellationToken) ?? [];
}
