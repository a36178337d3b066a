using OpenProject.Domain.Common;
using OpenProject.Domain.Users;

namespace OpenProject.Domain.NonWorkingTimes;

/// <summary>Days in a row on which a user does not work, beside those on which nobody does.</summary>
public sealed class UserNonWorkingTime : AggregateRoot
{
    private UserNonWorkingTime()
    {
    }

    /// <summary>Who does not work.</summary>
    public long UserId { get; private set; }

    /// <summary>The user; for queries only.</summary>
    public User User { get; private set; } = null!;

    /// <summary>The first day; null until it is said.</summary>
    public DateOnly? StartDate { get; private set; }

    /// <summary>The last day; null until it is said.</summary>
    public DateOnly? EndDate { get; private set; }

    /// <summary>Days that have still to be said.</summary>
    public static UserNonWorkingTime Draft(long userId) => new() { UserId = userId };

    /// <summary>Begins on a day.</summary>
    public void StartOn(DateOnly? day) => StartDate = day;

    /// <summary>Ends on a day, itself included.</summary>
    public void EndOn(DateOnly? day) => EndDate = day;
}
