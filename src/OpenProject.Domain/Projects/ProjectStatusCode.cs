namespace OpenProject.Domain.Projects;

/// <summary>How a project is going; stored as its number.</summary>
public enum ProjectStatusCode
{
    /// <summary><c>not_started</c></summary>
    NotStarted = 1,

    /// <summary><c>on_track</c></summary>
    OnTrack = 2,

    /// <summary><c>at_risk</c></summary>
    AtRisk = 3,

    /// <summary><c>off_track</c></summary>
    OffTrack = 4,

    /// <summary><c>finished</c></summary>
    Finished = 5,

    /// <summary><c>discontinued</c></summary>
    Discontinued = 6,
}
