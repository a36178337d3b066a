using OpenProject.Domain.Common;

namespace OpenProject.Application.CustomFields;

/// <summary>A value with the row that has it.</summary>
public sealed class CustomValueRow
{
    /// <summary>The row.</summary>
    public long OwnerId { get; init; }

    /// <summary>The field.</summary>
    public long FieldId { get; init; }

    /// <summary>The place among several values.</summary>
    public int Position { get; init; }

    /// <summary>Text.</summary>
    public string? Text { get; init; }

    /// <summary>Text, rendered.</summary>
    public string? Html { get; init; }

    /// <summary>A number.</summary>
    public double? Number { get; init; }

    /// <summary>A day.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>What it refers to.</summary>
    public long? ReferenceId { get; init; }

    /// <summary>What the item that it refers to is called; null where it refers to none.</summary>
    public string? ItemLabel { get; init; }

    /// <summary>The value.</summary>
    public CustomValue Value => CustomValue.Stored(FieldId, Position, Text, Html, Number, Day, ReferenceId);
}
