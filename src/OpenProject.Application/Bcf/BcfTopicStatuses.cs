using OpenProject.Application.Common;
using OpenProject.Application.Permissions;
using OpenProject.Application.WorkPackages;
using OpenProject.Domain.Groups;
using OpenProject.Domain.Statuses;
using OpenProject.Domain.Workflows;

namespace OpenProject.Application.Bcf;

/// <summary>
/// Which statuses a viewer may give the topics of a project, decided for any number of topics after three statements. The rule is
/// that of <see cref="StatusSteps"/>, which decides about each write.
/// </summary>
internal sealed class BcfTopicStatuses
{
    private readonly List<Named> statuses;
    private readonly ILookup<(long TypeId, long StatusId), Workflow> steps;
    private readonly HashSet<long> groups;
    private readonly Viewer viewer;

    private BcfTopicStatuses(List<Named> statuses, IEnumerable<Workflow> steps, IEnumerable<long> groups, Viewer viewer)
    {
        (this.statuses, this.viewer) = (statuses, viewer);
        this.steps = steps.ToLookup(step => (step.TypeId, step.OldStatusId));
        this.groups = [.. groups];
    }

    /// <summary>Reads what decides.</summary>
    public static async Task<BcfTopicStatuses> LoadAsync(Access access, long projectId, CancellationToken cancellationToken)
    {
        var (store, userId) = (access.Store, access.Viewer.UserId);
        return new BcfTopicStatuses(
            await store.ListAsync(
                store.Rows<Status>().OrderBy(s => s.Position).Select(s => new Named { Id = s.Id, Name = s.Name, IsClosed = s.IsClosed }), cancellationToken),
            await store.ListAsync(StatusSteps.OpenTo(access, projectId), cancellationToken),
            await store.ListAsync(store.Rows<GroupMember>().Where(m => m.UserId == userId).Select(m => m.GroupId), cancellationToken),
            access.Viewer);
    }

    /// <summary>The names of the statuses of one topic, the one that it has included.</summary>
    public IReadOnlyList<string> Of(BcfTopicRow topic)
    {
        var isAuthor = viewer.IsAdmin || topic.AuthorId == viewer.UserId;
        var isAssignee = viewer.IsAdmin || topic.AssigneeId == viewer.UserId || (topic.AssigneeId is { } id && groups.Contains(id));
        var next = steps[(topic.TypeId, topic.StatusId)]
            .Where(step => (!step.AuthorOnly || isAuthor) && (!step.AssigneeOnly || isAssignee))
            .Select(step => step.NewStatusId).ToHashSet();
        return [.. statuses.Where(s => s.Id == topic.StatusId || (next.Contains(s.Id) && !(s.IsClosed && topic.IsBlocked))).Select(s => s.Name)];
    }

    private sealed class Named
    {
        public long Id { get; init; }

        public string Name { get; init; } = "";

        public bool IsClosed { get; init; }
    }
}
