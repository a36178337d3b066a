using OpenProject.Application.Resources;

namespace OpenProject.Application.NonWorkingTimes;

/// <summary>Days on which a user does not work, as read.</summary>
public sealed class UserNonWorkingTimeDto : IResourceDto
{
    /// <inheritdoc/>
    public long Id { get; init; }

    /// <summary>Who does not work.</summary>
    public long UserId { get; init; }

    /// <summary>The user's name.</summary>
    public string? UserName { get; init; }

    /// <summary>The first day.</summary>
    public DateOnly? StartDate { get; init; }

    /// <summary>The last day.</summary>
    public DateOnly? EndDate { get; init; }
}
