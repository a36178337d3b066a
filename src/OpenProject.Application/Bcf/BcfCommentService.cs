using System.Runtime.CompilerServices;
using OpenProject.Application.Activities;
using OpenProject.Application.Bcf.OData;
using OpenProject.Application.Common;
using OpenProject.Application.Queries;
using OpenProject.Domain.Activities;
using OpenProject.Domain.Bcf;
using OpenProject.Domain.Common;
using OpenProject.Domain.WorkPackages;

namespace OpenProject.Application.Bcf;

/// <summary>Reads and writes comments on topics, which are the comments on their work packages.</summary>
public sealed class BcfCommentService(
    BcfProjectService projects,
    BcfTopicReadService topics,
    CommentService comments,
    ResourceReader reader,
    IMarkdown markdown,
    IAggregates<WorkPackageJournal> journals,
    IAggregates<BcfCommentLink> links,
    IAggregates<CommentEdit> edits,
    IUnitOfWork unitOfWork,
    TimeProvider clock)
{
    private IReadStore Store => reader.Store;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>The comments on a topic that a query asks for.</summary>
    public async Task<BcfList<BcfCommentView>> ListAsync(string projectKey, string topicGuid, ODataQuery query, CancellationToken cancellationToken)
    {
        var project = await projects.SeenAsync(projectKey, cancellationToken);
        var workPackageId = await WorkPackageOfAsync(project, topicGuid, cancellationToken);
        var fields = BcfCommentRows.Fields(Store);
        var found = fields.Filter(Of(project, workPackageId), query.Filter);
        var ids = await Store.ListAsync(BcfTopicReadService.PageOf(fields.Order(found, query.Orders).ThenBy(j => j.Id), query).Select(j => j.Id), cancellationToken);
        var isWhole = query is { Top: null, Skip: 0 };
        return new BcfList<BcfCommentView>(isWhole ? ids.Count : await Store.CountAsync(found, cancellationToken), ReadAsync(project, ids, cancellationToken));
    }

    /// <summary>One comment on a topic.</summary>
    public async Task<BcfCommentView> FindAsync(string projectKey, string topicGuid, string guid, CancellationToken cancellationToken)
    {
        var project = await projects.SeenAsync(projectKey, cancellationToken);
        return await ViewAsync(project, await IdOfAsync(project, topicGuid, guid, cancellationToken), cancellationToken);
    }

    /// <summary>Stores a new comment.</summary>
    public async Task<BcfCommentView> CreateAsync(string projectKey, string topicGuid, BcfCommentInput input, CancellationToken cancellationToken)
    {
        var project = await projects.ManagedAsync(projectKey, cancellationToken);
        return await StoreAsync(project, await WorkPackageOfAsync(project, topicGuid, cancellationToken), input, origin: null, cancellationToken);
    }

    /// <summary>Stores a comment on a topic of a project whose topics the viewer may write, as it was said elsewhere or as the viewer says it now.</summary>
    internal async Task<BcfCommentView> StoreAsync(BcfProject project, long workPackageId, BcfCommentInput input, BcfOrigin? origin, CancellationToken cancellationToken)
    {
        var (id, viewerId, now) = (0L, reader.Access.Viewer.UserId, Now);
        var (userId, at) = (origin?.AuthorId ?? viewerId, origin?.Date ?? now);
        await unitOfWork.InTransactionAsync(
            async token =>
            {
                var (text, viewpointId, replyToId) = await CheckedAsync(project, workPackageId, input, token, origin?.Guid);
                var journal = await comments.StoreAsync(workPackageId, text, userId, at, token);
                id = journal.Id;
                Note(id, CommentEdit.ViewpointUpdated, CommentEdit.ViewpointRemoved, null, BcfGuid.Find(input.ViewpointGuid), userId, at);
                Note(id, CommentEdit.ReplyUpdated, CommentEdit.ReplyRemoved, null, BcfGuid.Find(input.ReplyToGuid), userId, at);

                // Whom an archive makes say something has not said it here: who brought it is told as if he had edited it.
                if (userId != viewerId)
                {
                    Note(id, CommentEdit.TextUpdated, CommentEdit.TextUpdated, null, text.Raw, viewerId, now);
                    journal.Rewrite(text.Raw, text.Html, now);
                }

                await ReferAsync(id, viewpointId, replyToId, token);
                await unitOfWork.SaveAsync(token);
            },
            cancellationToken);
        return await ViewAsync(project, id, cancellationToken);
    }

    /// <summary>Replaces a comment.</summary>
    public async Task<BcfCommentView> UpdateAsync(string projectKey, string topicGuid, string guid, BcfCommentInput input, CancellationToken cancellationToken)
    {
        var project = await projects.ManagedAsync(projectKey, cancellationToken);
        var (before, mayEdit) = await ViewAsync(project, await IdOfAsync(project, topicGuid, guid, cancellationToken), cancellationToken);
        if (!mayEdit)
            throw new ProblemException(new Problem.Forbidden());
        var (id, userId, now) = (before.Id, reader.Access.Viewer.UserId, Now);
        await unitOfWork.InTransactionAsync(
            async token =>
            {
                var journal = await journals.FindAsync(id, token) ?? throw new ProblemException(new Problem.NotFound());
                var (text, viewpointId, replyToId) = await CheckedAsync(project, journal.WorkPackageId, input, token);
                if (replyToId == id)
                    throw new ProblemException(new Problem.Invalid("reply_to_comment_guid", "A comment cannot answer itself."));
                var (viewpoint, reply) = (BcfGuid.Find(input.ViewpointGuid), BcfGuid.Find(input.ReplyToGuid));
                Note(id, CommentEdit.TextUpdated, CommentEdit.TextUpdated, before.Comment, text.Raw, userId, now);
                Note(id, CommentEdit.ViewpointUpdated, CommentEdit.ViewpointRemoved, before.ViewpointGuid, viewpoint, userId, now);
                Note(id, CommentEdit.ReplyUpdated, CommentEdit.ReplyRemoved, before.ReplyToGuid, reply, userId, now);
                if (before.Comment != text.Raw || before.ViewpointGuid != viewpoint || before.ReplyToGuid != reply)
                    journal.Rewrite(text.Raw, text.Html, now);
                await ReferAsync(id, viewpointId, replyToId, token);
                await unitOfWork.SaveAsync(token);
            },
            cancellationToken);
        return await ViewAsync(project, id, cancellationToken);
    }

    /// <summary>Takes a comment back. What answered it answers nothing any more.</summary>
    public async Task DeleteAsync(string projectKey, string topicGuid, string guid, CancellationToken cancellationToken)
    {
        var project = await projects.ManagedAsync(projectKey, cancellationToken);
        var (row, mayEdit) = await ViewAsync(project, await IdOfAsync(project, topicGuid, guid, cancellationToken), cancellationToken);
        if (!mayEdit)
            throw new ProblemException(new Problem.Forbidden());
        var id = row.Id;
        await unitOfWork.InTransactionAsync(
            async token =>
            {
                var journal = await journals.FindAsync(id, token) ?? throw new ProblemException(new Problem.NotFound());
                journal.Unsay(Now);
                var concerned = await Store.ListAsync(Store.Rows<BcfCommentLink>().Where(l => l.JournalId == id || l.ReplyToId == id).Select(l => l.Id), token);
                foreach (var link in await links.FindManyAsync(concerned, token))
                {
                    if (link.JournalId == id)
                        links.Remove(link);
                    else
                        link.Answer(null);
                }

                await unitOfWork.SaveAsync(token);
            },
            cancellationToken);
    }

    private IQueryable<WorkPackageJournal> Of(BcfProject project, long workPackageId) =>
        Store.Rows<WorkPackageJournal>().Where(j => j.WorkPackageId == workPackageId).Where(BcfCommentRows.SeenWith(project.Rights));

    private async Task<long> WorkPackageOfAsync(BcfProject project, string topicGuid, CancellationToken cancellationToken) =>
        (await topics.KeyOfAsync(project, topicGuid, cancellationToken)).WorkPackageId;

    private async Task<long> IdOfAsync(BcfProject project, string topicGuid, string guid, CancellationToken cancellationToken)
    {
        var workPackageId = await WorkPackageOfAsync(project, topicGuid, cancellationToken);
        return await FindAsync(project, workPackageId, guid, cancellationToken) ?? throw new ProblemException(new Problem.NotFound());
    }

    private async Task<long?> FindAsync(BcfProject project, long workPackageId, string guid, CancellationToken cancellationToken) =>
        BcfGuid.Find(guid) is { } kept
            ? await Store.FirstOrDefaultAsync(Of(project, workPackageId).Where(j => j.CommentGuid == kept).Select(j => (long?)j.Id), cancellationToken)
            : null;

    private async Task<(Comment Text, long? ViewpointId, long? ReplyToId)> CheckedAsync(
        BcfProject project, long workPackageId, BcfCommentInput input, CancellationToken cancellationToken, string? guid = null)
    {
        var errors = new List<FieldError>(input.Errors);
        var (viewpointId, replyToId) = ((long?)null, (long?)null);
        if (input.ViewpointGuid is { } shown)
        {
            var kept = BcfGuid.Find(shown) ?? "";
            viewpointId = await Store.FirstOrDefaultAsync(
                Store.Rows<BcfViewpoint>().Where(v => v.Topic.WorkPackageId == workPackageId && v.Guid == kept).Select(v => (long?)v.Id), cancellationToken);
            if (viewpointId is null)
                errors.Add(new FieldError("viewpoint_guid", "Viewpoint does not exist."));
        }

        if (input.ReplyToGuid is { } answered)
        {
            replyToId = await FindAsync(project, workPackageId, answered, cancellationToken);
            if (replyToId is null)
                errors.Add(new FieldError("reply_to_comment_guid", "Bcf comment does not exist."));
        }

        Comment? text = null;
        try
        {
            text = new Comment(input.Comment, input.Comment is { } raw ? markdown.ToHtml(raw) : null, isInternal: false, guid);
        }
        catch (BrokenRule broken)
        {
            if (!errors.Exists(e => e.Attribute == broken.Member))
                errors.Add(new FieldError(broken.Member, broken.Message));
        }

        return errors.Count == 0 ? (text!, viewpointId, replyToId) : throw new ProblemException(new Problem.Invalid(errors));
    }

    private async Task ReferAsync(long journalId, long? viewpointId, long? replyToId, CancellationToken cancellationToken)
    {
        var known = await Store.FirstOrDefaultAsync(Store.Rows<BcfCommentLink>().Where(l => l.JournalId == journalId).Select(l => l.Id), cancellationToken);
        var link = known != 0 ? await links.FindAsync(known, cancellationToken) : null;
        if (link is null)
        {
            if (viewpointId is null && replyToId is null)
                return;
            links.Add(link = new BcfCommentLink(journalId));
        }

        link.Show(viewpointId);
        link.Answer(replyToId);
    }

    private void Note(long journalId, string updated, string removed, string? before, string? after, long userId, DateTime at)
    {
        if (before != after)
            edits.Add(new CommentEdit(journalId, userId, after is null ? removed : updated, before, after, at));
    }

    private async Task<BcfCommentView> ViewAsync(BcfProject project, long id, CancellationToken cancellationToken)
    {
        await foreach (var comment in ReadAsync(project, [id], cancellationToken))
            return comment;
        throw new ProblemException(new Problem.NotFound());
    }

    private async IAsyncEnumerable<BcfCommentView> ReadAsync(BcfProject project, List<long> ids, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var chunk in ids.Chunk(BcfTopicRows.ChunkSize))
        {
            var rows = (await Store.ListByIdsAsync(BcfCommentRows.ByIds, [.. chunk], cancellationToken)).ToDictionary(r => r.Id);
            // A comment may be taken back between the two statements.
            foreach (var id in chunk.Where(id => rows.GetValueOrDefault(id) is { Comment: not null }))
                yield return new BcfCommentView(rows[id], project.Rights.MayEditComment(rows[id].IsInternal, rows[id].AuthorId));
        }
    }
}
