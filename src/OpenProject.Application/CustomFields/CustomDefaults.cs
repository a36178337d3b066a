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

    private static CustomValue? Parse(CustomFieldFormat format, string text) => format switch
    {
        CustomFieldFormat.String or CustomFieldFormat.Link => CustomValue.Of(text),
        CustomFieldFormat.Int or CustomFieldFormat.Float => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? CustomValue.Of(number) : null,
        CustomFieldFormat.Date => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? CustomValue.Of(day) : null,
        CustomFieldFormat.Bool => bool.TryParse(text, out var flag) ? CustomValue.Of(flag) : null,
        _ => null,
    };
}
