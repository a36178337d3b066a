using OpenProject.Application.Resources;

namespace OpenProject.Application.JobStatuses;

/// <summary>What came of a job.</summary>
/// <param name="Project">The project, where one was made.</param>
public readonly record struct JobPayload(Reference? Project);
