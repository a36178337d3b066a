using OpenProject.Application.Common;
using OpenProject.Application.Writes;
using OpenProject.Domain.Storages;

namespace OpenProject.Application.Storages;

/// <summary>Who may write storages: administrators. Names and addresses are unique.</summary>
public sealed class StorageContract : Contract<Storage, StorageDto>
{
    private readonly ISecretProtection secrets;

    /// <summary>Declares the rules.</summary>
    public StorageContract(IReadStore store, ISecretProtection secrets)
    {
        this.secrets = secrets;
        Unique("name", "Name", e => e.Name, row => row.Name, e => store.Rows<Storage>().Where(o => o.Id != e.Id && o.Name == e.Name), store);
        Unique("origin", "Host", e => e.Host, row => row.Host, e => store.Rows<Storage>().Where(o => o.Id != e.Id && o.Host == e.Host), store);
        Must("origin", d => d.Entity.Kind != StorageKind.Nextcloud || d.Entity.Host is not null, "Origin can't be blank.");
        Must("origin", d => d.Entity.Kind != StorageKind.OneDrive || d.Entity.Host is null, "Origin must be blank.");
    }

    /// <inheritdoc/>
    public override Task AuthorizeAsync(Draft<Storage, StorageDto> draft, CancellationToken cancellationToken)
    {
        Allow(draft.Access.Viewer.IsAdmin);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public override Task DeriveAsync(Draft<Storage, StorageDto> draft, CancellationToken cancellationToken)
    {
        // Who gives it no name calls it by its kind.
        if (draft.IsNew && !draft.Sent("name") && draft.Entity.Kind != default)
            draft.Entity.Rename("My " + StorageUrns.Of(draft.Entity.Kind).Title);
        if (draft.Changes.Find("applicationPassword") is PropertyChange<Storage, StorageDto, string?> { Value: var password })
            draft.Entity.Manage(password is { Length: > 0 } ? secrets.Protect(password) : null);
        return Task.CompletedTask;
    }
}
