using OpenProject.Application.Common;
using OpenProject.Application.Groups;
using OpenProject.Application.Scim.Attributes;
using OpenProject.Application.Scim.Patches;
using OpenProject.Domain.Groups;

namespace OpenProject.Application.Scim.Groups;

/// <summary>Lists, reads and writes groups for clients of SCIM. What a change of members costs follows from who comes and goes.</summary>
public sealed class ScimGroupService(
    ScimGroupType type, ScimGroupReader reader, IAggregates<Group> aggregates, ScimWriting writing, IGroupMembers members, IReadStore store)
    : ScimResourceService<Group, ScimGroupRow>(type, reader, aggregates, writing)
{
    private readonly ScimGroupType type = type;
    private readonly ScimGroupReader reader = reader;

    /// <inheritdoc/>
    protected override Group Draft(DateTime now) => Group.Draft(now);

    /// <inheritdoc/>
    protected override void Write(Group entity, ScimRecord before, ScimRecord after)
    {
        if (entity.Name != after.Text(type.DisplayName))
            entity.Rename(after.Text(type.DisplayName));
    }

    /// <inheritdoc/>
    protected override async Task<FieldError?> TakenAsync(Group entity, ScimRecord before, ScimRecord after, CancellationToken cancellationToken)
    {
        var (id, name) = (entity.Id, entity.Name);
        return before.Text(type.DisplayName) != name && await store.AnyAsync(store.Rows<Group>().Where(group => group.Id != id && group.SortName == name), cancellationToken)
            ? new FieldError("name", "Name has already been taken.", FieldErrorKind.Taken)
            : null;
    }

    /// <inheritdoc/>
    private protected override IScimTarget Others(ScimRecord record, bool whole)
    {
        var changes = new ScimMemberChanges(type);
        if (whole)
            changes.Replace(record[type.Members]);
        return changes;
    }

    /// <inheritdoc/>
    private protected override async Task StoreOthersAsync(long id, IScimTarget? others, ScimCall call, CancellationToken cancellationToken)
    {
        foreach (var step in ((ScimMemberChanges)others!).Steps)
        {
            switch (step)
            {
                case ScimMemberStep.Exactly exactly:
                    await members.SetAsync(id, exactly.Members, cancellationToken);
                    break;
                case ScimMemberStep.Some some:
                    await ChangeAsync(id, some, cancellationToken);
                    break;
                case ScimMemberStep.Where where:
                    await ChangeAsync(id, where, call, cancellationToken);
                    break;
            }
        }
    }

    private async Task ChangeAsync(long id, ScimMemberStep.Some some, CancellationToken cancellationToken)
    {
        if (some.Removed.Count > 0)
            await members.RemoveAsync(id, some.Removed, cancellationToken);
        if (some.Added.Count > 0)
            await members.AddAsync(id, some.Added, cancellationToken);
    }

    private async Task ChangeAsync(long id, ScimMemberStep.Where where, ScimCall call, CancellationToken cancellationToken)
    {
        var meant = store.Rows<GroupMember>().Where(member => member.GroupId == id).Where(type.OfMembers(where.Filter, reader.ScopeOf(call)));
        var ids = await store.ListAsync(meant.Select(member => member.UserId), cancellationToken);
        if (ids.Count == 0 && where.Instead is not null)
            throw ScimErrors.Of(ScimErrors.NoTarget, "No element of 'members' is so.");
        HashSet<long> added = where.Instead ?? [];
        await ChangeAsync(id, new ScimMemberStep.Some(added, [.. ids.Except(added)]), cancellationToken);
    }
}
