using OpenProject.Domain.Roles;

namespace OpenProject.Infrastructure.Seeding;

/// <summary>The roles that an installation begins with. Non-members and visitors have few permissions, and count in public projects only.</summary>
internal static class RoleSeeds
{
    private static readonly string[] Reader =
    [
        "view_work_packages", "add_work_package_notes", "edit_own_work_package_notes", "save_queries", "view_calendar", "comment_news",
        "view_wiki_pages", "export_wiki_pages", "list_attachments", "add_messages", "edit_own_messages", "delete_own_messages", "browse_repository",
        "view_changesets", "view_team_planner", "view_shared_work_packages", "view_project_attributes", "view_file_links", "view_members",
        "view_linked_issues", "view_ifc_models", "show_board_views",
    ];

    private static readonly string[] Member =
    [
        .. Reader, "export_work_packages", "add_work_packages", "move_work_packages", "edit_work_packages", "copy_work_packages", "assign_versions",
        "work_package_assigned", "change_work_package_status", "add_work_package_attachments", "manage_work_package_relations", "manage_subtasks",
        "view_work_package_watchers", "add_work_package_watchers", "delete_work_package_watchers", "manage_news", "view_time_entries",
        "view_own_time_entries", "log_own_time", "log_time", "edit_own_time_entries", "edit_wiki_pages", "commit_access", "manage_file_links",
        "view_budgets", "view_documents", "manage_documents", "view_meetings", "view_sprints", "view_project_phases", "manage_bcf",
        "manage_board_views",
    ];

    /// <summary>All roles, in order of position.</summary>
    public static IReadOnlyList<Role> Create(DateTime now) =>
    [
        With(
            Role.Create("Non member", RoleKind.Project, 0, now, RoleBuiltin.NonMember),
            "view_work_packages", "view_calendar", "comment_news", "view_wiki_pages", "view_project_attributes", "show_board_views"),
        With(
            Role.Create("Anonymous", RoleKind.Project, 1, now, RoleBuiltin.Anonymous),
            "view_work_packages", "view_wiki_pages", "view_project_attributes"),
        With(Role.Create("Member", RoleKind.Project, 3, now), Member),
        With(Role.Create("Reader", RoleKind.Project, 4, now), Reader),
        With(Role.Create("Project admin", RoleKind.Project, 5, now), [.. Permissions.OfProjectRoles.Select(p => p.Name)]),
        With(
            Role.Create("Staff and projects manager", RoleKind.Global, 6, now),
            "add_project", "create_user", "manage_user", "manage_placeholder_user"),
        With(
            Role.Create("Work package editor", RoleKind.WorkPackage, 7, now, RoleBuiltin.WorkPackageEditor),
            "view_work_packages", "edit_work_packages", "work_package_assigned", "add_work_package_notes", "edit_own_work_package_notes",
            "manage_work_package_relations", "copy_work_packages", "export_work_packages"),
        With(
            Role.Create("Work package commenter", RoleKind.WorkPackage, 8, now, RoleBuiltin.WorkPackageCommenter),
            "view_work_packages", "work_package_assigned", "add_work_package_notes", "edit_own_work_package_notes", "export_work_packages",
            "add_work_package_attachments"),
        With(
            Role.Create("Work package viewer", RoleKind.WorkPackage, 9, now, RoleBuiltin.WorkPackageViewer),
            "view_work_packages", "export_work_packages"),
        With(Role.Create("Project query viewer", RoleKind.ProjectQuery, 10, now, RoleBuiltin.ProjectQueryViewer), "view_project_query"),
        With(
            Role.Create("Project query editor", RoleKind.ProjectQuery, 11, now, RoleBuiltin.ProjectQueryEditor),
            "view_project_query", "edit_project_query"),
    ];

    private static Role With(Role role, params string[] permissions)
    {
        role.SetPermissions(permissions.Select(name =>
            Permissions.Find(name) ?? throw new InvalidOperationException($"The seed of {role.Name} names the unknown permission {name}.")));
        return role;
    }
}
