using System.Linq.Expressions;
using OpenProject.Application.Bcf.OData;
using OpenProject.Application.Common;
using OpenProject.Domain.Activities;
using OpenProject.Domain.Bcf;
using OpenProject.Domain.Principals;
using OpenProject.Domain.Users;
using OpenProject.Domain.WorkPackages;

namespace OpenProject.Application.Bcf;

/// <summary>How comments are found and read: every public note on the work package is one, whichever API it came by.</summary>
internal static class BcfCommentRows
{
    /// <summary>Reads comments.</summary>
    public static readonly Expression<Func<IReadStore, List<long>, IQueryable<BcfCommentRow>>> ByIds = (store, ids) =>
        store.Rows<WorkPackageJournal>().Where(j => ids.Contains(j.Id)).Select(j => new BcfCommentRow
        {
            Id = j.Id,
            Guid = j.CommentGuid!,
            Date = j.CreatedAt,
            Author = ((User)j.User).Email ?? j.User.Name,
            Comment = j.Notes!,
            ModifiedDate = j.UpdatedAt,
            ModifiedAuthor = store.Rows<CommentEdit>().Where(e => e.JournalId == j.Id).OrderByDescending(e => e.Id)
                .Select(e => ((User)e.User).Email ?? e.User.Name).FirstOrDefault(),
            ViewpointGuid = store.Rows<BcfCommentLink>().Where(l => l.JournalId == j.Id).Select(l => l.Viewpoint!.Guid).FirstOrDefault(),
            ReplyToGuid = store.Rows<BcfCommentLink>().Where(l => l.JournalId == j.Id).Select(l => l.ReplyTo!.CommentGuid).FirstOrDefault(),
            AuthorId = j.UserId,
            IsInternal = j.Internal,
            TopicGuid = store.Rows<BcfTopic>().Where(t => t.WorkPackageId == j.WorkPackageId).Select(t => t.Guid).FirstOrDefault() ?? "",
        });

    /// <summary>What lists of comments can be asked.</summary>
    public static ODataFields<WorkPackageJournal> Fields(IReadStore store) => new(
        new Dictionary<string, ODataField<WorkPackageJournal>>(StringComparer.Ordinal)
        {
            ["date"] = new ODataMoment<WorkPackageJournal>(j => j.CreatedAt),
            ["author"] = new ODataPerson<WorkPackageJournal>(j => j.UserId, store.Rows<Principal>()),
        },
        "date");

    /// <summary>Those that somebody sees in a project: internal ones only where API v3 shows them to him.</summary>
    public static Expression<Func<WorkPackageJournal, bool>> SeenWith(BcfRights rights)
    {
        var seesInternal = rights.MaySeeInternalComments;
        return j => j.CommentGuid != null && (!j.Internal || seesInternal);
    }
}
