namespace OpenProject.Domain.SavedQueries;

/// <summary>How a client shows the results.</summary>
public enum DisplayRepresentation
{
    /// <summary>As a table.</summary>
    List = 1,

    /// <summary>As cards.</summary>
    Card = 2,
}
