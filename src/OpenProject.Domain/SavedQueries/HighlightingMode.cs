namespace OpenProject.Domain.SavedQueries;

/// <summary>What a table colours.</summary>
public enum HighlightingMode
{
    /// <summary>Nothing.</summary>
    None = 1,

    /// <summary>The values themselves.</summary>
    Inline = 2,

    /// <summary>Rows, by status.</summary>
    Status = 3,

    /// <summary>Rows, by priority.</summary>
    Priority = 4,

    /// <summary>Rows, by type.</summary>
    Type = 5,
}
