using OpenProject.Domain.Common;

namespace OpenProject.Domain.CustomFields;

/// <summary>An item of the tree that a hierarchy offers. The root has no label and is no value.</summary>
public sealed class HierarchyItem : AggregateRoot
{
    /// <summary>Longest label.</summary>
    public const int LabelLimit = 255;

    /// <summary>Longest short name.</summary>
    public const int ShortLimit = 255;

    private HierarchyItem()
    {
    }

    /// <summary>The field.</summary>
    public long FieldId { get; private set; }

    /// <summary>The field; for queries only.</summary>
    public CustomField Field { get; private set; } = null!;

    /// <summary>The item above it; null for the root.</summary>
    public long? ParentId { get; private set; }

    /// <summary>The item above it; for queries only.</summary>
    public HierarchyItem? Parent { get; private set; }

    /// <summary>What it says; null for the root.</summary>
    public string? Label { get; private set; }

    /// <summary>The same in short; null for none.</summary>
    public string? Short { get; private set; }

    /// <summary>The place among those of the same parent, from 0.</summary>
    public int Position { get; private set; }

    /// <summary>How many items are above it.</summary>
    public int Depth { get; private set; }

    /// <summary>The root of a field's tree.</summary>
    public static HierarchyItem Root(long fieldId) => new() { FieldId = fieldId };

    /// <summary>An item below this one.</summary>
    /// <exception cref="BrokenRule">Blank or too long label.</exception>
    public HierarchyItem Grow(string? label, string? shortName, int position) => new()
    {
        FieldId = FieldId,
        ParentId = Id,
        Label = TextRule.Required(label, "label", "Label", LabelLimit),
        Short = TextRule.Optional(shortName, "short", "Short", ShortLimit),
        Position = position,
        Depth = Depth + 1,
    };
}
