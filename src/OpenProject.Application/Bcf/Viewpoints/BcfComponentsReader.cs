using System.Text.Json;
using System.Text.RegularExpressions;
using static OpenProject.Application.Bcf.Viewpoints.BcfShapes;

namespace OpenProject.Application.Bcf.Viewpoints;

/// <summary>Reads what a viewpoint selects, colours and shows (BCF API 2.1 sections 4.5.2.9 to 4.5.2.13).</summary>
internal static partial class BcfComponentsReader
{
    private static readonly Shape Component = (value, json) =>
        Some(("ifc_guid", Text), ("originating_system", Text), ("authoring_tool_id", Text))(value, json);

    private static readonly Shape Components = ListOf(Component);

    private static readonly Shape Coloring = ListOf(Members(("color", Color), ("components", Components)));

    private static readonly Shape Hints = Some(("spaces_visible", Switch), ("space_boundaries_visible", Switch), ("openings_visible", Switch));

    /// <summary>The lists with <c>selection</c> and <c>coloring</c> always there and <c>visibility</c> with its defaults; null where something is wrong.</summary>
    public static string? Read(JsonElement sent)
    {
        if (sent.ValueKind != JsonValueKind.Object || !sent.TryGetProperty("visibility", out var visibility) || visibility.ValueKind != JsonValueKind.Object)
            return null;
        return BcfSceneReader.Written(json =>
        {
            json.WriteStartObject();
            var fits = List(sent, "selection", Components, json) && List(sent, "coloring", Coloring, json);
            json.WritePropertyName("visibility");
            fits = fits && Visibility(visibility, json);
            json.WriteEndObject();
            return fits;
        });
    }

    private static bool Visibility(JsonElement visibility, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WritePropertyName("default_visibility");
        if (!IsGiven(visibility, "default_visibility", out var shown))
            json.WriteBooleanValue(false);
        else if (!Switch(shown, json))
            return false;
        if (!List(visibility, "exceptions", Components, json))
            return false;
        if (IsGiven(visibility, "view_setup_hints", out var hints))
        {
            json.WritePropertyName("view_setup_hints");
            if (!Hints(hints, json))
                return false;
        }

        json.WriteEndObject();
        return true;
    }

    private static bool List(JsonElement owner, string name, Shape list, Utf8JsonWriter json)
    {
        json.WritePropertyName(name);
        if (IsGiven(owner, name, out var given))
            return list(given, json);
        json.WriteStartArray();
        json.WriteEndArray();
        return true;
    }

    private static bool IsGiven(JsonElement owner, string name, out JsonElement value) =>
        owner.TryGetProperty(name, out value) && value.ValueKind != JsonValueKind.Null;

    // Six or eight digits, alpha first; examples of the standard write a hash before.
    private static bool Color(JsonElement value, Utf8JsonWriter json)
    {
        if (value.ValueKind != JsonValueKind.String || !ColorForm().IsMatch(value.GetString()!))
            return false;
        value.WriteTo(json);
        return true;
    }

    [GeneratedRegex("^#?([0-9A-Fa-f]{2})?[0-9A-Fa-f]{6}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ColorForm();
}
