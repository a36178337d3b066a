using System.Linq.Expressions;
using OpenProject.Application.Bcf.OData;
using OpenProject.Application.Common;
using OpenProject.Domain.Activities;
using OpenProject.Domain.Bcf;
using OpenProject.Domain.Principals;
using OpenProject.Domain.Users;
using OpenProject.Domain.WorkPackages;

namespace OpenProject.Application.Bcf.Events;

#pragma warning disable CS1591 // The members say what they are.

/// <summary>Where an event of a comment is found: that it was made, or one change of it.</summary>
public sealed class BcfCommentEventKey
{
    public long JournalId { get; init; }

    /// <summary>The change; 0 where the comment was made.</summary>
    public long EditId { get; init; }

    public DateTime Date { get; init; }

    public long AuthorId { get; init; }

    public long WorkPackageId { get; init; }

    public string CommentGuid { get; init; } = "";

    public string Type { get; init; } = "";
}

/// <summary>What happened to a comment, as read.</summary>
public sealed class BcfCommentEventRow
{
    public long Id { get; init; }

    public string TopicGuid { get; init; } = "";

    public string CommentGuid { get; init; } = "";

    public string Author { get; init; } = "";

    public string? Value { get; init; }
}

/// <summary>How events of comments are found and read.</summary>
internal static class BcfCommentEventRows
{
    /// <summary>The type of the event that a comment was made.</summary>
    public const string Created = "comment_created";

    /// <summary>Reads how comments began: with the text before their first change.</summary>
    public static readonly Expression<Func<IReadStore, List<long>, IQueryable<BcfCommentEventRow>>> Beginnings = (store, ids) =>
        store.Rows<WorkPackageJournal>().Where(j => ids.Contains(j.Id)).Select(j => new BcfCommentEventRow
        {
            Id = j.Id,
            TopicGuid = store.Rows<BcfTopic>().Where(t => t.WorkPackageId == j.WorkPackageId).Select(t => t.Guid).FirstOrDefault() ?? "",
            CommentGuid = j.CommentGuid!,
            Author = ((User)j.User).Email ?? j.User.Name,
            Value = store.Rows<CommentEdit>().Where(e => e.JournalId == j.Id && e.Type == CommentEdit.TextUpdated).OrderBy(e => e.Id).Select(e => e.Before).FirstOrDefault()
                ?? j.Notes,
        });

    /// <summary>Reads changes of comments.</summary>
    public static readonly Expression<Func<IReadStore, List<long>, IQueryable<BcfCommentEventRow>>> Changes = (store, ids) =>
        store.Rows<CommentEdit>().Where(e => ids.Contains(e.Id)).Select(e => new BcfCommentEventRow
        {
            Id = e.Id,
            TopicGuid = store.Rows<BcfTopic>().Where(t => t.WorkPackageId == e.Journal.WorkPackageId).Select(t => t.Guid).FirstOrDefault() ?? "",
            CommentGuid = e.Journal.CommentGuid!,
            Author = ((User)e.User).Email ?? e.User.Name,
            Value = e.Value,
        });

    /// <summary>The events of some comments.</summary>
    public static IQueryable<BcfCommentEventKey> Of(IQueryable<WorkPackageJournal> comments, IReadStore store) =>
        comments.Select(j => new BcfCommentEventKey
        {
            JournalId = j.Id, EditId = 0L, Date = j.CreatedAt, AuthorId = j.UserId, WorkPackageId = j.WorkPackageId, CommentGuid = j.CommentGuid!, Type = Created,
        }).Concat(
            store.Rows<CommentEdit>().Join(comments, e => e.JournalId, j => j.Id, (e, j) => new BcfCommentEventKey
            {
                JournalId = j.Id, EditId = e.Id, Date = e.CreatedAt, AuthorId = e.UserId, WorkPackageId = j.WorkPackageId, CommentGuid = j.CommentGuid!, Type = e.Type,
            }));

    /// <summary>What lists of events can be asked.</summary>
    public static ODataFields<BcfCommentEventKey> Fields(IReadStore store)
    {
        var topics = store.Rows<BcfTopic>();
        var types = new Dictionary<string, Expression<Func<BcfCommentEventKey, bool>>>(StringComparer.Ordinal)
        {
            [Created] = e => e.Type == Created,
            [CommentEdit.TextUpdated] = e => e.Type == CommentEdit.TextUpdated || e.Type == Created,
        };
        foreach (var type in new[] { CommentEdit.ViewpointUpdated, CommentEdit.ViewpointRemoved, CommentEdit.ReplyUpdated, CommentEdit.ReplyRemoved })
            types[type] = e => e.Type == type;
        return new ODataFields<BcfCommentEventKey>(
            new Dictionary<string, ODataField<BcfCommentEventKey>>(StringComparer.Ordinal)
            {
                ["date"] = new ODataMoment<BcfCommentEventKey>(e => e.Date),
                ["author"] = new ODataPerson<BcfCommentEventKey>(e => e.AuthorId, store.Rows<Principal>()),
                ["comment_guid"] = new ODataGuid<BcfCommentEventKey>(e => e.CommentGuid),
                ["topic_guid"] = new ODataGuid<BcfCommentEventKey>(e => topics.Where(t => t.WorkPackageId == e.WorkPackageId).Select(t => t.Guid).FirstOrDefault()),
                ["type"] = new ODataTypes<BcfCommentEventKey>(types),
            },
            "date");
    }
}
