using OpenProject.Domain.Common;

namespace OpenProject.Domain.CustomFields;

/// <summary>An item of the tree that a hierarchy or a weighted list offers. The root has no label and is no value.</summary>
public sealed class HierarchyItem : AggregateRoot
{
    /// <summary>Longest label.</summary>
    public const int LabelLimit = 255;

    /// <summary>Longest short name.</summary>
    public const int ShortLimit = 255;

    /// <summary>How many decimal places of a weight are kept.</summary>
    public const int WeightScale = 10;

    /// <summary>The greatest weight, of either sign.</summary>
    public const decimal MostWeight = 1_000_000_000_000_000;

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

    /// <summary>What it weighs, in a weighted list; null elsewhere.</summary>
    public decimal? Weight { get; private set; }

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

    /// <summary>Says what it weighs.</summary>
    /// <exception cref="BrokenRule">It has a short name instead, or the weight is too great or too exact to be kept.</exception>
    public void Weigh(decimal weight)
    {
        if (Short is not null)
            throw new BrokenRule("weight", "An item with a short name has no weight.");
        if (Math.Abs(weight) > MostWeight || decimal.Round(weight, WeightScale) != weight)
            throw new BrokenRule("weight", $"Weight must be between -{MostWeight} and {MostWeight}, with at most {WeightScale} decimal places.");
        Weight = weight;
    }
}
