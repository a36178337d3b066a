using System.Linq.Expressions;
using OpenProject.Application.Bcf.OData;
using OpenProject.Application.Common;
using OpenProject.Application.Queries.Filters;
using OpenProject.Domain.Bcf;
using OpenProject.Domain.Principals;
using OpenProject.Domain.Priorities;
using OpenProject.Domain.Statuses;
using OpenProject.Domain.Types;
using OpenProject.Domain.Users;
using OpenProject.Domain.WorkPackages;

namespace OpenProject.Application.Bcf.Events;

/// <summary>
/// How events of topics are found and read: they are the journals of the work packages, each compared with the one before. What is
/// changed shortly after by the same person is one journal, and so one event, which is told with the time of the last change.
/// </summary>
internal static class BcfTopicEventRows
{
    /// <summary>Reads journals with those before them.</summary>
    public static readonly Expression<Func<IReadStore, List<long>, IQueryable<BcfTopicEventRow>>> ByIds = (store, ids) =>
        from j in store.Rows<WorkPackageJournal>()
        where ids.Contains(j.Id)
        join before in store.Rows<WorkPackageJournal>() on new { j.WorkPackageId, Version = j.Version - 1 } equals new { before.WorkPackageId, before.Version } into befores
        from p in befores.DefaultIfEmpty()
        select new BcfTopicEventRow
        {
            Id = j.Id,
            TopicGuid = store.Rows<BcfTopic>().Where(t => t.WorkPackageId == j.WorkPackageId).Select(t => t.Guid).FirstOrDefault() ?? "",
            Date = j.UpdatedAt,
            Author = ((User)j.User).Email ?? j.User.Name,
            IsFirst = j.Version == 1,
            Title = j.Subject,
            TitleBefore = p.Subject,
            Description = j.Description,
            DescriptionBefore = p.Description,
            StatusId = j.StatusId,
            StatusIdBefore = p.StatusId,
            Status = store.Rows<Status>().Where(s => s.Id == j.StatusId).Select(s => s.Name).FirstOrDefault(),
            TypeId = j.TypeId,
            TypeIdBefore = p.TypeId,
            Type = store.Rows<WorkPackageType>().Where(t => t.Id == j.TypeId).Select(t => t.Name).FirstOrDefault(),
            PriorityId = j.PriorityId,
            PriorityIdBefore = p.PriorityId,
            Priority = store.Rows<Priority>().Where(x => x.Id == j.PriorityId).Select(x => x.Name).FirstOrDefault(),
            DueDate = j.DueDate,
            DueDateBefore = p.DueDate,
            AssigneeId = j.AssigneeId,
            AssigneeIdBefore = p.AssigneeId,
            Assignee = store.Rows<Principal>().Where(x => x.Id == j.AssigneeId).Select(x => ((User)x).Email ?? x.Name).FirstOrDefault(),
            LabelsAdded = j.LabelsAdded,
            LabelsRemoved = j.LabelsRemoved,
        };

    /// <summary>The journals that tell anything.</summary>
    public static Expression<Func<WorkPackageJournal, bool>> Telling(IReadStore store) =>
        Conditions(store).Values.Aggregate((all, next) => all.Or(next));

    /// <summary>What lists of events can be asked.</summary>
    public static ODataFields<WorkPackageJournal> Fields(IReadStore store)
    {
        var topics = store.Rows<BcfTopic>();
        return new ODataFields<WorkPackageJournal>(
            new Dictionary<string, ODataField<WorkPackageJournal>>(StringComparer.Ordinal)
            {
                ["date"] = new ODataMoment<WorkPackageJournal>(j => j.UpdatedAt),
                ["author"] = new ODataPerson<WorkPackageJournal>(j => j.UserId, store.Rows<Principal>()),
                ["topic_guid"] = new ODataGuid<WorkPackageJournal>(j => topics.Where(t => t.WorkPackageId == j.WorkPackageId).Select(t => t.Guid).FirstOrDefault()),
                ["type"] = new ODataTypes<WorkPackageJournal>(Conditions(store)),
            },
            "date");
    }

    // As BcfTopicEventRow tells them.
    private static Dictionary<string, Expression<Func<WorkPackageJournal, bool>>> Conditions(IReadStore store)
    {
        var journals = store.Rows<WorkPackageJournal>();
        return new Dictionary<string, Expression<Func<WorkPackageJournal, bool>>>(StringComparer.Ordinal)
        {
            ["topic_created"] = j => j.Version == 1,
            ["title_updated"] = j => j.Version == 1 || journals.Any(p => p.WorkPackageId == j.WorkPackageId && p.Version == j.Version - 1 && p.Subject != j.Subject),
            ["description_updated"] = j => j.Description != null && j.Description != ""
                && !journals.Any(p => p.WorkPackageId == j.WorkPackageId && p.Version == j.Version - 1 && p.Description == j.Description),
            ["description_removed"] = j => (j.Description == null || j.Description == "")
                && journals.Any(p => p.WorkPackageId == j.WorkPackageId && p.Version == j.Version - 1 && p.Description != null && p.Description != ""),
            ["status_updated"] = j => j.Version == 1 || journals.Any(p => p.WorkPackageId == j.WorkPackageId && p.Version == j.Version - 1 && p.StatusId != j.StatusId),
            ["type_updated"] = j => j.Version == 1 || journals.Any(p => p.WorkPackageId == j.WorkPackageId && p.Version == j.Version - 1 && p.TypeId != j.TypeId),
            ["priority_updated"] = j => j.Version == 1 || journals.Any(p => p.WorkPackageId == j.WorkPackageId && p.Version == j.Version - 1 && p.PriorityId != j.PriorityId),
            ["due_date_updated"] = j => j.DueDate != null && !journals.Any(p => p.WorkPackageId == j.WorkPackageId && p.Version == j.Version - 1 && p.DueDate == j.DueDate),
            ["due_date_removed"] = j => j.DueDate == null && journals.Any(p => p.WorkPackageId == j.WorkPackageId && p.Version == j.Version - 1 && p.DueDate != null),
            ["assigned_to_updated"] = j =>
                j.AssigneeId != null && !journals.Any(p => p.WorkPackageId == j.WorkPackageId && p.Version == j.Version - 1 && p.AssigneeId == j.AssigneeId),
            ["assigned_to_removed"] = j => j.AssigneeId == null && journals.Any(p => p.WorkPackageId == j.WorkPackageId && p.Version == j.Version - 1 && p.AssigneeId != null),
            ["label_added"] = j => j.LabelsAdded != null,
            ["label_removed"] = j => j.LabelsRemoved != null,
        };
    }
}
