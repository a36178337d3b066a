using OpenProject.Domain.Common;

namespace OpenProject.Domain.WorkSchedule;

/// <summary>A single day that nobody works on, such as a holiday; there is one at most for a date, whose number is the id.</summary>
public sealed class NonWorkingDay : AggregateRoot
{
    /// <summary>Longest name.</summary>
    public const int NameLimit = 255;

    private NonWorkingDay()
    {
    }

    private NonWorkingDay(DateOnly date)
        : base(IdOf(date)) =>
        Date = date;

    /// <summary>The day.</summary>
    public DateOnly Date { get; private set; }

    /// <summary>Why it is free.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The id of the day of a date.</summary>
    public static long IdOf(DateOnly date) => date.DayNumber;

    /// <summary>A free day.</summary>
    /// <exception cref="BrokenRule">Blank or too long name.</exception>
    public static NonWorkingDay Create(DateOnly date, string? name)
    {
        var day = new NonWorkingDay(date);
        day.Rename(name);
        return day;
    }

    /// <summary>Gives it another name.</summary>
    /// <exception cref="BrokenRule">Blank or too long.</exception>
    public void Rename(string? name) => Name = TextRule.Required(name, "name", "Name", NameLimit);
}
