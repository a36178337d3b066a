namespace OpenProject.Domain.Projects;

/// <summary>The names of the modules that a project can enable.</summary>
public static class ProjectModules
{
    /// <summary>Longest module name.</summary>
    public const int NameLimit = 100;

    /// <summary>Work packages.</summary>
    public const string WorkPackageTracking = "work_package_tracking";

    /// <summary>The modules of a new project.</summary>
    public static IReadOnlyList<string> Defaults { get; } = ["calendar", "board_view", WorkPackageTracking, "gantt", "news", "costs", "wiki"];

    /// <summary>Every module.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        .. Defaults, "backlogs", "bim", "budgets", "documents", "forums", "meetings", "repository", "team_planner_view",
    ];
}
