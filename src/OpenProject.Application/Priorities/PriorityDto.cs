using OpenProject.Application.Resources;

namespace OpenProject.Application.Priorities;

/// <summary>A priority of work packages, as read.</summary>
public sealed class PriorityDto : IResourceDto
{
    /// <inheritdoc/>
    public long Id { get; init; }

    /// <summary>The label.</summary>
    public string Name { get; init; } = "";

    /// <summary><c>#RRGGBB</c>, or null.</summary>
    public string? Color { get; init; }

    /// <summary>The place in the list, from 1.</summary>
    public int Position { get; init; }

    /// <summary>Whether new work packages begin with it.</summary>
    public bool IsDefault { get; init; }

    /// <summary>Whether it may be chosen.</summary>
    public bool IsActive { get; init; }
}
