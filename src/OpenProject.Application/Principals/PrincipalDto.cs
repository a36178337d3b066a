using OpenProject.Application.Resources;
using OpenProject.Domain.Principals;

namespace OpenProject.Application.Principals;

/// <summary>A user, group or placeholder user, as far as lists of several kinds tell of it.</summary>
public sealed class PrincipalDto : IResourceDto
{
    /// <inheritdoc/>
    public long Id { get; init; }

    /// <summary>What it is.</summary>
    public PrincipalKind Kind { get; init; }

    /// <summary>The display name.</summary>
    public string Name { get; init; } = "";

    /// <summary>When it was made, UTC.</summary>
    public DateTime CreatedAt { get; init; }

    /// <summary>When it last changed, UTC.</summary>
    public DateTime UpdatedAt { get; init; }
}
