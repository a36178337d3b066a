namespace OpenProject.Domain.Common;

/// <summary>
/// One value that an aggregate has for a field which the installation has defined. Which of the members counts follows
/// from the field's format.
/// </summary>
public sealed class CustomValue : IContent
{
    private CustomValue()
    {
    }

    /// <summary>The field.</summary>
    public long FieldId { get; private set; }

    /// <summary>The place among several values of the field, from 0.</summary>
    public int Position { get; private set; }

    /// <summary>Text.</summary>
    public string? Text { get; private set; }

    /// <summary>Text that people format, rendered.</summary>
    public string? Html { get; private set; }

    /// <summary>A number; 1 and 0 for true and false.</summary>
    public double? Number { get; private set; }

    /// <summary>A day.</summary>
    public DateOnly? Day { get; private set; }

    /// <summary>The id of an option, an item, a user or a version.</summary>
    public long? ReferenceId { get; private set; }

    /// <summary>Text, with its rendering where people format it.</summary>
    public static CustomValue Of(string text, string? html = null) => new() { Text = text, Html = html };

    /// <summary>A number.</summary>
    public static CustomValue Of(double number) => new() { Number = number };

    /// <summary>True or false.</summary>
    public static CustomValue Of(bool flag) => new() { Number = flag ? 1 : 0 };

    /// <summary>A day.</summary>
    public static CustomValue Of(DateOnly day) => new() { Day = day };

    /// <summary>A reference.</summary>
    public static CustomValue To(long referenceId) => new() { ReferenceId = referenceId };

    /// <summary>A value of any kind, as it is stored.</summary>
    public static CustomValue Stored(long fieldId, int position, string? text, string? html, double? number, DateOnly? day, long? referenceId) =>
        new() { FieldId = fieldId, Position = position, Text = text, Html = html, Number = number, Day = day, ReferenceId = referenceId };

    /// <summary>Gives one what another has, of all fields but some.</summary>
    public static void Copy(ICustomValues from, ICustomized to, IReadOnlyCollection<long> without)
    {
        foreach (var field in from.CustomValues.Where(v => !without.Contains(v.FieldId)).GroupBy(v => v.FieldId))
            to.Customize(field.Key, [.. field.OrderBy(v => v.Position)]);
    }

    /// <summary>Whether two have the same values of all fields.</summary>
    internal static bool Same(IReadOnlyCollection<CustomValue> one, IReadOnlyCollection<CustomValue> other) =>
        one.Count == other.Count && InOrder(one).Zip(InOrder(other)).All(pair => pair.First.Says(pair.Second));

    /// <summary>Has a list hold the values of another one and no others. Rows that stay are changed, not replaced.</summary>
    internal static void ReplaceAll(List<CustomValue> all, IReadOnlyCollection<CustomValue> values)
    {
        var byField = values.ToLookup(v => v.FieldId);
        foreach (var fieldId in all.Select(v => v.FieldId).Union(byField.Select(f => f.Key)).ToList())
            Replace(all, fieldId, [.. byField[fieldId].OrderBy(v => v.Position)]);
    }

    /// <summary>Has a list hold these values of a field and no others of it. Rows that stay are changed, not replaced.</summary>
    /// <param name="all">The values of all fields.</param>
    /// <param name="fieldId">The field.</param>
    /// <param name="values">Its new values, in order.</param>
    internal static void Replace(List<CustomValue> all, long fieldId, IReadOnlyList<CustomValue> values)
    {
        var present = all.Where(v => v.FieldId == fieldId).OrderBy(v => v.Position).ToList();
        foreach (var gone in present.Skip(values.Count))
            all.Remove(gone);
        for (var at = 0; at < values.Count; at++)
        {
            var value = at < present.Count ? present[at] : new CustomValue { FieldId = fieldId };
            if (at >= present.Count)
                all.Add(value);
            (value.Position, value.Text, value.Html, value.Number, value.Day, value.ReferenceId) =
                (at, values[at].Text, values[at].Html, values[at].Number, values[at].Day, values[at].ReferenceId);
        }
    }

    private static IEnumerable<CustomValue> InOrder(IEnumerable<CustomValue> values) => values.OrderBy(v => v.FieldId).ThenBy(v => v.Position);

    // The rendering follows from the text.
    private bool Says(CustomValue other) =>
        (FieldId, Position, Text, Number, Day, ReferenceId) == (other.FieldId, other.Position, other.Text, other.Number, other.Day, other.ReferenceId);
}
