using OpenProject.Application.Resources;

namespace OpenProject.Application.Types;

/// <summary>A type of work packages, as read.</summary>
public sealed class TypeDto : IResourceDto
{
    /// <inheritdoc/>
    public long Id { get; init; }

    /// <summary>The label.</summary>
    public string Name { get; init; } = "";

    /// <summary><c>#RRGGBB</c>, or null.</summary>
    public string? Color { get; init; }

    /// <summary>The place in the list, from 1.</summary>
    public int Position { get; init; }

    /// <summary>Whether new projects have it.</summary>
    public bool IsDefault { get; init; }

    /// <summary>Whether its work packages happen on one day.</summary>
    public bool IsMilestone { get; init; }

    /// <summary>When it was made, UTC.</summary>
    public DateTime CreatedAt { get; init; }

    /// <summary>When it last changed, UTC.</summary>
    public DateTime UpdatedAt { get; init; }
}
