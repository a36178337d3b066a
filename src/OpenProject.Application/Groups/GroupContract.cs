using OpenProject.Application.Common;
using OpenProject.Application.Writes;
using OpenProject.Domain.Groups;

namespace OpenProject.Application.Groups;

/// <summary>Who may write groups: administrators. Names are unique.</summary>
public sealed class GroupContract : Contract<Group, GroupDto>
{
    private readonly IReadStore store;

    /// <summary>Declares the rules.</summary>
    public GroupContract(IReadStore store)
    {
        this.store = store;
        MustAsync("name", IsFreeAsync, "Name has already been taken.");
    }

    /// <inheritdoc/>
    public override Task AuthorizeAsync(Draft<Group, GroupDto> draft, CancellationToken cancellationToken)
    {
        Allow(draft.Access.Viewer.IsAdmin);
        return Task.CompletedTask;
    }

    private async Task<bool> IsFreeAsync(Draft<Group, GroupDto> draft, CancellationToken cancellationToken)
    {
        var (id, name) = (draft.Entity.Id, draft.Entity.Name);
        return name == draft.Original.Name
            || !await store.AnyAsync(store.Rows<Group>().Where(g => g.Id != id && g.Name == name), cancellationToken);
    }
}
