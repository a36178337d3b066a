namespace OpenProject.Application.Projects;

/// <summary>What a copy was ordered to be.</summary>
/// <param name="SourceId">The project.</param>
/// <param name="Change">How the copy is to differ, as API v3 takes it.</param>
public sealed record ProjectCopyOrder(long SourceId, string Change);
