using System.Text.Json;
using OpenProject.Application.Scim.Attributes;

namespace OpenProject.Application.Scim;

/// <summary>Bodies of requests as records. Names are found in any case; of one that comes twice the last counts.</summary>
public static class ScimBody
{
    /// <summary>A resource.</summary>
    /// <exception cref="Common.ProblemException">It does not name its schema, or a value is of the wrong kind.</exception>
    internal static ScimRecord Resource(JsonElement body, ScimSchema schema)
    {
        Names(body, schema.Urn);
        var record = new ScimRecord();
        Fill(record, body, schema);
        return record;
    }

    /// <summary>Sets what an object names; what the schema does not have, and what is not to be written, is passed over.</summary>
    internal static void Fill(ScimRecord record, JsonElement json, ScimSchema schema)
    {
        foreach (var property in json.EnumerateObject())
        {
            if (property.Value.ValueKind == JsonValueKind.Object && property.Name.Equals(schema.Urn, StringComparison.OrdinalIgnoreCase))
            {
                Fill(record, property.Value, schema);
                continue;
            }

            if (schema.Parse(property.Name) is not { } name || schema.Find(name.Name) is not { Mutability: not ScimMutability.ReadOnly } attribute)
                continue;
            if (name.Sub is null)
                record.Set(attribute, ScimValues.Read(attribute, property.Value));
            else if (attribute is { MultiValued: false } && attribute.Sub(name.Sub) is { Mutability: not ScimMutability.ReadOnly } sub)
                Part(record, attribute).Set(sub, ScimValues.Read(sub, property.Value));
        }
    }

    /// <summary>Refuses a message that does not name its schema (RFC 7643 section 3).</summary>
    /// <exception cref="Common.ProblemException"><see cref="ScimErrors.InvalidSyntax"/>.</exception>
    public static void Names(JsonElement body, string urn)
    {
        if (!Urns(body).Contains(urn, StringComparer.OrdinalIgnoreCase))
            throw ScimErrors.Of(ScimErrors.InvalidSyntax, $"'schemas' must contain {urn}.");
    }

    /// <summary>The member of a name; null when there is none. The last of several counts.</summary>
    public static JsonElement? Member(JsonElement json, string name)
    {
        JsonElement? found = null;
        foreach (var property in json.EnumerateObject())
        {
            if (property.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                found = property.Value;
        }

        return found;
    }

    /// <summary>Refuses a record that lacks what a resource has to have.</summary>
    /// <exception cref="Common.ProblemException"><see cref="ScimErrors.InvalidValue"/>.</exception>
    internal static void Demand(ScimRecord record, ScimSchema schema)
    {
        foreach (var attribute in schema.Attributes)
            Demand(record, attribute, above: null);
    }

    private static void Demand(ScimRecord record, ScimAttribute attribute, ScimAttribute? above)
    {
        var value = record[attribute];
        var isMissing = value is null or List<ScimRecord> { Count: 0 } || (value is string text && string.IsNullOrWhiteSpace(text));
        if (attribute.Demanded && isMissing)
            throw ScimErrors.Of(ScimErrors.InvalidValue, $"Invalid resource: {ScimLabels.Of(attribute, above)} is required.");
        foreach (var part in value is List<ScimRecord> list ? list : value is ScimRecord one ? [one] : [])
        {
            foreach (var sub in attribute.SubAttributes)
                Demand(part, sub, attribute);
        }
    }

    private static ScimRecord Part(ScimRecord record, ScimAttribute attribute)
    {
        if (record[attribute] is ScimRecord part)
            return part;
        var added = new ScimRecord();
        record.Set(attribute, added);
        return added;
    }

    private static IEnumerable<string> Urns(JsonElement body) => Member(body, "schemas") switch
    {
        { ValueKind: JsonValueKind.Array } list => list.EnumerateArray().Where(urn => urn.ValueKind == JsonValueKind.String).Select(urn => urn.GetString()!),
        { ValueKind: JsonValueKind.String } one => [one.GetString()!],
        _ => [],
    };
}
