using OpenProject.Domain.Common;
using OpenProject.Domain.Users;

namespace OpenProject.Domain.WorkingHours;

/// <summary>How many hours a user works on each day of the week from a day on, until a later one of his says otherwise.</summary>
public sealed class UserWorkingHours : AggregateRoot
{
    private const double Usual = 8;
    private const double MostHours = 24;
    private const int WholeAvailability = 100;

    private UserWorkingHours()
    {
    }

    /// <summary>Whose they are.</summary>
    public long UserId { get; private set; }

    /// <summary>The user; for queries only.</summary>
    public User User { get; private set; } = null!;

    /// <summary>The first day they count; null until it is said.</summary>
    public DateOnly? ValidFrom { get; private set; }

    /// <summary>Hours on Mondays.</summary>
    public double MondayHours { get; private set; } = Usual;

    /// <summary>Hours on Tuesdays.</summary>
    public double TuesdayHours { get; private set; } = Usual;

    /// <summary>Hours on Wednesdays.</summary>
    public double WednesdayHours { get; private set; } = Usual;

    /// <summary>Hours on Thursdays.</summary>
    public double ThursdayHours { get; private set; } = Usual;

    /// <summary>Hours on Fridays.</summary>
    public double FridayHours { get; private set; } = Usual;

    /// <summary>Hours on Saturdays.</summary>
    public double SaturdayHours { get; private set; }

    /// <summary>Hours on Sundays.</summary>
    public double SundayHours { get; private set; }

    /// <summary>How much of these hours the user is there for work, in percent.</summary>
    public int AvailabilityFactor { get; private set; } = WholeAvailability;

    /// <summary>The usual week, which has still to begin on a day.</summary>
    public static UserWorkingHours Draft(long userId) => new() { UserId = userId };

    /// <summary>Lets them count from a day on.</summary>
    public void BeginOn(DateOnly? day) => ValidFrom = day;

    /// <summary>Works so many hours on a day of the week.</summary>
    /// <exception cref="BrokenRule">Less than none, or more than a day has.</exception>
    public void Work(DayOfWeek day, double hours)
    {
        var (member, label) = ($"{day.ToString().ToLowerInvariant()}Hours", $"{day} hours");
        if (hours < 0)
            throw new BrokenRule(member, $"{label} must be greater than or equal to 0.");
        if (hours > MostHours)
            throw new BrokenRule(member, $"{label} must be less than or equal to {MostHours}.");
        switch (day)
        {
            case DayOfWeek.Monday: MondayHours = hours; break;
            case DayOfWeek.Tuesday: TuesdayHours = hours; break;
            case DayOfWeek.Wednesday: WednesdayHours = hours; break;
            case DayOfWeek.Thursday: ThursdayHours = hours; break;
            case DayOfWeek.Friday: FridayHours = hours; break;
            case DayOfWeek.Saturday: SaturdayHours = hours; break;
            default: SundayHours = hours; break;
        }
    }

    /// <summary>Is there for so much of the hours, in percent.</summary>
    /// <exception cref="BrokenRule">Below 0 or above 100.</exception>
    public void BeAvailable(int percent) =>
        AvailabilityFactor = percent is >= 0 and <= WholeAvailability ? percent : throw new BrokenRule("availabilityFactor", "Availability factor must be between 0 and 100.");
}
