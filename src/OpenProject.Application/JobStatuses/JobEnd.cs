using OpenProject.Domain.JobStatuses;

namespace OpenProject.Application.JobStatuses;

/// <summary>How a job ended.</summary>
/// <param name="State">Well or not.</param>
/// <param name="Message">What people are told.</param>
/// <param name="ProjectId">The project that came of it; null for none.</param>
public sealed record JobEnd(JobState State, string Message, long? ProjectId = null);
