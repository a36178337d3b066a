using OpenProject.Application.Common;
using OpenProject.Application.Queries;
using OpenProject.Application.Relations;
using OpenProject.Application.Writes;
using OpenProject.Domain.Bcf;
using OpenProject.Domain.Relations;
using OpenProject.Domain.WorkPackages;
using Permission = OpenProject.Domain.Roles.Permissions;

namespace OpenProject.Application.Bcf;

/// <summary>
/// Says which topics have to do with another one (BCF API 2.1 section 4.6). Where both are here and the caller may relate their work
/// packages, a relation <c>relates</c> stands for it, so that API v3 sees it; other guids, of topics that are not here yet above
/// all, are kept as they are.
/// </summary>
public sealed class BcfRelatedTopicService(
    BcfProjectService projects,
    BcfTopicReadService topics,
    RelationService relations,
    RelationResource resource,
    ResourceReader reader,
    BcfTopicRevisionService revisions,
    IUnitOfWork unitOfWork)
{
    private IReadStore Store => reader.Store;

    /// <summary>The guids of the related topics, without those of topics that the viewer may not see.</summary>
    public async Task<IReadOnlyList<string>> ListAsync(string projectKey, string topicGuid, CancellationToken cancellationToken)
    {
        var id = (await topics.KeyOfAsync(await projects.SeenAsync(projectKey, cancellationToken), topicGuid, cancellationToken)).Id;
        return await ListAsync(id, cancellationToken);
    }

    /// <summary>Replaces the related topics that the viewer sees; those that are hidden from him stay.</summary>
    public async Task<IReadOnlyList<string>> ReplaceAsync(string projectKey, string topicGuid, IReadOnlyList<string> guids, CancellationToken cancellationToken)
    {
        var project = await projects.ManagedAsync(projectKey, cancellationToken);
        var id = (await topics.KeyOfAsync(project, topicGuid, cancellationToken)).Id;
        var wanted = Checked(guids, topicGuid);
        await unitOfWork.InTransactionAsync(
            token => revisions.ReviseAsync(
                id,
                async topic =>
                {
                    var related = await RelatedAsync(topic.WorkPackageId, token);
                    foreach (var gone in related.Where(r => !wanted.Contains(r.Guid)))
                        await relations.DeleteAsync(gone.RelationId, token);
                    var kept = new List<string>();
                    foreach (var guid in wanted.Except(related.Select(r => r.Guid), StringComparer.Ordinal))
                    {
                        if (!await TryRelateAsync(topic.WorkPackageId, guid, token))
                            kept.Add(guid);
                    }

                    topic.RelateTo([.. kept.Union(await HiddenAsync(topic.RelatedGuids, token), StringComparer.Ordinal)]);
                },
                token),
            cancellationToken);
        return await ListAsync(id, cancellationToken);
    }

    private static List<string> Checked(IReadOnlyList<string> guids, string own)
    {
        if (guids.Count > BcfTopic.ListLimit)
            throw new ProblemException(new Problem.Invalid("related_topics", $"Related topics are too many (maximum is {BcfTopic.ListLimit})."));
        List<string?> found = [.. guids.Select(BcfGuid.Find).Distinct(StringComparer.Ordinal)];
        if (found.Contains(null))
            throw new ProblemException(new Problem.Invalid("related_topic_guid", "Related topic guid is invalid."));
        if (found.Contains(BcfGuid.Find(own)))
            throw new ProblemException(new Problem.Invalid("related_topic_guid", "A topic cannot be related to itself."));
        return [.. found.OfType<string>()];
    }

    private async Task<bool> TryRelateAsync(long workPackageId, string guid, CancellationToken cancellationToken)
    {
        var other = await Store.FirstOrDefaultAsync(
            Store.Rows<BcfTopic>().Where(t => t.Guid == guid).Select(t => new { t.WorkPackageId, t.WorkPackage.ProjectId }), cancellationToken);
        if (other is null)
            return false;
        var (otherId, ownProject) = (other.WorkPackageId, await Store.FirstOrDefaultAsync(
            Store.Rows<WorkPackage>().Where(w => w.Id == workPackageId).Select(w => w.ProjectId), cancellationToken));
        var mayRelate = (await reader.Access.InProjectAsync(ownProject)).Contains(Permission.ManageWorkPackageRelations)
            && (await reader.Access.InProjectAsync(other.ProjectId)).Contains(Permission.ViewWorkPackages);
        if (!mayRelate || await Store.AnyAsync(
            Store.Rows<Relation>().Where(r => (r.FromId == workPackageId && r.ToId == otherId) || (r.FromId == otherId && r.ToId == workPackageId)), cancellationToken))
            return false;
        await relations.CreateAsync(
            workPackageId, ChangeSet<Relation, RelationDto>.Empty.WithLink(resource, "to", otherId).With(resource, "type", "relates"), cancellationToken);
        return true;
    }

    private async Task<IReadOnlyList<string>> ListAsync(long topicId, CancellationToken cancellationToken)
    {
        var topic = await Store.FirstOrDefaultAsync(
            Store.Rows<BcfTopic>().Where(t => t.Id == topicId).Select(t => new { t.WorkPackageId, t.RelatedGuids }), cancellationToken)
            ?? throw new ProblemException(new Problem.NotFound());
        var shown = topic.RelatedGuids.Except(await HiddenAsync(topic.RelatedGuids, cancellationToken), StringComparer.Ordinal);
        return [.. (await RelatedAsync(topic.WorkPackageId, cancellationToken)).Select(r => r.Guid).Union(shown, StringComparer.Ordinal)];
    }

    // Those that are topics here, but none that the viewer sees.
    private async Task<List<string>> HiddenAsync(IReadOnlyList<string> kept, CancellationToken cancellationToken)
    {
        if (kept.Count == 0)
            return [];
        var guids = kept.ToList();
        var seen = reader.Access.ProjectsWith(Permission.ViewLinkedIssues);
        return await Store.ListAsync(
            Store.Rows<BcfTopic>().Where(t => guids.Contains(t.Guid) && !seen.Contains(t.WorkPackage.ProjectId)).Select(t => t.Guid), cancellationToken);
    }

    // Those that a relation stands for and that the viewer sees.
    private async Task<List<Related>> RelatedAsync(long workPackageId, CancellationToken cancellationToken)
    {
        var seen = reader.Access.ProjectsWith(Permission.ViewLinkedIssues);
        var ends = Store.Rows<Relation>().Where(r => r.Type == RelationType.Relates && (r.FromId == workPackageId || r.ToId == workPackageId))
            .Select(r => new { r.Id, OtherId = r.FromId == workPackageId ? r.ToId : r.FromId });
        return await Store.ListAsync(
            ends.Join(
                    Store.Rows<BcfTopic>().Where(t => seen.Contains(t.WorkPackage.ProjectId)),
                    end => end.OtherId,
                    t => t.WorkPackageId,
                    (end, t) => new Related { RelationId = end.Id, Guid = t.Guid })
                .OrderBy(r => r.RelationId),
            cancellationToken);
    }

    private sealed class Related
    {
        public long RelationId { get; init; }

        public string Guid { get; init; } = "";
    }
}
