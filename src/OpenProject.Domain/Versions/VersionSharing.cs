namespace OpenProject.Domain.Versions;

/// <summary>Which other projects may use a version; stored as its number.</summary>
public enum VersionSharing
{
    /// <summary>None.</summary>
    None = 1,

    /// <summary>Those below the defining project.</summary>
    Descendants = 2,

    /// <summary>Those above and below it.</summary>
    Hierarchy = 3,

    /// <summary>The top project and all below that.</summary>
    Tree = 4,

    /// <summary>All.</summary>
    System = 5,
}
