namespace OpenProject.Api.Mcp.Tools;

/// <summary>What a tool does to the data; the hints that clients are given follow from it.</summary>
internal enum ToolKind
{
    /// <summary>Nothing.</summary>
    Reads,

    /// <summary>Something new each time.</summary>
    Creates,

    /// <summary>A change that is the same when it is made again.</summary>
    Updates,

    /// <summary>Something is gone.</summary>
    Removes,
}
