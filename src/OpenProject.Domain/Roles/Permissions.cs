using System.Collections.Frozen;

namespace OpenProject.Domain.Roles;

/// <summary>
/// The catalogue of permissions with OpenProject's names, modules and audiences. A permission counts in a project only
/// while its module is enabled there and the project is active.
/// </summary>
public static class Permissions
{
    private static readonly List<Permission> Catalogue = [];

    /// <summary><c>add_project</c></summary>
    public static readonly Permission AddProject = Add("add_project", null, PermissionAudience.LoggedIn, isGlobal: true);

    /// <summary><c>create_user</c></summary>
    public static readonly Permission CreateUser = Add("create_user", null, PermissionAudience.LoggedIn, isGlobal: true);

    /// <summary><c>manage_user</c></summary>
    public static readonly Permission ManageUser = Add("manage_user", null, PermissionAudience.LoggedIn, isGlobal: true);

    /// <summary><c>manage_placeholder_user</c></summary>
    public static readonly Permission ManagePlaceholderUser = Add("manage_placeholder_user", null, PermissionAudience.LoggedIn, isGlobal: true);

    /// <summary><c>create_backup</c></summary>
    public static readonly Permission CreateBackup = Add("create_backup", null, PermissionAudience.LoggedIn, isGlobal: true);

    /// <summary><c>edit_attribute_help_texts</c></summary>
    public static readonly Permission EditAttributeHelpTexts = Add("edit_attribute_help_texts", null, PermissionAudience.LoggedIn, isGlobal: true);

    /// <summary><c>manage_public_project_queries</c></summary>
    public static readonly Permission ManagePublicProjectQueries = Add("manage_public_project_queries", null, PermissionAudience.LoggedIn, isGlobal: true);

    /// <summary><c>manage_own_working_times</c></summary>
    public static readonly Permission ManageOwnWorkingTimes = Add("manage_own_working_times", null, PermissionAudience.LoggedIn, isGlobal: true);

    /// <summary><c>manage_working_times</c></summary>
    public static readonly Permission ManageWorkingTimes = Add("manage_working_times", null, PermissionAudience.LoggedIn, isGlobal: true);

    /// <summary><c>view_project</c></summary>
    public static readonly Permission ViewProject = Add("view_project", null, PermissionAudience.Anyone, isPublic: true);

    /// <summary><c>search_project</c></summary>
    public static readonly Permission SearchProject = Add("search_project", null, PermissionAudience.Anyone, isPublic: true);

    /// <summary><c>view_project_activity</c></summary>
    public static readonly Permission ViewProjectActivity = Add("view_project_activity", null, PermissionAudience.Anyone, isPublic: true);

    /// <summary><c>edit_project</c></summary>
    public static readonly Permission EditProject = Add("edit_project", null, PermissionAudience.Member);

    /// <summary><c>archive_project</c></summary>
    public static readonly Permission ArchiveProject = Add("archive_project", null, PermissionAudience.Member);

    /// <summary><c>select_project_modules</c></summary>
    public static readonly Permission SelectProjectModules = Add("select_project_modules", null, PermissionAudience.Member);

    /// <summary><c>select_project_custom_fields</c></summary>
    public static readonly Permission SelectProjectCustomFields = Add("select_project_custom_fields", null, PermissionAudience.Member);

    /// <summary><c>view_project_attributes</c></summary>
    public static readonly Permission ViewProjectAttributes = Add("view_project_attributes", null, PermissionAudience.Anyone);

    /// <summary><c>edit_project_attributes</c></summary>
    public static readonly Permission EditProjectAttributes = Add("edit_project_attributes", null, PermissionAudience.Member);

    /// <summary><c>view_members</c></summary>
    public static readonly Permission ViewMembers = Add("view_members", null, PermissionAudience.Anyone);

    /// <summary><c>manage_members</c></summary>
    public static readonly Permission ManageMembers = Add("manage_members", null, PermissionAudience.Member, requires: [ViewMembers]);

    /// <summary><c>manage_versions</c></summary>
    public static readonly Permission ManageVersions = Add("manage_versions", null, PermissionAudience.Member);

    /// <summary><c>manage_types</c></summary>
    public static readonly Permission ManageTypes = Add("manage_types", null, PermissionAudience.Member);

    /// <summary><c>select_custom_fields</c></summary>
    public static readonly Permission SelectCustomFields = Add("select_custom_fields", null, PermissionAudience.Member);

    /// <summary><c>add_subprojects</c></summary>
    public static readonly Permission AddSubprojects = Add("add_subprojects", null, PermissionAudience.Member);

    /// <summary><c>copy_projects</c></summary>
    public static readonly Permission CopyProjects = Add("copy_projects", null, PermissionAudience.Member);

    /// <summary><c>view_project_phases</c></summary>
    public static readonly Permission ViewProjectPhases = Add("view_project_phases", null, PermissionAudience.Anyone);

    /// <summary><c>select_project_phases</c></summary>
    public static readonly Permission SelectProjectPhases = Add("select_project_phases", null, PermissionAudience.Member);

    /// <summary><c>edit_project_phases</c></summary>
    public static readonly Permission EditProjectPhases = Add("edit_project_phases", null, PermissionAudience.Member);

    /// <summary><c>view_project_query</c></summary>
    public static readonly Permission ViewProjectQuery = Add("view_project_query", null, PermissionAudience.Anyone, grantedToAdmins: false);

    /// <summary><c>edit_project_query</c></summary>
    public static readonly Permission EditProjectQuery = Add("edit_project_query", null, PermissionAudience.Anyone, grantedToAdmins: false, requires: [ViewProjectQuery]);

    /// <summary><c>view_work_packages</c></summary>
    public static readonly Permission ViewWorkPackages = Add("view_work_packages", "work_package_tracking", PermissionAudience.Anyone);

    /// <summary><c>add_work_packages</c></summary>
    public static readonly Permission AddWorkPackages = Add("add_work_packages", "work_package_tracking", PermissionAudience.Anyone, requires: [ViewWorkPackages]);

    /// <summary><c>edit_work_packages</c></summary>
    public static readonly Permission EditWorkPackages = Add("edit_work_packages", "work_package_tracking", PermissionAudience.Member, requires: [ViewWorkPackages]);

    /// <summary><c>move_work_packages</c></summary>
    public static readonly Permission MoveWorkPackages = Add("move_work_packages", "work_package_tracking", PermissionAudience.LoggedIn, requires: [ViewWorkPackages]);

    /// <summary><c>copy_work_packages</c></summary>
    public static readonly Permission CopyWorkPackages = Add("copy_work_packages", "work_package_tracking", PermissionAudience.LoggedIn, requires: [ViewWorkPackages]);

    /// <summary><c>add_work_package_notes</c></summary>
    public static readonly Permission AddWorkPackageNotes = Add("add_work_package_notes", "work_package_tracking", PermissionAudience.Anyone, requires: [ViewWorkPackages]);

    /// <summary><c>edit_work_package_notes</c></summary>
    public static readonly Permission EditWorkPackageNotes = Add("edit_work_package_notes", "work_package_tracking", PermissionAudience.LoggedIn, requires: [ViewWorkPackages]);

    /// <summary><c>edit_own_work_package_notes</c></summary>
    public static readonly Permission EditOwnWorkPackageNotes = Add("edit_own_work_package_notes", "work_package_tracking", PermissionAudience.LoggedIn, requires: [ViewWorkPackages]);

    /// <summary><c>add_work_package_attachments</c></summary>
    public static readonly Permission AddWorkPackageAttachments = Add("add_work_package_attachments", "work_package_tracking", PermissionAudience.Anyone, requires: [ViewWorkPackages]);

    /// <summary><c>manage_categories</c></summary>
    public static readonly Permission ManageCategories = Add("manage_categories", "work_package_tracking", PermissionAudience.Member, requires: [ViewWorkPackages]);

    /// <summary><c>export_work_packages</c></summary>
    public static readonly Permission ExportWorkPackages = Add("export_work_packages", "work_package_tracking", PermissionAudience.Anyone, requires: [ViewWorkPackages]);

    /// <summary><c>delete_work_packages</c></summary>
    public static readonly Permission DeleteWorkPackages = Add("delete_work_packages", "work_package_tracking", PermissionAudience.Member, requires: [ViewWorkPackages]);

    /// <summary><c>manage_work_package_relations</c></summary>
    public static readonly Permission ManageWorkPackageRelations = Add("manage_work_package_relations", "work_package_tracking", PermissionAudience.Anyone, requires: [ViewWorkPackages]);

    /// <summary><c>manage_subtasks</c></summary>
    public static readonly Permission ManageSubtasks = Add("manage_subtasks", "work_package_tracking", PermissionAudience.Anyone, requires: [ViewWorkPackages]);

    /// <summary><c>manage_public_queries</c></summary>
    public static readonly Permission ManagePublicQueries = Add("manage_public_queries", "work_package_tracking", PermissionAudience.Member, requires: [ViewWorkPackages]);

    /// <summary><c>save_queries</c></summary>
    public static readonly Permission SaveQueries = Add("save_queries", "work_package_tracking", PermissionAudience.LoggedIn, requires: [ViewWorkPackages]);

    /// <summary><c>view_work_package_watchers</c></summary>
    public static readonly Permission ViewWorkPackageWatchers = Add("view_work_package_watchers", "work_package_tracking", PermissionAudience.Anyone, requires: [ViewWorkPackages]);

    /// <summary><c>add_work_package_watchers</c></summary>
    public static readonly Permission AddWorkPackageWatchers = Add("add_work_package_watchers", "work_package_tracking", PermissionAudience.Anyone, requires: [ViewWorkPackages]);

    /// <summary><c>delete_work_package_watchers</c></summary>
    public static readonly Permission DeleteWorkPackageWatchers = Add("delete_work_package_watchers", "work_package_tracking", PermissionAudience.Anyone, requires: [ViewWorkPackages]);

    /// <summary><c>view_shared_work_packages</c></summary>
    public static readonly Permission ViewSharedWorkPackages = Add("view_shared_work_packages", "work_package_tracking", PermissionAudience.Anyone, requires: [ViewWorkPackages]);

    /// <summary><c>share_work_packages</c></summary>
    public static readonly Permission ShareWorkPackages = Add("share_work_packages", "work_package_tracking", PermissionAudience.Member, requires: [ViewWorkPackages, EditWorkPackages, ViewSharedWorkPackages]);

    /// <summary><c>assign_versions</c></summary>
    public static readonly Permission AssignVersions = Add("assign_versions", "work_package_tracking", PermissionAudience.Anyone, requires: [ViewWorkPackages]);

    /// <summary><c>change_work_package_status</c></summary>
    public static readonly Permission ChangeWorkPackageStatus = Add("change_work_package_status", "work_package_tracking", PermissionAudience.Anyone, requires: [ViewWorkPackages]);

    /// <summary><c>work_package_assigned</c></summary>
    public static readonly Permission WorkPackageAssigned = Add("work_package_assigned", "work_package_tracking", PermissionAudience.Member, grantedToAdmins: false, requires: [ViewWorkPackages]);

    /// <summary><c>view_internal_comments</c></summary>
    public static readonly Permission ViewInternalComments = Add("view_internal_comments", "work_package_tracking", PermissionAudience.Anyone, requires: [ViewWorkPackages]);

    /// <summary><c>add_internal_comments</c></summary>
    public static readonly Permission AddInternalComments = Add("add_internal_comments", "work_package_tracking", PermissionAudience.Anyone, requires: [ViewWorkPackages]);

    /// <summary><c>edit_own_internal_comments</c></summary>
    public static readonly Permission EditOwnInternalComments = Add("edit_own_internal_comments", "work_package_tracking", PermissionAudience.LoggedIn, requires: [ViewWorkPackages]);

    /// <summary><c>edit_others_internal_comments</c></summary>
    public static readonly Permission EditOthersInternalComments = Add("edit_others_internal_comments", "work_package_tracking", PermissionAudience.Member, requires: [ViewWorkPackages]);

    /// <summary><c>view_file_links</c></summary>
    public static readonly Permission ViewFileLinks = Add("view_file_links", "work_package_tracking", PermissionAudience.Anyone, requires: [ViewWorkPackages]);

    /// <summary><c>manage_file_links</c></summary>
    public static readonly Permission ManageFileLinks = Add("manage_file_links", "work_package_tracking", PermissionAudience.Member, requires: [ViewWorkPackages, ViewFileLinks]);

    /// <summary><c>manage_files_in_project</c></summary>
    public static readonly Permission ManageFilesInProject = Add("manage_files_in_project", "work_package_tracking", PermissionAudience.Member, requires: [ViewWorkPackages]);

    /// <summary><c>list_attachments</c></summary>
    public static readonly Permission ListAttachments = Add("list_attachments", "work_package_tracking", PermissionAudience.Anyone, requires: [ViewWorkPackages]);

    /// <summary><c>view_sprints</c></summary>
    public static readonly Permission ViewSprints = Add("view_sprints", "backlogs", PermissionAudience.Anyone);

    /// <summary><c>create_sprints</c></summary>
    public static readonly Permission CreateSprints = Add("create_sprints", "backlogs", PermissionAudience.Member, requires: [ViewSprints]);

    /// <summary><c>manage_sprint_items</c></summary>
    public static readonly Permission ManageSprintItems = Add("manage_sprint_items", "backlogs", PermissionAudience.Member);

    /// <summary><c>view_time_entries</c></summary>
    public static readonly Permission ViewTimeEntries = Add("view_time_entries", "costs", PermissionAudience.Anyone);

    /// <summary><c>view_own_time_entries</c></summary>
    public static readonly Permission ViewOwnTimeEntries = Add("view_own_time_entries", "costs", PermissionAudience.Anyone);

    /// <summary><c>log_own_time</c></summary>
    public static readonly Permission LogOwnTime = Add("log_own_time", "costs", PermissionAudience.LoggedIn, requires: [ViewOwnTimeEntries]);

    /// <summary><c>log_time</c></summary>
    public static readonly Permission LogTime = Add("log_time", "costs", PermissionAudience.LoggedIn, requires: [ViewTimeEntries]);

    /// <summary><c>edit_own_time_entries</c></summary>
    public static readonly Permission EditOwnTimeEntries = Add("edit_own_time_entries", "costs", PermissionAudience.LoggedIn);

    /// <summary><c>edit_time_entries</c></summary>
    public static readonly Permission EditTimeEntries = Add("edit_time_entries", "costs", PermissionAudience.Member);

    /// <summary><c>manage_project_activities</c></summary>
    public static readonly Permission ManageProjectActivities = Add("manage_project_activities", "costs", PermissionAudience.Member);

    /// <summary><c>view_hourly_rates</c></summary>
    public static readonly Permission ViewHourlyRates = Add("view_hourly_rates", "costs", PermissionAudience.Anyone);

    /// <summary><c>view_own_hourly_rate</c></summary>
    public static readonly Permission ViewOwnHourlyRate = Add("view_own_hourly_rate", "costs", PermissionAudience.Anyone);

    /// <summary><c>edit_hourly_rates</c></summary>
    public static readonly Permission EditHourlyRates = Add("edit_hourly_rates", "costs", PermissionAudience.Member);

    /// <summary><c>edit_own_hourly_rate</c></summary>
    public static readonly Permission EditOwnHourlyRate = Add("edit_own_hourly_rate", "costs", PermissionAudience.Member);

    /// <summary><c>view_cost_entries</c></summary>
    public static readonly Permission ViewCostEntries = Add("view_cost_entries", "costs", PermissionAudience.Anyone);

    /// <summary><c>view_own_cost_entries</c></summary>
    public static readonly Permission ViewOwnCostEntries = Add("view_own_cost_entries", "costs", PermissionAudience.Anyone);

    /// <summary><c>view_cost_rates</c></summary>
    public static readonly Permission ViewCostRates = Add("view_cost_rates", "costs", PermissionAudience.Anyone);

    /// <summary><c>log_costs</c></summary>
    public static readonly Permission LogCosts = Add("log_costs", "costs", PermissionAudience.Member);

    /// <summary><c>log_own_costs</c></summary>
    public static readonly Permission LogOwnCosts = Add("log_own_costs", "costs", PermissionAudience.LoggedIn);

    /// <summary><c>edit_cost_entries</c></summary>
    public static readonly Permission EditCostEntries = Add("edit_cost_entries", "costs", PermissionAudience.Member);

    /// <summary><c>edit_own_cost_entries</c></summary>
    public static readonly Permission EditOwnCostEntries = Add("edit_own_cost_entries", "costs", PermissionAudience.LoggedIn);

    /// <summary><c>view_budgets</c></summary>
    public static readonly Permission ViewBudgets = Add("view_budgets", "budgets", PermissionAudience.Anyone);

    /// <summary><c>edit_budgets</c></summary>
    public static readonly Permission EditBudgets = Add("edit_budgets", "budgets", PermissionAudience.Member, requires: [ViewBudgets]);

    /// <summary><c>view_news</c></summary>
    public static readonly Permission ViewNews = Add("view_news", "news", PermissionAudience.Anyone, isPublic: true);

    /// <summary><c>manage_news</c></summary>
    public static readonly Permission ManageNews = Add("manage_news", "news", PermissionAudience.Member);

    /// <summary><c>comment_news</c></summary>
    public static readonly Permission CommentNews = Add("comment_news", "news", PermissionAudience.Anyone);

    /// <summary><c>view_wiki_pages</c></summary>
    public static readonly Permission ViewWikiPages = Add("view_wiki_pages", "wiki", PermissionAudience.Anyone);

    /// <summary><c>edit_wiki_pages</c></summary>
    public static readonly Permission EditWikiPages = Add("edit_wiki_pages", "wiki", PermissionAudience.Anyone);

    /// <summary><c>rename_wiki_pages</c></summary>
    public static readonly Permission RenameWikiPages = Add("rename_wiki_pages", "wiki", PermissionAudience.Member);

    /// <summary><c>delete_wiki_pages</c></summary>
    public static readonly Permission DeleteWikiPages = Add("delete_wiki_pages", "wiki", PermissionAudience.Member);

    /// <summary><c>protect_wiki_pages</c></summary>
    public static readonly Permission ProtectWikiPages = Add("protect_wiki_pages", "wiki", PermissionAudience.Member);

    /// <summary><c>export_wiki_pages</c></summary>
    public static readonly Permission ExportWikiPages = Add("export_wiki_pages", "wiki", PermissionAudience.Anyone);

    /// <summary><c>manage_wiki</c></summary>
    public static readonly Permission ManageWiki = Add("manage_wiki", "wiki", PermissionAudience.Member);

    /// <summary><c>browse_repository</c></summary>
    public static readonly Permission BrowseRepository = Add("browse_repository", "repository", PermissionAudience.Anyone);

    /// <summary><c>view_changesets</c></summary>
    public static readonly Permission ViewChangesets = Add("view_changesets", "repository", PermissionAudience.Anyone);

    /// <summary><c>commit_access</c></summary>
    public static readonly Permission CommitAccess = Add("commit_access", "repository", PermissionAudience.Anyone);

    /// <summary><c>manage_repository</c></summary>
    public static readonly Permission ManageRepository = Add("manage_repository", "repository", PermissionAudience.Member);

    /// <summary><c>view_messages</c></summary>
    public static readonly Permission ViewMessages = Add("view_messages", "forums", PermissionAudience.Anyone, isPublic: true);

    /// <summary><c>add_messages</c></summary>
    public static readonly Permission AddMessages = Add("add_messages", "forums", PermissionAudience.Anyone);

    /// <summary><c>edit_messages</c></summary>
    public static readonly Permission EditMessages = Add("edit_messages", "forums", PermissionAudience.Member);

    /// <summary><c>edit_own_messages</c></summary>
    public static readonly Permission EditOwnMessages = Add("edit_own_messages", "forums", PermissionAudience.LoggedIn);

    /// <summary><c>delete_messages</c></summary>
    public static readonly Permission DeleteMessages = Add("delete_messages", "forums", PermissionAudience.Member);

    /// <summary><c>delete_own_messages</c></summary>
    public static readonly Permission DeleteOwnMessages = Add("delete_own_messages", "forums", PermissionAudience.LoggedIn);

    /// <summary><c>manage_forums</c></summary>
    public static readonly Permission ManageForums = Add("manage_forums", "forums", PermissionAudience.Member);

    /// <summary><c>view_documents</c></summary>
    public static readonly Permission ViewDocuments = Add("view_documents", "documents", PermissionAudience.Anyone);

    /// <summary><c>manage_documents</c></summary>
    public static readonly Permission ManageDocuments = Add("manage_documents", "documents", PermissionAudience.LoggedIn);

    /// <summary><c>view_meetings</c></summary>
    public static readonly Permission ViewMeetings = Add("view_meetings", "meetings", PermissionAudience.Anyone);

    /// <summary><c>create_meetings</c></summary>
    public static readonly Permission CreateMeetings = Add("create_meetings", "meetings", PermissionAudience.Member);

    /// <summary><c>edit_meetings</c></summary>
    public static readonly Permission EditMeetings = Add("edit_meetings", "meetings", PermissionAudience.Member);

    /// <summary><c>delete_meetings</c></summary>
    public static readonly Permission DeleteMeetings = Add("delete_meetings", "meetings", PermissionAudience.Member);

    /// <summary><c>manage_agendas</c></summary>
    public static readonly Permission ManageAgendas = Add("manage_agendas", "meetings", PermissionAudience.Member, requires: [ViewMeetings]);

    /// <summary><c>view_calendar</c></summary>
    public static readonly Permission ViewCalendar = Add("view_calendar", "calendar", PermissionAudience.Anyone);

    /// <summary><c>view_team_planner</c></summary>
    public static readonly Permission ViewTeamPlanner = Add("view_team_planner", "team_planner_view", PermissionAudience.Anyone);

    /// <summary><c>show_board_views</c></summary>
    public static readonly Permission ShowBoardViews = Add("show_board_views", "board_view", PermissionAudience.Anyone, requires: [ViewWorkPackages]);

    /// <summary><c>manage_board_views</c></summary>
    public static readonly Permission ManageBoardViews = Add("manage_board_views", "board_view", PermissionAudience.Member, requires: [ShowBoardViews]);

    /// <summary><c>view_ifc_models</c></summary>
    public static readonly Permission ViewIfcModels = Add("view_ifc_models", "bim", PermissionAudience.Anyone);

    /// <summary><c>manage_bcf</c></summary>
    public static readonly Permission ManageBcf = Add("manage_bcf", "bim", PermissionAudience.Member);

    /// <summary><c>view_linked_issues</c></summary>
    public static readonly Permission ViewLinkedIssues = Add("view_linked_issues", "bim", PermissionAudience.Anyone);

    /// <summary><c>delete_bcf</c></summary>
    public static readonly Permission DeleteBcf = Add("delete_bcf", "bim", PermissionAudience.Member);

    /// <summary><c>save_bcf_queries</c></summary>
    public static readonly Permission SaveBcfQueries = Add("save_bcf_queries", "bim", PermissionAudience.LoggedIn);

    /// <summary><c>manage_public_bcf_queries</c></summary>
    public static readonly Permission ManagePublicBcfQueries = Add("manage_public_bcf_queries", "bim", PermissionAudience.Member);

    private static readonly FrozenDictionary<string, Permission> ByName = Catalogue.ToFrozenDictionary(p => p.Name, StringComparer.Ordinal);

    private static readonly PermissionSet WithoutModule = PermissionSet.Of(Catalogue.Where(p => p.Module is null && !p.IsGlobal));

    private static readonly FrozenDictionary<string, PermissionSet> ByModule = Catalogue.Where(p => p.Module is not null)
        .GroupBy(p => p.Module!, StringComparer.Ordinal)
        .ToFrozenDictionary(module => module.Key, PermissionSet.Of, StringComparer.Ordinal);

    /// <summary>Every permission, in catalogue order.</summary>
    public static IReadOnlyList<Permission> All => Catalogue;

    /// <summary>What any role at all grants.</summary>
    public static PermissionSet PublicOnes { get; } = PermissionSet.Of(Catalogue.Where(p => p.IsPublic));

    /// <summary>What administrators hold in every active project.</summary>
    public static PermissionSet AdminOnes { get; } = PermissionSet.Of(Catalogue.Where(p => p.GrantedToAdmins));

    /// <summary>What the administrators of the installation hold outside of projects.</summary>
    public static PermissionSet GlobalOnes { get; } = PermissionSet.Of(Catalogue.Where(p => p.IsGlobal));

    /// <summary>What a role of project members may hold: all but the global ones, those every role grants, and those of shared project lists.</summary>
    public static IReadOnlyList<Permission> OfProjectRoles { get; } =
        [.. Catalogue.Where(p => !p.IsGlobal && !p.IsPublic && p != ViewProjectQuery && p != EditProjectQuery)];

    /// <summary>What can count in a project with these modules.</summary>
    public static PermissionSet CountingWith(IEnumerable<string> modules) =>
        modules.Aggregate(WithoutModule, (set, module) => ByModule.TryGetValue(module, out var more) ? set.Union(more) : set);

    /// <summary>The permission of that name, or null when the catalogue has none (a role may hold names of modules we do not have).</summary>
    public static Permission? Find(string name) => ByName.GetValueOrDefault(name);

    private static Permission Add(
        string name,
        string? module,
        PermissionAudience audience,
        bool isGlobal = false,
        bool isPublic = false,
        bool grantedToAdmins = true,
        Permission[]? requires = null)
    {
        var permission = new Permission(Catalogue.Count, name, module, audience, isGlobal, isPublic, grantedToAdmins, requires ?? []);
        Catalogue.Add(permission);
        return permission;
    }
}
