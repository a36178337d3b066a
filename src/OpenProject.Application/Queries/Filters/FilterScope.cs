namespace OpenProject.Application.Queries.Filters;

/// <summary>Where a filter makes sense.</summary>
public enum FilterScope
{
    /// <summary>Everywhere.</summary>
    Anywhere,

    /// <summary>Only over the rows of all workspaces.</summary>
    Global,

    /// <summary>Only over the rows of one workspace.</summary>
    Workspace,
}
