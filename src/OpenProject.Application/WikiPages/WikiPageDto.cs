using OpenProject.Application.Projects;

namespace OpenProject.Application.WikiPages;

/// <summary>A page of a wiki, as read.</summary>
public sealed class WikiPageDto : ProjectContentDto
{
    /// <summary>How often it was changed.</summary>
    public int LockVersion { get; init; }
}
