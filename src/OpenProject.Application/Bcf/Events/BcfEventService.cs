using System.Runtime.CompilerServices;
using OpenProject.Application.Bcf.OData;
using OpenProject.Application.Common;
using OpenProject.Domain.Activities;
using OpenProject.Domain.Bcf;
using OpenProject.Domain.WorkPackages;

namespace OpenProject.Application.Bcf.Events;

/// <summary>Tells what happened to topics and to comments on them, whichever API it came by: it is read from the journals.</summary>
public sealed class BcfEventService(BcfProjectService projects, BcfTopicReadService topics, IReadStore store)
{
    private const int LongestText = 1024;

    /// <summary>What happened to the topics of a project, or to one of them.</summary>
    public async Task<BcfList<BcfEvent>> OfTopicsAsync(string projectKey, string? topicGuid, ODataQuery query, CancellationToken cancellationToken)
    {
        var project = await projects.SeenAsync(projectKey, cancellationToken);
        var fields = BcfTopicEventRows.Fields(store);
        var journals = (await JournalsAsync(project, topicGuid, cancellationToken)).Where(BcfTopicEventRows.Telling(store));
        var found = fields.Filter(journals, query.Filter);
        var ids = await store.ListAsync(BcfTopicReadService.PageOf(fields.Order(found, query.Orders).ThenBy(j => j.Id), query).Select(j => j.Id), cancellationToken);
        return new BcfList<BcfEvent>(await TotalAsync(found, query, ids.Count, cancellationToken), ReadAsync(ids, cancellationToken));
    }

    /// <summary>What happened to the comments on the topics of a project, or to one comment on one topic.</summary>
    public async Task<BcfList<BcfEvent>> OfCommentsAsync(
        string projectKey, string? topicGuid, string? commentGuid, ODataQuery query, CancellationToken cancellationToken)
    {
        var project = await projects.SeenAsync(projectKey, cancellationToken);
        var comments = (await JournalsAsync(project, topicGuid, cancellationToken)).Where(BcfCommentRows.SeenWith(project.Rights));
        if (commentGuid is not null)
        {
            var kept = BcfGuid.Find(commentGuid);
            comments = comments.Where(j => j.CommentGuid == kept);
            if (!await store.AnyAsync(comments, cancellationToken))
                throw new ProblemException(new Problem.NotFound());
        }

        var fields = BcfCommentEventRows.Fields(store);
        var found = fields.Filter(BcfCommentEventRows.Of(comments, store), query.Filter);
        var keys = await store.ListAsync(
            BcfTopicReadService.PageOf(fields.Order(found, query.Orders).ThenBy(e => e.JournalId).ThenBy(e => e.EditId), query), cancellationToken);
        return new BcfList<BcfEvent>(await TotalAsync(found, query, keys.Count, cancellationToken), ReadAsync(keys, cancellationToken));
    }

    private async Task<IQueryable<WorkPackageJournal>> JournalsAsync(BcfProject project, string? topicGuid, CancellationToken cancellationToken)
    {
        var (projectId, rows) = (project.Id, store.Rows<BcfTopic>());
        if (topicGuid is null)
            return store.Rows<WorkPackageJournal>().Where(j => j.WorkPackage.ProjectId == projectId && rows.Any(t => t.WorkPackageId == j.WorkPackageId));
        var id = (await topics.KeyOfAsync(project, topicGuid, cancellationToken)).WorkPackageId;
        return store.Rows<WorkPackageJournal>().Where(j => j.WorkPackageId == id);
    }

    private async Task<int> TotalAsync<T>(IQueryable<T> found, ODataQuery query, int read, CancellationToken cancellationToken) =>
        query is { Top: null, Skip: 0 } ? read : await store.CountAsync(found, cancellationToken);

    private async IAsyncEnumerable<BcfEvent> ReadAsync(List<long> ids, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var chunk in ids.Chunk(BcfTopicRows.ChunkSize))
        {
            var rows = (await store.ListByIdsAsync(BcfTopicEventRows.ByIds, [.. chunk], cancellationToken)).ToDictionary(r => r.Id);
            // Running journals may change between the two statements, even so that nothing is left to tell.
            foreach (var told in chunk.Where(rows.ContainsKey).Select(id => rows[id].Told()).Where(e => e.Actions.Count > 0))
                yield return told;
        }
    }

    private async IAsyncEnumerable<BcfEvent> ReadAsync(List<BcfCommentEventKey> keys, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var chunk in keys.Chunk(BcfTopicRows.ChunkSize))
        {
            var begun = await store.ListByIdsAsync(BcfCommentEventRows.Beginnings, [.. chunk.Where(k => k.EditId == 0).Select(k => k.JournalId)], cancellationToken);
            var changed = await store.ListByIdsAsync(BcfCommentEventRows.Changes, [.. chunk.Where(k => k.EditId != 0).Select(k => k.EditId)], cancellationToken);
            var (beginnings, changes) = (begun.ToDictionary(r => r.Id), changed.ToDictionary(r => r.Id));
            foreach (var key in chunk)
            {
                if (key.EditId == 0 && beginnings.TryGetValue(key.JournalId, out var first))
                    yield return Told(first, key.Date, new BcfAction(BcfCommentEventRows.Created, null), new BcfAction(CommentEdit.TextUpdated, Cut(first.Value)));
                else if (changes.TryGetValue(key.EditId, out var change))
                    yield return Told(change, key.Date, new BcfAction(key.Type, change.Value));
            }
        }
    }

    private static BcfEvent Told(BcfCommentEventRow row, DateTime date, params BcfAction[] actions) => new(row.TopicGuid, row.CommentGuid, date, row.Author, actions);

    private static string? Cut(string? text) => text is { Length: > LongestText } ? text[..LongestText] : text;
}
