using OpenProject.Application.Principals;
using OpenProject.Application.Projects;
using OpenProject.Application.Queries.Filters;
using OpenProject.Application.Resources;
using OpenProject.Application.Storages;
using OpenProject.Domain.ProjectStorages;
using Permission = OpenProject.Domain.Roles.Permissions;

namespace OpenProject.Application.ProjectStorages;

/// <summary>Which projects use which storages (<c>/api/v3/project_storages</c>, contract component <c>ProjectStorageModel</c>).</summary>
public sealed class ProjectStorageResource : Resource<ProjectStorage, ProjectStorageDto>, IResourceKind
{
    /// <summary>Declares the resource.</summary>
    public ProjectStorageResource()
        : base(Kind, Location, p => p.Id, title: null)
    {
        InProject(p => p.ProjectId, p => p.ProjectId);
        VisibleInProject(p => p.ProjectId, Permission.ViewFileLinks);
        Property("id", p => p.Id).Required();
        Property("projectFolderMode", p => Codes.Of(p.FolderMode)).Required().OneOf(Codes.All<ProjectFolderMode>());
        Property("createdAt", p => p.CreatedAt).Required();
        Property("updatedAt", p => p.UpdatedAt).Required();
        Link("creator", "User", [PrincipalPaths.Users], p => PrincipalPaths.Link(p.CreatorId, p.CreatorName, p.CreatorKind)).Required();
        Link<StorageResource>("storage", p => p.StorageId, p => p.StorageName).Required();
        Link("project", "Project", WorkspacePaths.All, p => WorkspacePaths.Link(p.ProjectId, p.ProjectName, p.ProjectKind)).Required();
        Related("open", Location.Value + "/{id}/open");
        Filter(new ListFilter<ProjectStorage>("project_id", ListKind.Required, p => p.ProjectId));
        Filter(new ListFilter<ProjectStorage>("storage_id", ListKind.Required, p => p.StorageId));
        Filter(new HostFilter<ProjectStorage>("storage_url", (host, _) => p => p.Storage.Host == host));
    }

    /// <inheritdoc/>
    public static ResourcePath Location { get; } = new("/api/v3/project_storages");

    /// <inheritdoc/>
    public static string Kind => "ProjectStorage";
}
