namespace OpenProject.Application.TimeEntries;

/// <summary>What time is summed up by.</summary>
public enum TimesheetKey
{
    /// <summary>The day on which it was spent.</summary>
    Day,

    /// <summary>Whose it is.</summary>
    User,

    /// <summary>The project in which it was spent.</summary>
    Project,
}

/// <summary>The time of an interval, summed up.</summary>
/// <param name="Rows">The sums: days in their order, else the largest first.</param>
/// <param name="IsCut">Whether there are more of them.</param>
/// <param name="Entries">How many entries there are in all.</param>
/// <param name="Minutes">The sum of all.</param>
public sealed record Timesheet(IReadOnlyList<TimesheetRow> Rows, bool IsCut, int Entries, long Minutes);

/// <summary>The time of a day, of somebody or in a project.</summary>
public sealed record TimesheetRow
{
    /// <summary>The day; null where it is not summed up by days.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>The user or project; null where it is summed up by days.</summary>
    public long? Id { get; init; }

    /// <summary>The name of that.</summary>
    public string? Name { get; init; }

    /// <summary>How many entries.</summary>
    public int Entries { get; init; }

    /// <summary>Their sum.</summary>
    public long Minutes { get; init; }
}
