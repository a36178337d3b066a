using OpenProject.Application.Permissions;
using OpenProject.Application.Resources;
using OpenProject.Application.Storages;
using OpenProject.Application.Users;
using OpenProject.Domain.OAuthApplications;

namespace OpenProject.Application.OAuthApplications;

/// <summary>OAuth applications (<c>/api/v3/oauth_applications</c>, contract component <c>OAuthApplicationReadModel</c>). A secret is shown once, to whoever has it made.</summary>
public sealed class OAuthApplicationResource : Resource<OAuthApplication, OAuthApplicationDto>, IResourceKind
{
    /// <summary>Declares the resource.</summary>
    public OAuthApplicationResource()
        : base(Kind, Location, a => a.Id, title: null)
    {
        Property("id", a => a.Id).Required();
        Property("name", a => a.Name).Required();
        Property("clientId", a => a.ClientId).Required();
        Property("clientSecret", a => a.ClientSecret).OmittedWhenNull().NotInSchema();
        Property("confidential", a => a.Confidential).Required();
        Property("createdAt", a => a.CreatedAt);
        Property("updatedAt", a => a.UpdatedAt);
        Property("scopes", a => new TextList(a.Scopes));
        Link<UserResource>("owner", a => a.OwnerId, a => a.OwnerName).Required();
        Link<StorageResource>("integration", a => a.StorageId, a => a.StorageName).OmittedWhenNull();
        Links("redirectUri", "[]Link", [], a => [.. a.RedirectUris.Select(uri => Reference.At(uri, title: null))]).Required();
    }

    /// <inheritdoc/>
    public static ResourcePath Location { get; } = new("/api/v3/oauth_applications");

    /// <inheritdoc/>
    public static string Kind => "OAuthApplication";

    /// <summary>Administrators see all of them, others none.</summary>
    public override IQueryable<OAuthApplication> VisibleTo(IQueryable<OAuthApplication> rows, Access access) =>
        access.Viewer.IsAdmin ? rows : rows.Where(_ => false);
}
