namespace OpenProject.Api.Mcp.Tools.Sets;

/// <summary>Tools that not every installation wants its agents to read about at each start: the operator turns a set on as a whole.</summary>
internal static class Toolsets
{
    /// <summary>All sets, with what they are for.</summary>
    public static IReadOnlyList<(string Name, string Title, string Description)> Names { get; } =
    [
        ("content", "Content", "Files, activities, news, documents; meetings and pages of wikis, which are written too."),
        ("overview", "Overview", "How projects stand, booked time, stored queries, notifications, reminders, budgets, categories and working days."),
        ("people", "People", "Memberships, groups and roles."),
        ("planning", "Planning", "Sprints, the backlog and boards; sprints are made, versions made and changed."),
        ("projects", "Projects", "Projects are made, changed, archived and copied."),
    ];

    /// <summary>Their tools.</summary>
    public static IEnumerable<DeclaredTool> All =>
    [
        .. In("content", [.. ContentTools.All, .. MeetingTools.All, .. WikiTools.All]), .. In("overview", [.. OverviewTools.All, .. SummaryTools.All]), .. In("people", MembershipTools.All), .. In("planning", [.. PlanningTools.All, .. BoardTools.All]), .. In("projects", ProjectTools.All),
    ];

    private static IEnumerable<DeclaredTool> In(string set, IEnumerable<DeclaredTool> tools) => tools.Select(tool => tool with { Toolset = set });
}
