using OpenProject.Application.Common;
using OpenProject.Application.Writes;
using OpenProject.Domain.Groups;

namespace OpenProject.Application.Groups;

/// <summary>Who may write groups: administrators. Names are unique.</summary>
public sealed class GroupContract : Contract<Group, GroupDto>
{
    /// <summary>Declares the rules.</summary>
    public GroupContract(IReadStore store) =>
        Unique("name", "Name", e => e.Name, row => row.Name, e => store.Rows<Group>().Where(o => o.Id != e.Id && o.Name == e.Name), store);

    /// <inheritdoc/>
    public override Task AuthorizeAsync(Draft<Group, GroupDto> draft, CancellationToken cancellationToken)
    {
        Allow(draft.Access.Viewer.IsAdmin);
        return Task.CompletedTask;
    }
}
