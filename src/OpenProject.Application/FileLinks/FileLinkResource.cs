using OpenProject.Application.Principals;
using OpenProject.Application.Queries.Filters;
using OpenProject.Application.Resources;
using OpenProject.Application.Storages;
using OpenProject.Application.WorkPackages;
using OpenProject.Domain.FileLinks;
using OpenProject.Domain.Storages;
using Permission = OpenProject.Domain.Roles.Permissions;

namespace OpenProject.Application.FileLinks;

/// <summary>
/// Links to files (<c>/api/v3/file_links</c>, contract component <c>FileLinkReadModel</c>). The storage is not asked for each of them, so
/// nothing is said of what has become of a file there, nor of who may see it (<c>status</c>).
/// </summary>
public sealed class FileLinkResource : Resource<FileLink, FileLinkDto>, IResourceKind
{
    /// <summary>Declares the resource.</summary>
    public FileLinkResource()
        : base(Kind, Location, f => f.Id, f => f.OriginName)
    {
        TitledBy(f => f.OriginName);
        InProject(f => f.WorkPackageProjectId, f => f.WorkPackage?.ProjectId);
        VisibleInProject(f => f.WorkPackage.ProjectId, Permission.ViewFileLinks);
        Property("id", f => f.Id);
        Property("createdAt", f => f.CreatedAt);
        Property("updatedAt", f => f.UpdatedAt);
        Property("originData", OriginOf).Typed("Object");
        Link<StorageResource>("storage", f => f.StorageId, f => f.StorageName).Embedded();
        Link<WorkPackageResource>("container", f => f.WorkPackageId, f => f.WorkPackageSubject).Embedded();
        Link("creator", "User", [PrincipalPaths.Users], f => PrincipalPaths.Link(f.CreatorId, f.CreatorName, f.CreatorKind));
        Action("delete", "delete", Location.Value + "/{id}").Needs(Permission.ManageFileLinks);
        Link("originOpen", "Link", [ResourcePath.Elsewhere], f => AddressOf(f) is { } address ? Reference.At(address, null) : null).OmittedWhenNull();
        Related("staticOriginOpen", Location.Value + "/{id}/open").When((f, _) => IsPlaced(f));
        Link("originOpenLocation", "Link", [ResourcePath.Elsewhere], f => AddressOf(f, ofFolder: true) is { } address ? Reference.At(address, null) : null).OmittedWhenNull();
        Related("staticOriginOpenLocation", Location.Value + "/{id}/open?location=true").When((f, _) => IsPlaced(f));
        Related("staticOriginDownload", Location.Value + "/{id}/download").When((f, _) => IsDownloaded(f));
        Filter(new ListFilter<FileLink>("storage", ListKind.Required, f => f.StorageId));
    }

    /// <inheritdoc/>
    public static ResourcePath Location { get; } = new("/api/v3/file_links");

    /// <inheritdoc/>
    public static string Kind => "FileLink";

    /// <summary>Where the storage shows a file, or the folder that it is in; null where that cannot be told without asking the storage.</summary>
    public static string? AddressOf(FileLinkDto file, bool ofFolder = false) =>
        IsPlaced(file) ? StoragePages.Of(file.StorageHost!, file.OriginId, file.OriginMimeType == FileLink.Folder, ofFolder) : null;

    private static bool IsPlaced(FileLinkDto file) => file is { StorageKind: StorageKind.Nextcloud, StorageHost: not null };

    private static bool IsDownloaded(FileLinkDto file) => IsPlaced(file) && file is { StorageHasPassword: true, OriginMimeType: not FileLink.Folder };

    private static OriginData OriginOf(FileLinkDto f) => new(
        f.OriginId, f.OriginName, f.OriginMimeType, f.OriginSize, f.OriginCreatedAt, f.OriginLastModifiedAt, f.OriginCreatedByName, f.OriginLastModifiedByName);
}
