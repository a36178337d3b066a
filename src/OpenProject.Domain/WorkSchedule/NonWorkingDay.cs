using OpenProject.Domain.Common;

namespace OpenProject.Domain.WorkSchedule;

/// <summary>A single day that nobody works on, such as a holiday; there is one at most for a date.</summary>
public sealed class NonWorkingDay : AggregateRoot
{
    /// <summary>Longest name.</summary>
    public const int NameLimit = 255;

    private NonWorkingDay()
    {
    }

    /// <summary>The day.</summary>
    public DateOnly Date { get; private set; }

    /// <summary>Why it is free.</summary>
    public string Name { get; private set; } = "";

    /// <summary>A free day that still needs a date and a name.</summary>
    public static NonWorkingDay Draft() => new();

    /// <summary>A free day.</summary>
    /// <exception cref="BrokenRule">Blank or too long name.</exception>
    public static NonWorkingDay Create(DateOnly date, string? name)
    {
        var day = Draft();
        day.FallOn(date);
        day.Rename(name);
        return day;
    }

    /// <summary>Says when it is.</summary>
    public void FallOn(DateOnly date) => Date = date;

    /// <summary>Gives it another name.</summary>
    /// <exception cref="BrokenRule">Blank or too long.</exception>
    public void Rename(string? name) => Name = TextRule.Required(name, "name", "Name", NameLimit);
}
