using OpenProject.Domain.Common;

namespace OpenProject.Domain.WorkSchedule;

/// <summary>One day of every week; its id is its number, 1 for Monday to 7 for Sunday. There are always all seven.</summary>
public sealed class WeekDay : AggregateRoot
{
    /// <summary>How many there are.</summary>
    public const int Count = 7;

    private WeekDay()
    {
    }

    private WeekDay(long day)
        : base(day)
    {
    }

    /// <summary>Whether it is worked on.</summary>
    public bool Working { get; private set; }

    /// <summary>The same day as .NET counts it.</summary>
    public DayOfWeek Day => (DayOfWeek)(Id % Count);

    /// <summary>The week that an installation begins with: worked on from Monday to Friday.</summary>
    public static IReadOnlyList<WeekDay> Usual() =>
        [.. Enumerable.Range(1, Count).Select(day => new WeekDay(day) { Working = WorkingCalendar.Default.IsWorking(new DateOnly(1, 1, day)) })];

    /// <summary>The day's name, e.g. "Monday".</summary>
    public static string NameOf(long id) => ((DayOfWeek)(id % Count)).ToString();

    /// <summary>Says whether it is worked on. That another day of the week remains to be worked on is the caller's check.</summary>
    public void BeWorkedOn(bool working) => Working = working;
}
