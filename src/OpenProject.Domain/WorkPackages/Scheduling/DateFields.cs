namespace OpenProject.Domain.WorkPackages.Scheduling;

/// <summary>Which of the scheduling attributes a change names.</summary>
[Flags]
public enum DateFields
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary><c>startDate</c></summary>
    Start = 1,

    /// <summary><c>dueDate</c></summary>
    Due = 2,

    /// <summary><c>duration</c></summary>
    Duration = 4,

    /// <summary><c>ignoreNonWorkingDays</c>, with another value than before.</summary>
    NonWorkingDays = 8,
}
