using OpenProject.Application.Projects;

namespace OpenProject.Application.Meetings;

/// <summary>A meeting, as read.</summary>
public sealed class MeetingDto : ProjectContentDto
{
    /// <summary>Where, or null.</summary>
    public string? Location { get; init; }

    /// <summary>When it begins, UTC.</summary>
    public DateTime StartTime { get; init; }

    /// <summary>When it ends, UTC.</summary>
    public DateTime EndTime { get; init; }

    /// <summary>How often it was changed.</summary>
    public int LockVersion { get; init; }
}
