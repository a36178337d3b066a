namespace OpenProject.Domain.Statuses;

/// <summary>What a status says of the work: it goes on or it is over.</summary>
public enum StatusKind
{
    /// <summary>There is work to be done.</summary>
    Open,

    /// <summary>The work is over.</summary>
    Closed,
}
