using OpenProject.Application.Projects;

namespace OpenProject.Application.Documents;

/// <summary>A document, as read.</summary>
public sealed class DocumentDto : ProjectContentDto;
