namespace OpenProject.Domain.WorkPackages.ProgressTracking;

/// <summary>Which of the attributes of progress a change names.</summary>
[Flags]
public enum ProgressFields
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary><c>estimatedTime</c></summary>
    Work = 1,

    /// <summary><c>remainingTime</c></summary>
    Remaining = 2,

    /// <summary><c>percentageDone</c></summary>
    Percent = 4,
}
