using System.Collections.Frozen;
using OpenProject.Domain.Roles;
using Catalogue = OpenProject.Domain.Roles.Permissions;

namespace OpenProject.Application.Projects;

/// <summary>The actions in projects that clients know by name, e.g. <c>work_packages/create</c>, with what doing them needs.</summary>
public static class ProjectActions
{
    private static readonly FrozenDictionary<string, Permission> Needed = new Dictionary<string, Permission>
    {
        ["projects/read"] = Catalogue.ViewProject,
        ["projects/update"] = Catalogue.EditProject,
        ["projects/copy"] = Catalogue.CopyProjects,
        ["work_packages/read"] = Catalogue.ViewWorkPackages,
        ["work_packages/create"] = Catalogue.AddWorkPackages,
        ["work_packages/update"] = Catalogue.EditWorkPackages,
        ["work_packages/move"] = Catalogue.MoveWorkPackages,
        ["work_packages/copy"] = Catalogue.CopyWorkPackages,
        ["work_packages/assign_versions"] = Catalogue.AssignVersions,
        ["work_packages/destroy"] = Catalogue.DeleteWorkPackages,
        ["memberships/read"] = Catalogue.ViewMembers,
        ["memberships/create"] = Catalogue.ManageMembers,
        ["memberships/update"] = Catalogue.ManageMembers,
        ["memberships/destroy"] = Catalogue.ManageMembers,
        ["versions/create"] = Catalogue.ManageVersions,
        ["versions/update"] = Catalogue.ManageVersions,
        ["versions/destroy"] = Catalogue.ManageVersions,
        ["news/read"] = Catalogue.ViewNews,
        ["news/create"] = Catalogue.ManageNews,
        ["news/update"] = Catalogue.ManageNews,
        ["news/destroy"] = Catalogue.ManageNews,
        ["file_links/view"] = Catalogue.ViewFileLinks,
        ["file_links/manage"] = Catalogue.ManageFileLinks,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>What an action needs; null when no such action is known.</summary>
    public static Permission? PermissionOf(string action) => Needed.GetValueOrDefault(action);
}
