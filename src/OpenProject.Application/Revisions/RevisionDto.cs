using OpenProject.Application.Resources;
using OpenProject.Domain.Projects;

namespace OpenProject.Application.Revisions;

#pragma warning disable CS1591 // The members are the columns of the aggregate, documented there.

/// <summary>A revision, as read.</summary>
public sealed class RevisionDto : IResourceDto
{
    /// <inheritdoc/>
    public long Id { get; init; }

    public long ProjectId { get; init; }

    public string ProjectName { get; init; } = "";

    public ProjectKind ProjectKind { get; init; }

    public string Identifier { get; init; } = "";

    public string AuthorName { get; init; } = "";

    public long? UserId { get; init; }

    public string? UserName { get; init; }

    public string? Message { get; init; }

    public string Address { get; init; } = "";

    public DateTime CommittedAt { get; init; }
}
