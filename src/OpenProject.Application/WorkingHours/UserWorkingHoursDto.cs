using OpenProject.Application.Resources;

namespace OpenProject.Application.WorkingHours;

/// <summary>A user's working hours, as read.</summary>
public sealed class UserWorkingHoursDto : IResourceDto
{
    /// <inheritdoc/>
    public long Id { get; init; }

    /// <summary>Whose they are.</summary>
    public long UserId { get; init; }

    /// <summary>The user's name.</summary>
    public string? UserName { get; init; }

    /// <summary>The first day they count.</summary>
    public DateOnly? ValidFrom { get; init; }

    /// <summary>Hours on Mondays.</summary>
    public double MondayHours { get; init; }

    /// <summary>Hours on Tuesdays.</summary>
    public double TuesdayHours { get; init; }

    /// <summary>Hours on Wednesdays.</summary>
    public double WednesdayHours { get; init; }

    /// <summary>Hours on Thursdays.</summary>
    public double ThursdayHours { get; init; }

    /// <summary>Hours on Fridays.</summary>
    public double FridayHours { get; init; }

    /// <summary>Hours on Saturdays.</summary>
    public double SaturdayHours { get; init; }

    /// <summary>Hours on Sundays.</summary>
    public double SundayHours { get; init; }

    /// <summary>How much of these hours the user is there for work, in percent.</summary>
    public int AvailabilityFactor { get; init; }
}
