using System.Globalization;
using OpenProject.Domain.Common;
using OpenProject.Domain.CustomFields;

namespace OpenProject.Application.CustomFields;

/// <summary>What new resources have for a custom field.</summary>
internal static class CustomDefaults
{
    /// <summary>The values; null for none. A default that is no value of the format is none.</summary>
    public static IReadOnlyList<CustomValue>? Of(CustomFieldDefinition field)
    {
        if (field.Format == CustomFieldFormat.List)
            return field.DefaultOptions is { Count: > 0 } options ? [.. options.Take(field.IsMulti ? options.Count : 1).Select(CustomValue.To)] : null;
        return field.DefaultValue is { Length: > 0 } text && Parse(field.Format, text) is { } value ? [value] : null;
    }

    /// <summary>Sees that a default is what clients could send.</summary>
    /// <exception cref="BrokenRule">It is not.</exception>
    public static void Require(CustomFieldSpec spec, string text)
    {
        var isSound = spec.Format == CustomFieldFormat.List ? spec.Options.Contains(text) : Parse(spec.Format, text) is not null;
        if (!isSound)
            throw new BrokenRule("default", $"'{text}' is no default of such a field.");
        if (spec.Format is not (CustomFieldFormat.String or CustomFieldFormat.Link))
            return;
        try
        {
            CustomText.Checked(
                new CustomFieldDefinition { Label = "Default", Format = spec.Format, MinLength = spec.MinLength, MaxLength = spec.MaxLength, Pattern = spec.Pattern }, text);
        }
        catch (BrokenRule broken)
        {
            throw new BrokenRule("default", broken.Message);
        }
    }

    private static bool IsOf(CustomFieldFormat format, double number) =>
        double.IsFinite(number) && (format == CustomFieldFormat.Float || (double.IsInteger(number) && number is >= int.MinValue and <= int.MaxValue));

    private static CustomValue? Parse(CustomFieldFormat format, string text) => format switch
    {
        CustomFieldFormat.String or CustomFieldFormat.Link => CustomValue.Of(text),
        CustomFieldFormat.Int or CustomFieldFormat.Float => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && IsOf(format, number) ? CustomValue.Of(number) : null,
        CustomFieldFormat.Date => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? CustomValue.Of(day) : null,
        CustomFieldFormat.Bool => bool.TryParse(text, out var flag) ? CustomValue.Of(flag) : null,
        _ => null,
    };
}
