namespace OpenProject.Domain.Sprints;

/// <summary>How far a sprint is.</summary>
public enum SprintStatus
{
    /// <summary>It has not begun.</summary>
    InPlanning = 1,

    /// <summary>It is worked on.</summary>
    Active = 2,

    /// <summary>It is over.</summary>
    Completed = 3,
}
