using OpenProject.Domain.Common;
using OpenProject.Domain.Projects;

namespace OpenProject.Domain.Meetings;

/// <summary>People of a project come together, somewhere and for some time.</summary>
public sealed class Meeting : ProjectContent, ILockVersioned
{
    /// <summary>Longest name of a place.</summary>
    public const int LocationLimit = 255;

    /// <summary>The longest meeting, in minutes: a week.</summary>
    public const int LongestMinutes = 7 * 24 * 60;

    private Meeting()
    {
    }

    private Meeting(long projectId, long authorId, string? title, DateTime now)
        : base(ProjectContentKind.Meeting, projectId, authorId, title, now)
    {
    }

    /// <summary>Where; null for nothing said.</summary>
    public string? Location { get; private set; }

    /// <summary>When it begins, UTC.</summary>
    public DateTime StartTime { get; private set; }

    /// <summary>When it ends, UTC.</summary>
    public DateTime EndTime { get; private set; }

    /// <inheritdoc/>
    public int LockVersion { get; private set; }

    /// <summary>A meeting.</summary>
    /// <param name="projectId">The project.</param>
    /// <param name="authorId">Who invites.</param>
    /// <param name="title">What it is about.</param>
    /// <param name="start">When it begins, UTC.</param>
    /// <param name="minutes">How long it takes.</param>
    /// <param name="now">When it is made, UTC.</param>
    /// <exception cref="BrokenRule">Blank or too long title, or it takes no time or more than a week.</exception>
    public static Meeting Create(long projectId, long authorId, string? title, DateTime start, int minutes, DateTime now)
    {
        var meeting = new Meeting(projectId, authorId, title, now);
        meeting.Schedule(start, minutes);
        return meeting;
    }

    /// <summary>Takes place at another time.</summary>
    /// <exception cref="BrokenRule">It takes no time, or more than a week.</exception>
    public void Schedule(DateTime start, int minutes)
    {
        if (minutes is < 1 or > LongestMinutes)
            throw new BrokenRule("duration", $"Duration must be between 1 minute and {LongestMinutes / 60} hours.");
        (StartTime, EndTime) = (start, start.AddMinutes(minutes));
    }

    /// <summary>Takes place somewhere else.</summary>
    /// <exception cref="BrokenRule">Too long.</exception>
    public void MeetAt(string? location) => Location = TextRule.Optional(location, "location", "Location", LocationLimit);
}
