using OpenProject.Application.Resources;
using OpenProject.Domain.JobStatuses;
using OpenProject.Domain.Projects;

namespace OpenProject.Application.JobStatuses;

#pragma warning disable CS1591 // The members are the columns of the aggregate, documented there.

/// <summary>A job, as read.</summary>
public sealed class JobDto : IResourceDto
{
    /// <inheritdoc/>
    public long Id { get; init; }

    public string Uuid { get; init; } = "";

    public JobState State { get; init; }

    public string? Message { get; init; }

    public long? ProjectId { get; set; }

    public string? ProjectName { get; init; }

    public ProjectKind? ProjectKind { get; init; }
}
