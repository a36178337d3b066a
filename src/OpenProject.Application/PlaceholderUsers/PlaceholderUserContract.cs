using OpenProject.Application.Common;
using OpenProject.Application.Writes;
using OpenProject.Domain.PlaceholderUsers;

namespace OpenProject.Application.PlaceholderUsers;

/// <summary>Who may write placeholder users: holders of the global permission. Names are unique.</summary>
public sealed class PlaceholderUserContract : Contract<PlaceholderUser, PlaceholderUserDto>
{
    /// <summary>Declares the rules.</summary>
    public PlaceholderUserContract(IReadStore store) =>
        Unique("name", "Name", e => e.Name, row => row.Name, e => store.Rows<PlaceholderUser>().Where(o => o.Id != e.Id && o.Name == e.Name), store);

    /// <inheritdoc/>
    public override Task AuthorizeAsync(Draft<PlaceholderUser, PlaceholderUserDto> draft, CancellationToken cancellationToken)
    {
        Allow(PlaceholderUserResource.IsManagedBy(draft.Access));
        return Task.CompletedTask;
    }
}
