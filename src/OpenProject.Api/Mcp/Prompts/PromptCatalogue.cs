namespace OpenProject.Api.Mcp.Prompts;

/// <summary>All prompts, by name.</summary>
internal static class PromptCatalogue
{
    private static readonly PromptArgument Project = new("project", "The project's identifier or id.", IsRequired: true, Completed.Project);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<DeclaredPrompt> All { get; } =
    [
        new(
            "break_down_work_package", "Break down a work package", "Proposes smaller work packages for a large one, and makes them once you agree.",
            [new("id", "The work package's id.", IsRequired: true, Completed.WorkPackage)],
            given => $"Read work package {given["id"]} with get_work_package, and what was said about it with list_work_package_comments. Propose smaller work packages that together do the "
                + "same, each with a subject, a short description and a type of list_project_types. Show me the list and wait for my consent. Then make them with bulk_create_work_packages, each with "
                + "the link parent to the large one.")
        {
            Tools = ["get_work_package", "list_work_package_comments", "list_project_types", "bulk_create_work_packages"],
        },
        new(
            "draft_release_notes", "Draft release notes", "Writes notes about what a version brings.",
            [new("version", "The version's id.", IsRequired: true, Completed.Version)],
            given => $"Find the work packages of version {given["version"]} with query_work_packages (filter version, and status closed: operator c), page by page. Read those whose subject does not say enough. "
                + "Write release notes for users: what is new, what was mended, what they have to do; with the number of the work package behind each line. Leave out what is of no interest to users.")
        {
            Tools = ["query_work_packages"],
        },
        new(
            "my_day", "My day", "Says what to do today, in which order.", [],
            _ => "List my open work packages with list_my_work_packages and the time that I have booked today with search_time_entries. Tell me what is overdue, what is due this week and what has "
                + "been started, and propose an order for today with a reason for each. Change nothing.")
        {
            Tools = ["list_my_work_packages", "search_time_entries"],
        },
        new(
            "project_status_report", "Project status report", "Reports how a project is going.",
            [Project, new("days", "How many days to look back; 7 when not given.", IsRequired: false)],
            given => $"Read project {given["project"]} with get_project. With query_work_packages inside it, count open work packages by status and by type (group_by), find those whose dueDate is over, and those changed "
                + $"within the last {given.GetValueOrDefault("days", "7")} days (filter updatedAt, operator >t-). Report in a page: how it stands, what was done, what is late and whose it is, what needs a decision.")
        {
            Tools = ["get_project", "query_work_packages"],
        },
        new(
            "risk_check", "Risk check", "Looks for what may go wrong in a project.",
            [Project],
            given => $"With query_work_packages inside project {given["project"]}, find open work packages that are overdue, due soon without an assignee, without dates though others follow them "
                + "(list_work_package_relations), or untouched for a month. Name the ten that endanger the project most, why, and what would help. Change nothing.")
        {
            Tools = ["query_work_packages", "list_work_package_relations"],
        },
        new(
            "sprint_review", "Sprint review", "Goes through what a sprint has brought and what is left of it.",
            [new("sprint", "The sprint's id.", IsRequired: true, Completed.Sprint)],
            given => $"Read sprint {given["sprint"]} with get_sprint and find its work packages with query_work_packages (filters sprint, and all statuses: operator *), grouped by status. Tell me what was "
                + "finished, what was begun and is open, what was not begun, and what I should say to the team. Propose what to do with the rest. Change nothing.")
        {
            Tools = ["get_sprint", "query_work_packages"],
        },
        new(
            "timesheet", "Timesheet", "Sums up the time that you booked in a week.",
            [new("week", "A day of the week, YYYY-MM-DD; this week when not given.", IsRequired: false)],
            given => $"Find who I am with current_user and the time that I booked in the week of {given.GetValueOrDefault("week", "today")} with search_time_entries (user_id, spent_since Monday, spent_until Sunday), page by page. Show a "
                + "table by work package and day with sums, and tell me on which working days nothing was booked.")
        {
            Tools = ["current_user", "search_time_entries"],
        },
        new(
            "triage_backlog", "Triage backlog", "Goes through the open work packages of a project that nobody works on.",
            [Project],
            given => $"With query_work_packages inside project {given["project"]}, list open work packages without an assignee (operator !*), the oldest first. For each say what is unclear, whether it looks like another one, "
                + "and propose a type, a priority of list_priorities and an assignee of list_available_assignees. Show me a table and wait for my consent before you change anything with bulk_update_work_packages.")
        {
            Tools = ["query_work_packages", "list_priorities", "list_available_assignees", "bulk_update_work_packages"],
        },
    ];

    /// <summary>The prompt of that name; null when there is none.</summary>
    public static DeclaredPrompt? Find(string name) => All.FirstOrDefault(prompt => prompt.Name == name);
}
