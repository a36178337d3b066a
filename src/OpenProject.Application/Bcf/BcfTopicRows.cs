using System.Linq.Expressions;
using OpenProject.Application.Bcf.OData;
using OpenProject.Application.Common;
using OpenProject.Domain.Bcf;
using OpenProject.Domain.Principals;
using OpenProject.Domain.Priorities;
using OpenProject.Domain.Relations;
using OpenProject.Domain.Statuses;
using OpenProject.Domain.Types;
using OpenProject.Domain.Users;
using OpenProject.Domain.WorkPackages;

namespace OpenProject.Application.Bcf;

/// <summary>
/// How topics are found and read. As with all lists these are two statements: one that is made for the request and finds the ids, and
/// one that is wide, translated once, and reads the rows of some hundred ids.
/// </summary>
internal static class BcfTopicRows
{
    /// <summary>What totals of theirs are remembered by.</summary>
    public const string Key = "bcf/topics";

    /// <summary>Rows that are read at once.</summary>
    public const int ChunkSize = 250;

    /// <summary>Reads topics with their work packages.</summary>
    public static readonly Expression<Func<IReadStore, List<long>, IQueryable<BcfTopicRow>>> ByIds = (store, ids) =>
        store.Rows<BcfTopic>().Where(t => ids.Contains(t.Id)).Select(t => new BcfTopicRow
        {
            Id = t.Id,
            Guid = t.Guid,
            WorkPackageId = t.WorkPackageId,
            LockVersion = t.WorkPackage.LockVersion,
            Title = t.WorkPackage.Subject,
            Description = t.WorkPackage.Description,
            TypeId = t.WorkPackage.TypeId,
            TypeName = t.WorkPackage.Type.Name,
            StatusId = t.WorkPackage.StatusId,
            StatusName = t.WorkPackage.Status.Name,
            PriorityName = t.WorkPackage.Priority.Name,
            DueDate = t.WorkPackage.DueDate,
            AuthorId = t.WorkPackage.AuthorId,
            CreationAuthor = ((User)t.WorkPackage.Author).Email ?? t.WorkPackage.Author.Name,
            CreationDate = t.WorkPackage.CreatedAt,
            ModifiedDate = t.WorkPackage.UpdatedAt,
            ModifiedAuthor = store.Rows<WorkPackageJournal>()
                .Where(j => j.WorkPackageId == t.WorkPackageId && j.Version == t.WorkPackage.JournalVersion)
                .Select(j => ((User)j.User).Email ?? j.User.Name).FirstOrDefault(),
            AssigneeId = t.WorkPackage.AssigneeId,
            AssignedTo = ((User)t.WorkPackage.Assignee!).Email ?? t.WorkPackage.Assignee.Name,
            Index = t.Index,
            Stage = t.Stage,
            LabelLines = t.LabelLines,
            ReferenceLinks = t.ReferenceLinks,
            SnippetType = t.SnippetType,
            SnippetIsExternal = t.SnippetIsExternal,
            SnippetReference = t.SnippetReference,
            SnippetReferenceSchema = t.SnippetReferenceSchema,
            SnippetFileId = t.SnippetFileId,
            IsBlocked = store.Rows<Relation>().Any(r => r.Type == RelationType.Blocks && r.ToId == t.WorkPackageId && !r.From.Status.IsClosed),
        });

    /// <summary>What lists of topics can be asked.</summary>
    public static ODataFields<BcfTopic> Fields(IReadStore store)
    {
        var (principals, journals) = (store.Rows<Principal>(), store.Rows<WorkPackageJournal>());
        return new ODataFields<BcfTopic>(
            new Dictionary<string, ODataField<BcfTopic>>(StringComparer.Ordinal)
            {
                ["creation_date"] = new ODataMoment<BcfTopic>(t => t.WorkPackage.CreatedAt),
                ["modified_date"] = new ODataMoment<BcfTopic>(t => t.WorkPackage.UpdatedAt),
                ["creation_author"] = new ODataPerson<BcfTopic>(t => t.WorkPackage.AuthorId, principals),
                ["modified_author"] = new ODataPerson<BcfTopic>(
                    t => journals.Where(j => j.WorkPackageId == t.WorkPackageId && j.Version == t.WorkPackage.JournalVersion).Select(j => (long?)j.UserId).FirstOrDefault(),
                    principals),
                ["assigned_to"] = new ODataPerson<BcfTopic>(t => t.WorkPackage.AssigneeId, principals),
                ["stage"] = new ODataText<BcfTopic>(t => t.Stage),
                ["topic_status"] = new ODataNamed<BcfTopic, Status>(t => t.WorkPackage.StatusId, store.Rows<Status>(), s => s.Id, s => s.Name),
                ["topic_type"] = new ODataNamed<BcfTopic, WorkPackageType>(t => t.WorkPackage.TypeId, store.Rows<WorkPackageType>(), y => y.Id, y => y.Name),
                ["priority"] = new ODataNamed<BcfTopic, Priority>(t => t.WorkPackage.PriorityId, store.Rows<Priority>(), p => p.Id, p => p.Name),
                ["title"] = new ODataText<BcfTopic>(t => t.WorkPackage.Subject),
                ["guid"] = new ODataGuid<BcfTopic>(t => t.Guid),
                ["index"] = new ODataNumber<BcfTopic>(t => t.Index),
                ["labels"] = new ODataLabels<BcfTopic>(t => t.LabelLines),
            },
            "creation_date",
            "modified_date",
            "index");
    }
}
