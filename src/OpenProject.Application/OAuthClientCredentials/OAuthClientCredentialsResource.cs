using OpenProject.Application.Permissions;
using OpenProject.Application.Resources;
using OpenProject.Application.Storages;
using OpenProject.Domain.OAuthClientCredentials;

namespace OpenProject.Application.OAuthClientCredentials;

/// <summary>Client credentials (<c>/api/v3/oauth_client_credentials</c>, contract component <c>OAuthClientCredentialsReadModel</c>).</summary>
public sealed class OAuthClientCredentialsResource : Resource<ClientCredentials, OAuthClientCredentialsDto>, IResourceKind
{
    /// <summary>Declares the resource.</summary>
    public OAuthClientCredentialsResource()
        : base(Kind, Location, c => c.Id, title: null)
    {
        Property("id", c => c.Id).Required();
        Property("clientId", c => c.ClientId).Required();
        // There are none without a secret.
        Property("confidential", _ => true).Required();
        Property("createdAt", c => c.CreatedAt);
        Property("updatedAt", c => c.UpdatedAt);
        Link<StorageResource>("integration", c => c.StorageId, c => c.StorageName).Required();
    }

    /// <inheritdoc/>
    public static ResourcePath Location { get; } = new("/api/v3/oauth_client_credentials");

    /// <inheritdoc/>
    public static string Kind => "OAuthClientCredentials";

    /// <summary>Administrators see all of them, others none.</summary>
    public override IQueryable<ClientCredentials> VisibleTo(IQueryable<ClientCredentials> rows, Access access) =>
        access.Viewer.IsAdmin ? rows : rows.Where(_ => false);
}
