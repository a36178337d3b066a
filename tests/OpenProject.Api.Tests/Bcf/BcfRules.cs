using System.Globalization;
using System.Text.Json;

namespace OpenProject.Api.Tests.Bcf;

/// <summary>What answers of BCF API 2.1 must look like, written down from the standard's text.</summary>
internal static class BcfRules
{
    /// <summary>Says what is wrong with a value at a place; nothing where it is right.</summary>
    public delegate IEnumerable<string> Rule(JsonElement value, string place);

    /// <summary>The rules, by what they are about, and the published schema of the same; none of what is ours.</summary>
    public static IReadOnlyDictionary<string, (Rule Rule, string Schema)> All { get; } = new Dictionary<string, (Rule, string)>(StringComparer.Ordinal)
    {
        ["error"] = (Object(("message!", Filled)), "error.json"),
        ["versions"] = (Object(("versions!", ListOf(Object(("version_id!", Filled), ("detailed_version", Address)), 1))), "Public/versions_GET.json"),
        ["auth"] = (
            Object(("oauth2_auth_url", Address), ("oauth2_token_url", Address), ("oauth2_dynamic_client_reg_url", Address), ("http_basic_supported", Switch), ("supported_oauth2_flows", ListOf(Filled))),
            "Authentication/auth_GET.json"),
        ["registered"] = (Object(("client_id!", Filled), ("client_secret!", Filled)), "Authentication/dynRegClient_GET.json"),
        ["import"] = (Object(("created!", Integer), ("updated!", Integer), ("unchanged!", Integer), ("warnings!", ListOf(Filled))), ""),
        ["user"] = (Object(("id!", Filled), ("name!", OrNull(Text))), "User/user_GET.json"),
        ["project"] = (
            Object(("project_id!", Filled), ("name!", Filled), ("authorization!", Object(("project_actions!", SomeOf("update", "createTopic", "createDocument"))))),
            "Project/project_GET.json"),
        ["extensions"] = (
            Object(
                ("topic_type!", ListOf(Filled)), ("topic_status!", ListOf(Filled)), ("topic_label!", ListOf(Filled)), ("snippet_type!", ListOf(Filled)),
                ("priority!", ListOf(Filled)), ("user_id_type!", ListOf(Filled)), ("stage!", ListOf(Filled)),
                ("project_actions!", SomeOf("update", "createTopic", "createDocument")), ("topic_actions!", TopicActions), ("comment_actions!", SomeOf("update", "delete"))),
            "Project/extensions_GET.json"),
        ["topic"] = (
            Object(
                ("guid!", Guid), ("title!", Filled), ("creation_date!", Time), ("creation_author!", Filled), ("modified_date!", Time), ("modified_author!", OrNull(Filled)),
                ("topic_type!", OrNull(Filled)), ("topic_status!", OrNull(Filled)), ("priority!", OrNull(Filled)), ("index!", OrNull(Integer)), ("labels!", ListOf(Filled)),
                ("assigned_to!", OrNull(Filled)), ("stage!", OrNull(Filled)), ("description!", OrNull(Text)), ("due_date!", OrNull(Day)),
                ("reference_links!", ListOf(Filled, 1)),
                ("bim_snippet!", OrNull(Object(("snippet_type!", Filled), ("is_external!", Switch), ("reference!", Filled), ("reference_schema!", Filled)))),
                ("authorization!", Object(("topic_actions!", TopicActions), ("topic_status!", ListOf(Filled))))),
            "Collaboration/Topic/topic_GET.json"),
        ["comment"] = (
            Object(
                ("guid!", Guid), ("date!", Time), ("author!", Filled), ("comment!", Filled), ("topic_guid!", Guid), ("viewpoint_guid!", OrNull(Guid)),
                ("reply_to_comment_guid!", OrNull(Guid)), ("modified_date!", OrNull(Time)), ("modified_author!", OrNull(Filled)),
                ("authorization!", Object(("comment_actions!", SomeOf("update", "delete"))))),
            "Collaboration/Comment/comment_GET.json"),
        ["viewpoint"] = (
            Object(
                ("guid!", Guid), ("index!", OrNull(Integer)), ("orthogonal_camera", Camera("view_to_world_scale!")), ("perspective_camera", Camera("field_of_view!")),
                ("lines", ListOf(Object(("start_point!", Vector), ("end_point!", Vector)))), ("clipping_planes", ListOf(Object(("location!", Vector), ("direction!", Vector)))),
                ("bitmaps", ListOf(Object(
                    ("guid!", Guid), ("bitmap_type!", OneOf("png", "jpg")), ("location!", Vector), ("normal!", Vector), ("up!", Vector), ("height!", Number)))),
                ("snapshot", Object(("snapshot_type!", OneOf("png", "jpg")))), ("components", Components)),
            "Collaboration/Viewpoint/viewpoint_GET.json"),
        ["selection"] = (Object(("selection!", ListOf(Component))), "Collaboration/Viewpoint/selection_GET.json"),
        ["coloring"] = (Object(("coloring!", ListOf(Colored))), "Collaboration/Viewpoint/coloring_GET.json"),
        ["visibility"] = (Object(("visibility!", Visible)), "Collaboration/Viewpoint/visibility_GET.json"),
        ["file"] = (
            Object(
                ("ifc_project!", OrNull(Text)), ("ifc_spatial_structure_element!", OrNull(Text)), ("file_name!", OrNull(Text)), ("date!", OrNull(Text)),
                ("reference!", OrNull(Text))),
            "Collaboration/File/file_GET.json"),
        ["related_topic"] = (Object(("related_topic_guid!", Guid)), "Collaboration/RelatedTopic/related_topic_GET.json"),
        ["document_reference"] = (
            Object(("guid!", Guid), ("document_guid!", OrNull(Guid)), ("url!", OrNull(Address)), ("description!", OrNull(Text))),
            "Collaboration/DocumentReference/document_reference_GET.json"),
        ["document"] = (Object(("guid!", Guid), ("filename!", Filled)), "Collaboration/Document/document_GET.json"),
        ["topic_event"] = (Event(), "Collaboration/Events/topic_event_GET.json"),
        ["comment_event"] = (Event(("comment_guid!", Guid)), "Collaboration/Events/comment_event_GET.json"),
    };

    private static Rule TopicActions => SomeOf(
        "update", "updateBimSnippet", "updateRelatedTopics", "updateDocumentReferences", "updateFiles", "createComment", "createViewpoint", "delete");

    private static Rule Vector => Object(("x!", Number), ("y!", Number), ("z!", Number));

    private static Rule Component => Object(("ifc_guid", Text), ("originating_system", Text), ("authoring_tool_id", Text));

    private static Rule Colored => Object(("color!", Filled), ("components!", ListOf(Component)));

    private static Rule Visible => Object(
        ("default_visibility!", Switch), ("exceptions!", ListOf(Component)),
        ("view_setup_hints", Object(("spaces_visible", Switch), ("space_boundaries_visible", Switch), ("openings_visible", Switch))));

    private static Rule Components => Object(("selection!", ListOf(Component)), ("coloring!", ListOf(Colored)), ("visibility!", Visible));

    private static Rule Camera(string size) => Object(("camera_view_point!", Vector), ("camera_direction!", Vector), ("camera_up_vector!", Vector), (size, Number));

    private static Rule Event(params (string, Rule)[] more)
    {
        var actions = ListOf(Object(("type!", Filled), ("value!", OrNull(Text))), 1);
        return Object([.. more, ("topic_guid!", Guid), ("date!", Time), ("author!", Filled), ("actions!", actions), ("events!", actions)]);
    }

    // Members whose names end with an exclamation mark must be there, and no others than those named.
    private static Rule Object(params (string Name, Rule Rule)[] members) => (value, place) =>
    {
        if (value.ValueKind != JsonValueKind.Object)
            return [$"{place} is no object"];
        var known = members.ToDictionary(m => m.Name.TrimEnd('!'), m => m.Rule, StringComparer.Ordinal);
        var missing = members.Where(m => m.Name.EndsWith('!') && !value.TryGetProperty(m.Name[..^1], out _)).Select(m => $"{place}/{m.Name[..^1]} is missing");
        return missing.Concat(value.EnumerateObject().SelectMany(m =>
            known.TryGetValue(m.Name, out var rule) ? rule(m.Value, $"{place}/{m.Name}") : [$"{place}/{m.Name} is unknown"]));
    };

    private static Rule ListOf(Rule element, int least = 0) => (value, place) => value.ValueKind != JsonValueKind.Array || value.GetArrayLength() < least
        ? [$"{place} is no list of {least} at least"]
        : value.EnumerateArray().SelectMany((e, index) => element(e, $"{place}/{index}"));

    private static Rule OrNull(Rule rule) => (value, place) => value.ValueKind == JsonValueKind.Null ? [] : rule(value, place);

    private static Rule SomeOf(params string[] values) => ListOf(OneOf(values));

    private static Rule OneOf(params string[] values) => That(v => v.ValueKind == JsonValueKind.String && values.Contains(v.GetString()), "is none of the values");

    private static Rule Text => That(v => v.ValueKind == JsonValueKind.String, "is no text");

    private static Rule Filled => That(v => v.ValueKind == JsonValueKind.String && v.GetString()!.Length > 0, "is no text");

    private static Rule Address => That(v => v.ValueKind == JsonValueKind.String && Uri.TryCreate(v.GetString(), UriKind.Absolute, out _), "is no address");

    private static Rule Switch => That(v => v.ValueKind is JsonValueKind.True or JsonValueKind.False, "is no switch");

    private static Rule Number => That(v => v.ValueKind == JsonValueKind.Number, "is no number");

    private static Rule Integer => That(v => v.ValueKind == JsonValueKind.Number && v.TryGetInt32(out _), "is no whole number");

    private static Rule Guid => That(
        v => v.ValueKind == JsonValueKind.String && System.Guid.TryParseExact(v.GetString(), "D", out var guid) && guid.ToString("D") == v.GetString(), "is no guid in lower case");

    private static Rule Time => That(v => v.ValueKind == JsonValueKind.String && Is(v, "yyyy-MM-dd'T'HH:mm:ss.fff'Z'"), "is no time in UTC with milliseconds");

    private static Rule Day => That(v => v.ValueKind == JsonValueKind.String && Is(v, "yyyy-MM-dd"), "is no day");

    private static bool Is(JsonElement value, string format) => DateTime.TryParseExact(value.GetString(), format, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static Rule That(Func<JsonElement, bool> holds, string otherwise) => (value, place) => holds(value) ? [] : [$"{place} {otherwise}: {value.GetRawText()}"];
}
