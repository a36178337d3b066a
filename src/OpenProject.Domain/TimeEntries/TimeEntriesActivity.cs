using OpenProject.Domain.Common;

namespace OpenProject.Domain.TimeEntries;

/// <summary>A kind of work that time is spent on, such as development.</summary>
public sealed class TimeEntriesActivity : AggregateRoot
{
    /// <summary>Longest name.</summary>
    public const int NameLimit = 30;

    private TimeEntriesActivity()
    {
    }

    /// <summary>What it is called.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The place in lists, from 1.</summary>
    public int Position { get; private set; }

    /// <summary>Whether it is meant where none is named.</summary>
    public bool IsDefault { get; private set; }

    /// <summary>Whether time may be booked on it.</summary>
    public bool IsActive { get; private set; }

    /// <summary>An active kind of work.</summary>
    /// <exception cref="BrokenRule">Blank or too long name.</exception>
    public static TimeEntriesActivity Create(string? name, int position, bool isDefault) => new()
    {
        Name = TextRule.Required(name, "name", "Name", NameLimit),
        Position = position,
        IsDefault = isDefault,
        IsActive = true,
    };
}
