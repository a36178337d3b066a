namespace OpenProject.Domain.Projects;

/// <summary>The kinds of workspaces; stored as their number.</summary>
public enum ProjectKind
{
    /// <summary>A project.</summary>
    Project = 1,

    /// <summary>A program: projects with one aim.</summary>
    Program = 2,

    /// <summary>A portfolio, above programs and projects.</summary>
    Portfolio = 3,
}
