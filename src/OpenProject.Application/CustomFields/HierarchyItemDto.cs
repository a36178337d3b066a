using OpenProject.Application.Resources;

namespace OpenProject.Application.CustomFields;

/// <summary>An item of a hierarchy, as read.</summary>
public sealed class HierarchyItemDto : IResourceDto
{
    /// <inheritdoc/>
    public long Id { get; init; }

    /// <summary>What it says; null for the root.</summary>
    public string? Label { get; init; }

    /// <summary>The same in short.</summary>
    public string? Short { get; init; }

    /// <summary>What it weighs; null where items have no weight.</summary>
    public decimal? Weight { get; init; }

    /// <summary>How many items are above it.</summary>
    public int Depth { get; init; }

    /// <summary>The place among those of the same parent.</summary>
    public int Position { get; init; }

    /// <summary>The item above it; null for the root.</summary>
    public long? ParentId { get; init; }

    /// <summary>What the item above it says.</summary>
    public string? ParentLabel { get; init; }

    /// <summary>The items directly below it, in order.</summary>
    public IReadOnlyList<Reference> Children { get; set; } = [];
}
