using System.Text.Json;

namespace OpenProject.Application.Bcf.Viewpoints;

/// <summary>
/// Shapes of JSON that viewpoints consist of. What fits is written anew, with known members only and numbers as they were typed; of
/// what does not fit, the caller forgets what was written.
/// </summary>
internal static class BcfShapes
{
    /// <summary>Writes one value; false where it does not fit.</summary>
    public delegate bool Shape(JsonElement value, Utf8JsonWriter json);

    /// <summary>A point or a direction: three finite numbers.</summary>
    public static readonly Shape Point = Members(("x", Number), ("y", Number), ("z", Number));

    /// <summary>A direction that leads somewhere.</summary>
    public static readonly Shape Direction = (value, json) => Point(value, json) && IsSomewhere(value);

    /// <summary>A member of an object that must be there.</summary>
    public static Shape Members(params (string Name, Shape Shape)[] members) => (value, json) =>
    {
        if (value.ValueKind != JsonValueKind.Object)
            return false;
        json.WriteStartObject();
        foreach (var (name, shape) in members)
        {
            json.WritePropertyName(name);
            if (!value.TryGetProperty(name, out var member) || !shape(member, json))
                return false;
        }

        json.WriteEndObject();
        return true;
    };

    /// <summary>An object whose members may be absent or null.</summary>
    public static Shape Some(params (string Name, Shape Shape)[] members) => (value, json) =>
    {
        if (value.ValueKind != JsonValueKind.Object)
            return false;
        json.WriteStartObject();
        foreach (var (name, shape) in members)
        {
            if (!value.TryGetProperty(name, out var member) || member.ValueKind == JsonValueKind.Null)
                continue;
            json.WritePropertyName(name);
            if (!shape(member, json))
                return false;
        }

        json.WriteEndObject();
        return true;
    };

    /// <summary>A list.</summary>
    public static Shape ListOf(Shape element) => (value, json) =>
    {
        if (value.ValueKind != JsonValueKind.Array)
            return false;
        json.WriteStartArray();
        foreach (var member in value.EnumerateArray())
        {
            if (!element(member, json))
                return false;
        }

        json.WriteEndArray();
        return true;
    };

    /// <summary>A finite number, kept to the last digit.</summary>
    public static bool Number(JsonElement value, Utf8JsonWriter json)
    {
        if (value.ValueKind != JsonValueKind.Number || !value.TryGetDouble(out var number) || !double.IsFinite(number))
            return false;
        value.WriteTo(json);
        return true;
    }

    /// <summary>A number between two others, neither included.</summary>
    public static Shape Between(double low, double high) => (value, json) => Number(value, json) && value.GetDouble() > low && value.GetDouble() < high;

    /// <summary>A text of bounded length.</summary>
    public static bool Text(JsonElement value, Utf8JsonWriter json)
    {
        if (value.ValueKind != JsonValueKind.String || value.GetString() is not { Length: <= 4000 })
            return false;
        value.WriteTo(json);
        return true;
    }

    /// <summary>A switch.</summary>
    public static bool Switch(JsonElement value, Utf8JsonWriter json)
    {
        if (value.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
            return false;
        value.WriteTo(json);
        return true;
    }

    private static bool IsSomewhere(JsonElement direction) =>
        direction.GetProperty("x").GetDouble() != 0 || direction.GetProperty("y").GetDouble() != 0 || direction.GetProperty("z").GetDouble() != 0;
}
