using System.Text.Json;

namespace OpenProject.Api.Tests.Bcf;

/// <summary>
/// The published schemas of BCF API 2.1, as far as they go: draft 3 of JSON Schema with types, required members, items, enumerations and
/// references. They are read from where <c>BCF_SCHEMAS</c> says, as their licence lets nobody pass them on changed.
/// </summary>
/// <param name="folder">The folder <c>Schemas_draft-03</c>.</param>
internal sealed class PublishedSchemas(string folder)
{
    /// <summary>The folder; null when none is named.</summary>
    public static string? Folder => Environment.GetEnvironmentVariable("BCF_SCHEMAS");

    /// <summary>What is wrong with a value.</summary>
    public IEnumerable<string> Check(string file, JsonElement value) => Check(Read(Path.Combine(folder, file), out var path), path, value, file);

    // One file has a null without quotes where the name of a type belongs.
    private static JsonElement Read(string path, out string full)
    {
        full = Path.GetFullPath(path);
        return JsonElement.Parse(File.ReadAllText(full).Replace("\"object\", null", "\"object\", \"null\"", StringComparison.Ordinal).Replace("\"object\",null", "\"object\",\"null\"", StringComparison.Ordinal));
    }

    private static IEnumerable<string> Check(JsonElement schema, string path, JsonElement value, string place)
    {
        if (schema.TryGetProperty("$ref", out var reference))
        {
            var target = Read(Path.Combine(Path.GetDirectoryName(path)!, reference.GetString()!), out var full);
            return Check(target, full, value, place);
        }

        if (schema.TryGetProperty("type", out var type) && !Types(type).Any(name => Is(name, value)))
            return [$"{place} is no {type.GetRawText()}: {value.GetRawText()}"];
        if (schema.TryGetProperty("enum", out var values) && !values.EnumerateArray().Any(v => v.GetRawText() == value.GetRawText()))
            return [$"{place} is none of {values.GetRawText()}: {value.GetRawText()}"];
        return value.ValueKind switch
        {
            JsonValueKind.Object when schema.TryGetProperty("properties", out var properties) => Members(properties, path, value, place),
            JsonValueKind.Array => Items(schema, path, value, place),
            _ => [],
        };
    }

    private static IEnumerable<string> Members(JsonElement properties, string path, JsonElement value, string place)
    {
        foreach (var property in properties.EnumerateObject())
        {
            if (value.TryGetProperty(property.Name, out var member))
            {
                foreach (var error in Check(property.Value, path, member, $"{place}/{property.Name}"))
                    yield return error;
            }
            else if (property.Value.TryGetProperty("required", out var required) && required.ValueKind == JsonValueKind.True)
            {
                yield return $"{place}/{property.Name} is missing";
            }
        }
    }

    private static IEnumerable<string> Items(JsonElement schema, string path, JsonElement value, string place)
    {
        if (schema.TryGetProperty("minItems", out var least) && value.GetArrayLength() < least.GetInt32())
            return [$"{place} has too few elements"];
        return schema.TryGetProperty("items", out var items) ? value.EnumerateArray().SelectMany((e, index) => Check(items, path, e, $"{place}/{index}")) : [];
    }

    private static IEnumerable<string> Types(JsonElement type) =>
        type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(t => t.ValueKind == JsonValueKind.Null ? "null" : t.GetString()!) : [type.GetString()!];

    private static bool Is(string type, JsonElement value) => type switch
    {
        "string" => value.ValueKind == JsonValueKind.String,
        "number" => value.ValueKind == JsonValueKind.Number,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "null" => value.ValueKind == JsonValueKind.Null,
        _ => true,
    };
}
