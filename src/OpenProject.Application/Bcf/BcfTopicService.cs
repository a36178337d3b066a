using OpenProject.Application.Common;
using OpenProject.Application.Queries;
using OpenProject.Application.WorkPackages;
using OpenProject.Domain.Bcf;
using OpenProject.Domain.Common;
using OpenProject.Domain.Users;
using OpenProject.Domain.WorkPackages;

namespace OpenProject.Application.Bcf;

/// <summary>
/// Writes topics. A topic is a work package: its attributes are written by <see cref="WorkPackageService"/> under the rules of
/// API v3, what work packages lack beside it, both in one save, with one lock version and one journal.
/// </summary>
public sealed class BcfTopicService(
    BcfProjectService projects,
    BcfTopicReadService topics,
    BcfTopicChangeService changes,
    BcfVocabularyService vocabulary,
    WorkPackageService workPackages,
    WorkPackageResource resource,
    ResourceReader reader,
    IAggregates<WorkPackage> works,
    IAggregates<BcfTopic> aggregates,
    BcfFileService files,
    IUnitOfWork unitOfWork)
{
    /// <summary>Stores a new topic: a new work package, or one that a link names and that becomes the topic.</summary>
    /// <param name="projectKey">The project's id or identifier.</param>
    /// <param name="input">What it is to be like.</param>
    /// <param name="origin">Where it was before; null where it begins here and now.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<BcfTopicView> CreateAsync(string projectKey, BcfTopicInput input, BcfOrigin? origin, CancellationToken cancellationToken)
    {
        var project = await projects.ManagedAsync(projectKey, cancellationToken);
        var adoptedId = (input.ReferenceLinks ?? []).Select(BcfWorkPackageLinks.IdOf).FirstOrDefault(id => id is not null);
        var kept = origin?.Guid ?? BcfGuid.New();
        await WriteAsync(
            async token =>
            {
                var workPackageId = adoptedId is { } id
                    ? await AdoptAsync(project, id, input, token)
                    : await workPackages.StoreAsync(
                        await changes.OfAsync(project.Id, await CheckedAsync(project, input, token), before: null, replaces: false, token), project.Id, token);
                var topic = new BcfTopic(workPackageId, kept);
                Describe(topic, input, workPackageId);
                aggregates.Add(topic);
                if (topic.Labels.Count > 0 || origin is not null)
                {
                    var work = (await works.FindAsync(workPackageId, token))!;
                    if (origin?.AuthorId is { } authorId)
                        work.AttributeTo(authorId);
                    if (origin?.Date is { } begun)
                        work.BeginAt(begun);
                    work.ReviseTopic(LabelChange.Between([], topic.Labels));
                }

                await unitOfWork.SaveAsync(token);
            },
            cancellationToken);
        return await topics.FindAsync(project, kept, cancellationToken);
    }

    /// <summary>Replaces a topic: what is not sent is emptied, or gets its default.</summary>
    public async Task<BcfTopicView> UpdateAsync(string projectKey, string guid, BcfTopicInput input, CancellationToken cancellationToken)
    {
        var project = await projects.ManagedAsync(projectKey, cancellationToken);
        var row = await topics.RowAsync(project, guid, cancellationToken);
        List<long> left = [];
        await WriteAsync(
            async token =>
            {
                var before = new BcfTopicBefore(row.LockVersion, row.AssigneeId, row.AssignedTo);
                var wanted = await changes.OfAsync(project.Id, await CheckedAsync(project, input, token), before, replaces: true, token);
                var topic = await aggregates.FindAsync(row.Id, token) ?? throw new ProblemException(new Problem.NotFound());
                var (labels, state, fileId) = (topic.Labels, StateOf(topic), topic.SnippetFileId);
                if (Describe(topic, input, row.WorkPackageId) && fileId is { } id)
                    left = [id];
                await files.ReleaseAsync(left, token);
                if (state != StateOf(topic) && await works.FindAsync(row.WorkPackageId, token) is { } work)
                    work.ReviseTopic(LabelChange.Between(labels, topic.Labels));
                await workPackages.StoreAsync(row.WorkPackageId, wanted, token);
                await unitOfWork.SaveAsync(token);
            },
            cancellationToken);
        await files.RemoveAsync(left);
        return await topics.FindAsync(project, guid, cancellationToken);
    }

    /// <summary>Removes a topic with its work package and all below that; leaves as forbidden for those who may not.</summary>
    public async Task DeleteAsync(string projectKey, string guid, CancellationToken cancellationToken)
    {
        var project = await projects.SeenAsync(projectKey, cancellationToken);
        var row = await topics.RowAsync(project, guid, cancellationToken);
        if (!project.Rights.MayDelete)
            throw new ProblemException(new Problem.Forbidden());
        await workPackages.DeleteAsync(row.WorkPackageId, cancellationToken);
    }

    private async Task<long> AdoptAsync(BcfProject project, long id, BcfTopicInput input, CancellationToken cancellationToken)
    {
        var store = reader.Store;
        var found = await store.FirstOrDefaultAsync(
            store.Rows<WorkPackage>().Where(w => w.Id == id).Select(w => new
            {
                w.ProjectId, w.LockVersion, w.AssigneeId, Name = ((User)w.Assignee!).Email ?? w.Assignee.Name, IsTopic = store.Rows<BcfTopic>().Any(t => t.WorkPackageId == w.Id),
            }),
            cancellationToken);
        if (found is null)
            throw new ProblemException(new Problem.Invalid("reference_links", "Work package does not exist."));
        if (!await reader.ExistsAsync(resource, id, cancellationToken))
            throw new ProblemException(new Problem.NotFound());
        if (found.ProjectId != project.Id)
            throw new ProblemException(new Problem.Invalid("reference_links", "Work package does not exist."));
        if (found.IsTopic)
            throw new ProblemException(new Problem.Invalid("reference_links", "Work package has already been taken."));
        var before = new BcfTopicBefore(found.LockVersion, found.AssigneeId, found.Name);
        var wanted = await changes.OfAsync(project.Id, await CheckedAsync(project, input, cancellationToken), before, replaces: false, cancellationToken);
        await workPackages.StoreAsync(id, wanted, cancellationToken);
        return id;
    }

    // What BCF alone knows of is judged first, so that its errors are told together with those of the work package.
    private async Task<BcfTopicInput> CheckedAsync(BcfProject project, BcfTopicInput input, CancellationToken cancellationToken)
    {
        var errors = new List<FieldError>(input.Errors);
        try
        {
            Describe(new BcfTopic(0), input, 0);
        }
        catch (BrokenRule broken)
        {
            errors.Add(new FieldError(broken.Member, broken.Message));
        }

        var used = (input.Labels ?? []).Select(label => (BcfWordKind.Label, label.Trim()))
            .Concat(input.Stage is { } stage ? [(BcfWordKind.Stage, stage.Trim())] : [])
            .Concat(input.Snippet is { } snippet ? [(BcfWordKind.SnippetType, snippet.Type.Trim())] : []);
        if (errors.Count == 0)
            errors.AddRange(await vocabulary.LearnAsync(project.Id, [.. used], cancellationToken));
        return input with { Errors = errors };
    }

    private static bool Describe(BcfTopic topic, BcfTopicInput input, long workPackageId)
    {
        topic.Arrange(input.Index);
        topic.BelongTo(input.Stage);
        topic.Label(input.Labels ?? []);
        topic.Refer(BcfWorkPackageLinks.Without(input.ReferenceLinks, workPackageId));
        return topic.Carry(input.Snippet);
    }

    private static string StateOf(BcfTopic t) => string.Join(
        '\0', [t.Index?.ToString(), t.Stage, t.LabelLines, t.SnippetType, t.SnippetIsExternal.ToString(), t.SnippetReference, t.SnippetReferenceSchema, .. t.ReferenceLinks]);

    private async Task WriteAsync(Func<CancellationToken, Task> write, CancellationToken cancellationToken)
    {
        try
        {
            await unitOfWork.InTransactionAsync(write, cancellationToken);
        }
        catch (ProblemException refused) when (refused.Problem is Problem.Invalid invalid)
        {
            throw new ProblemException(new Problem.Invalid([.. invalid.Errors.Select(InWordsOfBcf)]));
        }
    }

    private static FieldError InWordsOfBcf(FieldError error) => error.Attribute == "subject"
        ? error with { Attribute = "title", Message = error.Message.Replace("Subject", "Title", StringComparison.Ordinal) }
        : error;
}
