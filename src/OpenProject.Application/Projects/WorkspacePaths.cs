using OpenProject.Application.Resources;
using OpenProject.Domain.Projects;

namespace OpenProject.Application.Projects;

/// <summary>Where workspaces of each kind live.</summary>
public static class WorkspacePaths
{
    /// <summary>Projects.</summary>
    public static ResourcePath Projects { get; } = new("/api/v3/projects");

    /// <summary>Programs.</summary>
    public static ResourcePath Programs { get; } = new("/api/v3/programs");

    /// <summary>Portfolios.</summary>
    public static ResourcePath Portfolios { get; } = new("/api/v3/portfolios");

    /// <summary>Any of them; read from requests, never printed.</summary>
    public static ResourcePath Workspaces { get; } = new("/api/v3/workspaces");

    /// <summary>All spellings that links to a workspace may have.</summary>
    public static IReadOnlyList<ResourcePath> All { get; } = [Projects, Programs, Portfolios, Workspaces];

    /// <summary>The path of a kind.</summary>
    public static ResourcePath Of(ProjectKind kind) => kind switch
    {
        ProjectKind.Program => Programs,
        ProjectKind.Portfolio => Portfolios,
        _ => Projects,
    };

    /// <summary>A link to a workspace, or none.</summary>
    public static Reference? Link(long? id, string? name, ProjectKind? kind) =>
        id is { } key and > 0 ? new Reference(Of(kind ?? ProjectKind.Project), key, name) : null;
}
