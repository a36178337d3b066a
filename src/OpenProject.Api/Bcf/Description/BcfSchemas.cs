using System.Text.Json.Nodes;
using OpenProject.Application.Bcf;

namespace OpenProject.Api.Bcf.Description;

/// <summary>The components of the description of BCF API 2.1, written down from the standard's text in our own words.</summary>
internal static class BcfSchemas
{
    private static readonly string[] Vocabulary = ["topic_type!", "topic_status!", "topic_label!", "snippet_type!", "priority!", "user_id_type!", "stage!"];

    /// <summary>All of them, in the dialect that is spoken.</summary>
    public static JsonObject All(BcfPolicy policy) => new()
    {
        ["Error"] = Of("What is wrong, in a sentence.", ("message!", Text())),
        ["Versions"] = Of("The versions that are served.", ("versions!", ListOf(Of("A version.", ("version_id!", Text()), ("detailed_version", Text()))))),
        ["Auth"] = Of(
            "How to sign in.",
            ("oauth2_auth_url", Text()),
            ("oauth2_token_url", Text()),
            ("oauth2_dynamic_client_reg_url", Text()),
            ("http_basic_supported", Switch()),
            ("supported_oauth2_flows", ListOf(Text()))),
        ["ClientRegistration"] = Of(
            "How a tool introduces itself.",
            ("client_name!", Text(BcfRegistrationService.NameLimit)),
            ("client_description", Nullable(Text(BcfRegistrationService.DescriptionLimit))),
            ("client_url", Nullable(Text())),
            ("redirect_url!", Text())),
        ["RegisteredClient"] = Of("What the tool signs people in with; the secret is told this once.", ("client_id!", Text()), ("client_secret!", Text())),
        ["User"] = Of("Somebody.", ("id!", Text()), ("name", Nullable(Text()))),
        ["Project"] = Of(
            "A project that uses building models.",
            ("project_id!", policy.SpeaksOpenProject ? Integer() : Text()),
            ("name!", Text()),
            ("authorization", Of("What the caller may do.", ("project_actions", ListOf(Enum("update", "createTopic", policy.SpeaksOpenProject ? "viewTopic" : "createDocument")))))),
        ["ProjectWrite"] = Of("What a project is to be like.", ("name!", Text())),
        ["Extensions"] = Extensions(),
        ["BimSnippet"] = Of(
            "A piece of a building model.", ("snippet_type!", Text()), ("is_external!", Switch()), ("reference!", Text()), ("reference_schema!", Text())),
        ["Topic"] = Of("A topic, which is a work package.", [.. TopicHead, .. TopicBody, ("authorization", Authorization())]),
        ["TopicWrite"] = Of("What a topic is to be like.", [("title!", Text()), .. TopicBody]),
        ["Comment"] = Of(
            "A comment on a topic, which is one on its work package.",
            ("guid!", Guid()),
            ("date!", Time()),
            ("author!", Text()),
            ("comment!", Text()),
            ("topic_guid!", Guid()),
            ("viewpoint_guid", Nullable(Guid())),
            ("reply_to_comment_guid", Nullable(Guid())),
            ("modified_date", Nullable(Time())),
            ("modified_author", Nullable(Text())),
            ("authorization", Of("What the caller may do.", ("comment_actions", ListOf(Enum("update", "delete")))))),
        ["CommentWrite"] = Of(
            "What a comment is to be like.", ("comment!", Text()), ("viewpoint_guid", Nullable(Guid())), ("reply_to_comment_guid", Nullable(Guid()))),
        ["Vector"] = Of("A point in metres, or a direction.", ("x!", Number()), ("y!", Number()), ("z!", Number())),
        ["OrthogonalCamera"] = Camera("view_to_world_scale"),
        ["PerspectiveCamera"] = Camera("field_of_view"),
        ["Line"] = Of("A line.", ("start_point!", Ref("Vector")), ("end_point!", Ref("Vector"))),
        ["ClippingPlane"] = Of("A plane that cuts the model.", ("location!", Ref("Vector")), ("direction!", Ref("Vector"))),
        ["Component"] = Of(
            "A part of a model.", ("ifc_guid", Nullable(Text())), ("originating_system", Nullable(Text())), ("authoring_tool_id", Nullable(Text()))),
        ["Colored"] = Of("Parts in a colour.", ("color!", Pattern("^#?([0-9A-Fa-f]{2})?[0-9A-Fa-f]{6}$")), ("components!", ListOf(Ref("Component")))),
        ["Visible"] = Of(
            "What is visible.",
            ("default_visibility", Switch()),
            ("exceptions", ListOf(Ref("Component"))),
            ("view_setup_hints", Of("How it is shown.", ("spaces_visible", Switch()), ("space_boundaries_visible", Switch()), ("openings_visible", Switch())))),
        ["Components"] = Of(
            "What is selected, coloured and visible.", ("selection", ListOf(Ref("Component"))), ("coloring", ListOf(Ref("Colored"))), ("visibility!", Ref("Visible"))),
        ["Selection"] = Of("What is selected.", ("selection", ListOf(Ref("Component")))),
        ["Coloring"] = Of("What is coloured.", ("coloring", ListOf(Ref("Colored")))),
        ["Visibility"] = Of("What is visible.", ("visibility!", policy.SpeaksOpenProject ? Nullable(Ref("Visible")) : Ref("Visible"))),
        ["Viewpoint"] = Of(
            "What a topic looks like from somewhere.",
            [("guid!", Guid()), .. Scene, ("bitmaps", ListOf(Bitmap("guid!", Guid()))), ("snapshot", Of("The picture.", ("snapshot_type", Enum("png", "jpg")))), ("components", Ref("Components"))]),
        ["ViewpointWrite"] = Of(
            "What a viewpoint is to be like.",
            [
                .. Scene, ("bitmaps", ListOf(Bitmap("bitmap_data!", Base64()))),
                ("snapshot", Of("The picture.", ("snapshot_type!", Enum("png", "jpg")), ("snapshot_data!", Base64()))), ("components", Ref("Components")),
            ]),
        ["File"] = Of(
            "A file of a building model.",
            ("ifc_project", Nullable(Text())),
            ("ifc_spatial_structure_element", Nullable(Text())),
            ("file_name", Nullable(Text())),
            ("date", Nullable(Text())),
            ("reference", Nullable(Text()))),
        ["RelatedTopic"] = Of("A related topic.", ("related_topic_guid!", Guid())),
        ["DocumentReference"] = Of(
            "A reference to a document.", ("guid!", Guid()), ("document_guid", Nullable(Guid())), ("url", Nullable(Text())), ("description", Nullable(Text()))),
        ["DocumentReferenceWrite"] = Of(
            "What a reference is to be like: with exactly one of guid and address.",
            ("document_guid", Nullable(Guid())),
            ("url", Nullable(Text())),
            ("description", Nullable(Text()))),
        ["Import"] = Of(
            "What became of an archive.", ("created!", Integer()), ("updated!", Integer()), ("unchanged!", Integer()), ("warnings!", ListOf(Text()))),
        ["Document"] = Of("A document of a project.", ("guid!", Guid()), ("filename!", Text())),
        ["Action"] = Of("One thing that happened.", ("type!", Text()), ("value", Nullable(Text()))),
        ["TopicEvent"] = Event(),
        ["CommentEvent"] = Event(("comment_guid!", Guid())),
    };

    private static (string, JsonObject)[] TopicHead =>
    [
        ("guid!", Guid()), ("title!", Text()), ("creation_date!", Time()), ("creation_author!", Text()), ("modified_date", Time()), ("modified_author", Nullable(Text())),
    ];

    private static (string, JsonObject)[] TopicBody =>
    [
        ("topic_type", Nullable(Text())), ("topic_status", Nullable(Text())), ("priority", Nullable(Text())), ("index", Nullable(Integer())),
        ("labels", Nullable(ListOf(Text()))), ("assigned_to", Nullable(Text())), ("stage", Nullable(Text())), ("description", Nullable(Text())),
        ("due_date", Nullable(Text())), ("reference_links", Nullable(ListOf(Text()))), ("bim_snippet", Nullable(Ref("BimSnippet"))),
    ];

    private static (string, JsonObject)[] Scene =>
    [
        ("index", Nullable(Integer())), ("orthogonal_camera", Ref("OrthogonalCamera")), ("perspective_camera", Ref("PerspectiveCamera")),
        ("lines", ListOf(Ref("Line"))), ("clipping_planes", ListOf(Ref("ClippingPlane"))),
    ];

    private static JsonObject TopicActions() => ListOf(Enum(
        "update", "updateBimSnippet", "updateRelatedTopics", "updateDocumentReferences", "updateFiles", "createComment", "createViewpoint", "delete"));

    private static JsonObject Authorization() => Of("What the caller may do.", ("topic_actions", TopicActions()), ("topic_status", ListOf(Text())));

    private static JsonObject Extensions() => Of(
        "What topics may be set to, and what the caller may do.",
        [
            .. Vocabulary.Select(name => (name, ListOf(Text()))),
            ("project_actions", ListOf(Text())), ("topic_actions", TopicActions()), ("comment_actions", ListOf(Text())),
        ]);

    private static JsonObject Camera(string size) => Of(
        "From where, whither and how large.", ("camera_view_point!", Ref("Vector")), ("camera_direction!", Ref("Vector")), ("camera_up_vector!", Ref("Vector")), (size + "!", Number()));

    private static JsonObject Bitmap(string name, JsonObject schema) => Of(
        "An image that lies in the viewpoint.",
        (name, schema),
        ("bitmap_type!", Enum("png", "jpg")),
        ("location!", Ref("Vector")),
        ("normal!", Ref("Vector")),
        ("up!", Ref("Vector")),
        ("height!", Number()));

    private static JsonObject Event(params (string, JsonObject)[] more) => Of(
        "Something that happened.",
        [
            .. more, ("topic_guid!", Guid()), ("date!", Time()), ("author!", Text()), ("actions!", ListOf(Ref("Action"))), ("events!", ListOf(Ref("Action"))),
        ]);

    // A name that ends with an exclamation mark is always there.
    private static JsonObject Of(string description, params (string Name, JsonObject Schema)[] members)
    {
        var schema = new JsonObject { ["type"] = "object", ["description"] = description };
        var required = new JsonArray([.. members.Where(m => m.Name.EndsWith('!')).Select(m => (JsonNode)m.Name[..^1])]);
        if (required.Count > 0)
            schema["required"] = required;
        schema["properties"] = new JsonObject(members.Select(m => KeyValuePair.Create(m.Name.TrimEnd('!'), (JsonNode?)m.Schema)));
        return schema;
    }

    private static JsonObject Text() => new() { ["type"] = "string" };

    private static JsonObject Text(int limit) => new() { ["type"] = "string", ["maxLength"] = limit };

    private static JsonObject Guid() => new() { ["type"] = "string", ["format"] = "uuid" };

    private static JsonObject Time() => new() { ["type"] = "string", ["format"] = "date-time" };

    private static JsonObject Base64() => new() { ["type"] = "string", ["contentEncoding"] = "base64" };

    private static JsonObject Pattern(string pattern) => new() { ["type"] = "string", ["pattern"] = pattern };

    private static JsonObject Number() => new() { ["type"] = "number" };

    private static JsonObject Integer() => new() { ["type"] = "integer" };

    private static JsonObject Switch() => new() { ["type"] = "boolean" };

    private static JsonObject Enum(params string[] values) => new() { ["type"] = "string", ["enum"] = new JsonArray([.. values.Select(v => (JsonNode)v)]) };

    private static JsonObject ListOf(JsonObject element) => new() { ["type"] = "array", ["items"] = element };

    internal static JsonObject Ref(string name) => new() { ["$ref"] = "#/components/schemas/" + name };

    private static JsonObject Nullable(JsonObject schema)
    {
        if (schema["type"] is not { } type)
            return new JsonObject { ["oneOf"] = new JsonArray(schema, new JsonObject { ["type"] = "null" }) };
        schema["type"] = new JsonArray(type.GetValue<string>(), "null");
        return schema;
    }
}
