using System.Globalization;
using OpenProject.Application.CustomFields;
using OpenProject.Domain.Common;
using OpenProject.Domain.CustomFields;

namespace OpenProject.Application.Activities;

/// <summary>How activities tell the changes of custom fields.</summary>
internal static class JournaledFields
{
    /// <summary>What values of lists are, whose names the field's definition knows.</summary>
    public const string Option = "option";

    /// <summary>What values of hierarchies are.</summary>
    public const string Item = "item";

    /// <summary>The attribute that a field is.</summary>
    public static JournaledAttribute Of(CustomFieldDefinition field) =>
        new(field.Label, state => ValueOf(field, [.. state.Custom[field.Id]]), KindOf(field.Format)) { IsLong = field.Format == CustomFieldFormat.Text };

    private static string? KindOf(CustomFieldFormat format) => format switch
    {
        CustomFieldFormat.List => Option,
        _ when format.HasItems() => Item,
        CustomFieldFormat.User => "principal",
        CustomFieldFormat.Version => "version",
        _ => null,
    };

    private static object? ValueOf(CustomFieldDefinition field, List<CustomValue> values) => values switch
    {
        [] => null,
        _ when field.IsReference => new References(values.ConvertAll(v => v.ReferenceId ?? 0)),
        [var first, ..] => field.Format switch
        {
            CustomFieldFormat.Bool => first.Number is { } flag ? flag != 0 ? "Yes" : "No" : null,
            CustomFieldFormat.Date => first.Day?.ToString("O"),
            CustomFieldFormat.Int or CustomFieldFormat.Float => first.Number?.ToString(CultureInfo.InvariantCulture),
            _ => first.Text,
        },
    };
}
