using OpenProject.Application.OAuthApplications;
using OpenProject.Application.OAuthClientCredentials;
using OpenProject.Application.Permissions;
using OpenProject.Application.Resources;
using OpenProject.Domain.ProjectStorages;
using OpenProject.Domain.Storages;
using Permission = OpenProject.Domain.Roles.Permissions;

namespace OpenProject.Application.Storages;

/// <summary>Storages (<c>/api/v3/storages</c>, contract component <c>StorageReadModel</c>).</summary>
public sealed class StorageResource : Resource<Storage, StorageDto>, IResourceKind
{
    // [{"storageId":{"operator":"=","values":["{id}"]}}]
    private const string OfStorage = "?filters=%5B%7B%22storageId%22%3A%7B%22operator%22%3A%22%3D%22%2C%22values%22%3A%5B%22{id}%22%5D%7D%7D%5D";

    /// <summary>Declares the resource.</summary>
    public StorageResource()
        : base(Kind, Location, s => s.Id, s => s.Name)
    {
        TitledBy(s => s.Name);
        Property("id", s => s.Id);
        Property("name", s => s.Name).Required().Defaulted().Length(1, Storage.NameLimit).Write((s, value) => s.Rename(value));
        DeclareSettings();
        Property("createdAt", s => s.CreatedAt);
        Property("updatedAt", s => s.UpdatedAt);
        Property("configured", s => s.Configured);
        DeclareLinks();
    }

    /// <inheritdoc/>
    public static ResourcePath Location { get; } = new("/api/v3/storages");

    /// <inheritdoc/>
    public static string Kind => "Storage";

    /// <summary>Administrators see all, others those of projects where they see links to files.</summary>
    public override IQueryable<Storage> VisibleTo(IQueryable<Storage> rows, Access access)
    {
        if (access.Viewer.IsAdmin)
            return rows;
        var projects = access.ProjectsWith(Permission.ViewFileLinks);
        var used = access.Store.Rows<ProjectStorage>().Where(p => projects.Contains(p.ProjectId));
        return rows.Where(s => used.Any(p => p.StorageId == s.Id));
    }

    private static bool IsNextcloud(StorageDto storage, Access access) => storage.Kind != StorageKind.OneDrive;

    private static bool IsOneDrive(StorageDto storage, Access access) => storage.Kind == StorageKind.OneDrive;

    private static bool ToAdmin(StorageDto storage, Access access) => access.Viewer.IsAdmin;

    private void DeclareSettings()
    {
        Property("storageAudience", s => s.Audience).OmittedWhenNull().ShownWhen(IsNextcloud).Length(0, Storage.SettingLimit).Write((s, value) => s.Address(value));
        Property("tokenExchangeScope", s => s.TokenExchangeScope).OmittedWhenNull().ShownWhen(IsNextcloud).Length(0, Storage.SettingLimit)
            .Write((s, value) => s.ExchangeFor(value));
        Property("tenantId", s => s.TenantId).ShownWhen(IsOneDrive).Length(0, Storage.SettingLimit).Write((s, value) => s.BelongTo(value));
        Property("driveId", s => s.DriveId).ShownWhen(IsOneDrive).Length(0, Storage.SettingLimit).Write((s, value) => s.Mount(value));
        Property("hasApplicationPassword", s => s.HasPassword).ShownWhen(IsNextcloud);
        // It is never read, but taking it away must be a change. The contract encrypts it.
        Property("applicationPassword", s => s.HasPassword ? "" : null).Hidden().Length(0, Storage.NameLimit).Write((_, _) => { });
        Property("forbiddenFileNameCharacters", s => s.ForbiddenFileNameCharacters).ShownWhen(IsNextcloud).Length(0, Storage.SettingLimit)
            .Write((s, value) => s.Forbid(value));
    }

    private void DeclareLinks()
    {
        Link("type", "Link", [ResourcePath.Elsewhere], s => s.Kind == default ? null : StorageUrns.Of(s.Kind)).Required()
            .WriteTarget((s, target, _) => s.Classify(StorageUrns.KindOf(target?.Key)));
        Link("authenticationMethod", "Link", [ResourcePath.Elsewhere], s => StorageUrns.Of(s.Authentication)).Defaulted().ShownWhen(IsNextcloud)
            .WriteTarget((s, target, _) => s.AuthenticateBy(StorageUrns.AuthenticationOf(target?.Key)));
        Link("origin", "Link", [ResourcePath.Elsewhere], s => s.Host is { } host ? Reference.At(host, null) : null).OmittedWhenNull()
            .WriteTarget((s, target, _) => s.LocateAt(target?.Key));
        Related("open", Location.Value + "/{id}/open");
        Links("prepareUpload", "[]Link", [], _ => []).NotInSchema();
        Link("authorizationState", "Link", [ResourcePath.Elsewhere], s => StorageUrns.Of(s.Connection)).NotInSchema();
        Related("projectStorages", "/api/v3/project_storages" + OfStorage);
        Link<OAuthApplicationResource>("oauthApplication", s => s.OAuthApplicationId, s => s.OAuthApplicationName).ShownWhen((s, access) => IsNextcloud(s, access) && ToAdmin(s, access))
            .Embedded().NotInSchema();
        Link<OAuthClientCredentialsResource>("oauthClientCredentials", s => s.CredentialsId, _ => null).ShownWhen(ToAdmin).Embedded().NotInSchema();
    }
}
