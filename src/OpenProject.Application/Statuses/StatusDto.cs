using OpenProject.Application.Resources;

namespace OpenProject.Application.Statuses;

/// <summary>A status of work packages, as read.</summary>
public sealed class StatusDto : IResourceDto
{
    /// <inheritdoc/>
    public long Id { get; init; }

    /// <summary>The label.</summary>
    public string Name { get; init; } = "";

    /// <summary>Whether work in this status is done.</summary>
    public bool IsClosed { get; init; }

    /// <summary><c>#RRGGBB</c>, or null.</summary>
    public string? Color { get; init; }

    /// <summary>Whether new work packages begin with it.</summary>
    public bool IsDefault { get; init; }

    /// <summary>Whether only the status may change.</summary>
    public bool IsReadonly { get; init; }

    /// <summary>Whether sums over hierarchies leave it out.</summary>
    public bool ExcludedFromTotals { get; init; }

    /// <summary>Per cent done that the status implies.</summary>
    public int DefaultDoneRatio { get; init; }

    /// <summary>The place in the list, from 1.</summary>
    public int Position { get; init; }
}
