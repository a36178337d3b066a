using System.Collections.Frozen;
using OpenProject.Domain.Roles;

namespace OpenProject.Domain.Actions;

/// <summary>The actions there are. Each takes exactly one permission, so that who may do what is a join.</summary>
public static class KnownActions
{
    /// <summary>All of them, by name.</summary>
    public static IReadOnlyList<KnownAction> All { get; } =
    [
        new("activities/read", Permissions.ViewProjectActivity, "View activities", "Seeing what has happened in a project."),
        new("file_links/manage", Permissions.ManageFileLinks, "Manage file links", "Linking work packages to files of a storage, and taking such links away."),
        new("file_links/view", Permissions.ViewFileLinks, "View file links", "Seeing which files of a storage work packages are linked to."),
        new("memberships/create", Permissions.ManageMembers, "Create memberships", "Giving somebody roles in a project."),
        new("memberships/destroy", Permissions.ManageMembers, "Delete memberships", "Taking somebody out of a project."),
        new("memberships/read", Permissions.ViewMembers, "View memberships", "Seeing who has which roles in a project."),
        new("memberships/update", Permissions.ManageMembers, "Update memberships", "Giving a member other roles."),
        new("news/create", Permissions.ManageNews, "Create news", "Telling the readers of a project something."),
        new("news/destroy", Permissions.ManageNews, "Delete news", "Removing news of a project."),
        new("news/read", Permissions.ViewNews, "View news", "Reading the news of a project."),
        new("news/update", Permissions.ManageNews, "Update news", "Changing news of a project."),
        new("placeholder_users/create", Permissions.ManagePlaceholderUser, "Create placeholder users", "Making stand-ins for people who are not named yet."),
        new("placeholder_users/destroy", Permissions.ManagePlaceholderUser, "Delete placeholder users", "Removing placeholder users."),
        new("placeholder_users/read", Permissions.ManagePlaceholderUser, "View placeholder users", "Seeing all placeholder users."),
        new("placeholder_users/update", Permissions.ManagePlaceholderUser, "Update placeholder users", "Changing placeholder users."),
        new("projects/copy", Permissions.CopyProjects, "Copy projects", "Making a new project from one."),
        new("projects/create", Permissions.AddProject, "Create projects", "Making new projects."),
        new("projects/read", Permissions.ViewProject, "View projects", "Seeing a project."),
        new("projects/update", Permissions.EditProject, "Update projects", "Changing a project."),
        new("queries/create", Permissions.SaveQueries, "Create queries", "Storing how one looks at the work packages of a project."),
        new("users/create", Permissions.CreateUser, "Create users", "Making accounts and inviting people."),
        new("users/read", Permissions.ManageUser, "View users", "Seeing all users."),
        new("users/update", Permissions.ManageUser, "Update users", "Changing accounts of others."),
        new("versions/create", Permissions.ManageVersions, "Create versions", "Making versions that work of a project is planned for."),
        new("versions/destroy", Permissions.ManageVersions, "Delete versions", "Removing versions of a project."),
        new("versions/update", Permissions.ManageVersions, "Update versions", "Changing versions of a project."),
        new("work_package_shares/index", Permissions.ViewSharedWorkPackages, "View shared work packages", "Seeing whom work packages of a project are shared with."),
        new("work_packages/assign_versions", Permissions.AssignVersions, "Assign versions", "Planning work packages for a version, when they are created or changed.") { Modules = ["work_packages", "versions"] },
        new("work_packages/assigned", Permissions.WorkPackageAssigned, "Be assigned work packages", "Being assignee of, or accountable for, work packages of a project."),
        new("work_packages/copy", Permissions.CopyWorkPackages, "Copy work packages", "Making new work packages from others."),
        new("work_packages/create", Permissions.AddWorkPackages, "Add work packages", "Creating work packages in a project. Some of their attributes take permissions of their own."),
        new("work_packages/destroy", Permissions.DeleteWorkPackages, "Delete work packages", "Removing work packages of a project."),
        new("work_packages/move", Permissions.MoveWorkPackages, "Move work packages", "Moving work packages to another project."),
        new("work_packages/read", Permissions.ViewWorkPackages, "View work packages", "Seeing the work packages of a project."),
        new("work_packages/update", Permissions.EditWorkPackages, "Edit work packages", "Changing work packages of a project."),
    ];

    /// <summary>Where each stands among <see cref="All"/>.</summary>
    public static IReadOnlyDictionary<string, int> Positions { get; } =
        All.Select((action, position) => KeyValuePair.Create(action.Code, position)).ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The action of that name; null when there is none.</summary>
    public static KnownAction? Find(string code) => Positions.TryGetValue(code, out var position) ? All[position] : null;
}
