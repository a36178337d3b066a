using OpenProject.Application.Common;
using OpenProject.Application.Writes;
using OpenProject.Domain.PlaceholderUsers;

namespace OpenProject.Application.PlaceholderUsers;

/// <summary>Who may write placeholder users: holders of the global permission. Names are unique.</summary>
public sealed class PlaceholderUserContract : Contract<PlaceholderUser, PlaceholderUserDto>
{
    private readonly IReadStore store;

    /// <summary>Declares the rules.</summary>
    public PlaceholderUserContract(IReadStore store)
    {
        this.store = store;
        MustAsync("name", IsFreeAsync, "Name has already been taken.");
    }

    /// <inheritdoc/>
    public override Task AuthorizeAsync(Draft<PlaceholderUser, PlaceholderUserDto> draft, CancellationToken cancellationToken)
    {
        Allow(PlaceholderUserResource.IsManagedBy(draft.Access));
        return Task.CompletedTask;
    }

    private async Task<bool> IsFreeAsync(Draft<PlaceholderUser, PlaceholderUserDto> draft, CancellationToken cancellationToken)
    {
        var (id, name) = (draft.Entity.Id, draft.Entity.Name);
        return name == draft.Original.Name
            || !await store.AnyAsync(store.Rows<PlaceholderUser>().Where(p => p.Id != id && p.Name == name), cancellationToken);
    }
}
