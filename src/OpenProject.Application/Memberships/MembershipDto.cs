using OpenProject.Application.Resources;
using OpenProject.Domain.Principals;
using OpenProject.Domain.Projects;

namespace OpenProject.Application.Memberships;

/// <summary>A membership, as read.</summary>
public sealed class MembershipDto : IResourceDto
{
    /// <inheritdoc/>
    public long Id { get; init; }

    /// <summary>Who has the roles.</summary>
    public long PrincipalId { get; init; }

    /// <summary>The principal's name.</summary>
    public string? PrincipalName { get; init; }

    /// <summary>The principal's kind; settable, as a draft knows it from the link alone.</summary>
    public PrincipalKind? PrincipalKind { get; set; }

    /// <summary>Where; null for the whole installation.</summary>
    public long? ProjectId { get; init; }

    /// <summary>The project's name.</summary>
    public string? ProjectName { get; init; }

    /// <summary>The project's kind.</summary>
    public ProjectKind? ProjectKind { get; init; }

    /// <summary>When it was made, UTC.</summary>
    public DateTime CreatedAt { get; init; }

    /// <summary>When it last changed, UTC.</summary>
    public DateTime UpdatedAt { get; init; }

    /// <summary>The roles, own and inherited, each once.</summary>
    public IReadOnlyList<Reference> Roles { get; set; } = [];
}
