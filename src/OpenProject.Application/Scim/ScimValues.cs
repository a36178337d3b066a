using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using OpenProject.Application.Scim.Attributes;
using OpenProject.Application.Scim.Filters;

namespace OpenProject.Application.Scim;

/// <summary>Values of JSON as values of attributes, and how they compare in memory.</summary>
internal static partial class ScimValues
{
    private static readonly string[] Moments = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-ddK", "yyyy-MM-dd"];

    /// <summary>A truth; also as text in any case, as Entra ID sends it. Null when it is none.</summary>
    public static bool? Truth(object? value) => value switch
    {
        bool truth => truth,
        string text when bool.TryParse(text, out var truth) => truth,
        _ => null,
    };

    /// <summary>
    /// A moment, UTC, as XML Schema writes it (RFC 7643 section 2.3.5): a day, or a day and a time with or without an offset, then UTC. Null for
    /// other texts: what only names a time of day would be one of today. Parts of a second beyond the seventh digit are cut.
    /// </summary>
    public static DateTime? Moment(string? text)
    {
        var match = text is null ? Match.Empty : LongFraction().Match(text);
        var exact = match.Success ? text!.Remove(match.Index, match.Length) : text;
        return DateTimeOffset.TryParseExact(exact, Moments, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment.UtcDateTime : null;
    }

    /// <summary>The value of an attribute; null when it is unassigned (RFC 7643 section 2.5).</summary>
    /// <exception cref="Common.ProblemException"><see cref="ScimErrors.InvalidValue"/>: it is of another kind.</exception>
    public static object? Read(ScimAttribute attribute, JsonElement json)
    {
        if (json.ValueKind == JsonValueKind.Null)
            return null;
        if (!attribute.MultiValued)
            return One(attribute, json);
        if (json.ValueKind != JsonValueKind.Array)
            return One(attribute, json) is ScimRecord single ? new List<ScimRecord> { single } : null;
        if (json.GetArrayLength() > attribute.MostElements)
            throw TooMany(attribute);
        var list = new List<ScimRecord>(json.GetArrayLength());
        foreach (var element in json.EnumerateArray())
        {
            if (element.ValueKind != JsonValueKind.Null && One(attribute, element) is ScimRecord record)
                list.Add(record);
        }

        return list.Count == 0 ? null : list;
    }

    /// <summary>The refusal of a list that is too long.</summary>
    public static Exception TooMany(ScimAttribute attribute) =>
        ScimErrors.Of(ScimErrors.InvalidValue, $"Invalid resource: {ScimLabels.Of(attribute)} has more than {attribute.MostElements} elements.");

    /// <summary>The attributes of a complex value; unknown ones and those that are not to be written are passed over.</summary>
    public static ScimRecord Record(IReadOnlyList<ScimAttribute> attributes, JsonElement json)
    {
        var record = new ScimRecord();
        foreach (var property in json.EnumerateObject())
        {
            if (ScimAttribute.Among(attributes, property.Name) is { Mutability: not ScimMutability.ReadOnly } known)
                record.Set(known, Read(known, property.Value));
        }

        return record;
    }

    /// <summary>Whether a value compares so with one of a filter.</summary>
    public static bool Compare(ScimAttribute attribute, object value, ScimOperator comparison, object given)
    {
        if (value is bool truth)
            return Truth(given) is { } other ? (truth == other) == (comparison == ScimOperator.Eq) : comparison == ScimOperator.Ne;
        if (value is not string text || given is not string wanted)
            return comparison == ScimOperator.Ne;
        var rule = attribute.CaseExact ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;
        return comparison switch
        {
            ScimOperator.Eq => text.Equals(wanted, rule),
            ScimOperator.Ne => !text.Equals(wanted, rule),
            ScimOperator.Co => text.Contains(wanted, rule),
            ScimOperator.Sw => text.StartsWith(wanted, rule),
            ScimOperator.Ew => text.EndsWith(wanted, rule),
            ScimOperator.Gt => string.Compare(text, wanted, rule) > 0,
            ScimOperator.Ge => string.Compare(text, wanted, rule) >= 0,
            ScimOperator.Lt => string.Compare(text, wanted, rule) < 0,
            _ => string.Compare(text, wanted, rule) <= 0,
        };
    }

    private static object? One(ScimAttribute attribute, JsonElement json) => (attribute.Type, json.ValueKind) switch
    {
        (ScimType.String or ScimType.Reference, JsonValueKind.String) => json.GetString(),
        (ScimType.Boolean, JsonValueKind.True) => true,
        (ScimType.Boolean, JsonValueKind.False) => false,
        (ScimType.Boolean, JsonValueKind.String) when Truth(json.GetString()) is { } truth => truth,
        (ScimType.DateTime, JsonValueKind.String) when Moment(json.GetString()) is { } moment => moment,
        (ScimType.Complex, JsonValueKind.Object) => Record(attribute.SubAttributes, json) is { Values.Count: > 0 } record ? record : null,
        (ScimType.Complex, JsonValueKind.String) when attribute.MultiValued && attribute.Sub("value") is { } value => Simple(value, json.GetString()!),
        _ => throw ScimErrors.Of(ScimErrors.InvalidValue, $"Invalid resource: {ScimLabels.Of(attribute)} has a value of the wrong type."),
    };

    // What is behind the seventh digit of a second.
    [GeneratedRegex(@"(?<=\.\d{7})\d+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex LongFraction();

    private static ScimRecord Simple(ScimAttribute attribute, string text)
    {
        var record = new ScimRecord(1);
        record.Set(attribute, text);
        return record;
    }
}
