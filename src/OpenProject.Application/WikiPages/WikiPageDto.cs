using OpenProject.Application.Projects;

namespace OpenProject.Application.WikiPages;

/// <summary>A page of a wiki, as read.</summary>
public sealed class WikiPageDto : ProjectContentDto;
