using OpenProject.Application.Common;
using OpenProject.Application.Writes;
using OpenProject.Domain.Groups;

namespace OpenProject.Application.Groups;

/// <summary>How groups are written: beside the aggregate, who is in it, and what these users have through it.</summary>
public sealed class GroupPlan(GroupResource resource, GroupContract contract, IAggregates<Group> aggregates, IGroupMembers members)
{
    /// <summary>The plan.</summary>
    public WritePlan<Group, GroupDto> Writes => new(resource, contract, aggregates)
    {
        AfterSave = (draft, cancellationToken) => draft.Changes.Find("members") is ToManyChange<Group, GroupDto> change && change.Differs(draft.Original)
            ? members.SetAsync(draft.Entity.Id, [.. change.Targets.Select(t => t.Id).Distinct()], cancellationToken)
            : Task.CompletedTask,
    };
}
