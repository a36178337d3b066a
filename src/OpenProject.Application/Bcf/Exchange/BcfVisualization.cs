using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using static OpenProject.Application.Bcf.Exchange.BcfMarkup;

namespace OpenProject.Application.Bcf.Exchange;

/// <summary>Turns viewpoints of BCF-XML into what the API would be sent; numbers stay as they are written.</summary>
internal static partial class BcfVisualization
{
    /// <summary>A viewpoint as the API would be sent it.</summary>
    /// <param name="view">The element <c>VisualizationInfo</c>; null where there is only a picture.</param>
    /// <param name="index">Its place in an order.</param>
    /// <param name="image">Gives the bytes of a file of the topic in base64; null where there is none.</param>
    public static JsonObject ToJson(XElement? view, int? index, Func<string, string?> image)
    {
        var json = new JsonObject();
        if (index is { } place)
            json["index"] = place;
        if (view is null)
            return json;
        if (Child(view, "Components") is { } components)
            json["components"] = Components(components);
        if (Child(view, "OrthogonalCamera") is { } orthogonal)
            json["orthogonal_camera"] = Camera(orthogonal, "ViewToWorldScale", "view_to_world_scale");
        if (Child(view, "PerspectiveCamera") is { } perspective)
            json["perspective_camera"] = Camera(perspective, "FieldOfView", "field_of_view");
        if (Child(view, "Lines") is { } lines)
            json["lines"] = List(Children(lines, "Line"), l => new JsonObject { ["start_point"] = Vector(l, "StartPoint"), ["end_point"] = Vector(l, "EndPoint") });
        if (Child(view, "ClippingPlanes") is { } planes)
            json["clipping_planes"] = List(Children(planes, "ClippingPlane"), p => new JsonObject { ["location"] = Vector(p, "Location"), ["direction"] = Vector(p, "Direction") });
        // The schema says Bitmap, some programs write Bitmaps, and 3.0 has a list of that name.
        var bitmaps = Listed(view, "Bitmaps", "Bitmap").Concat(Children(view, "Bitmaps").Where(b => Child(b, "Reference") is not null)).ToList();
        if (bitmaps.Count > 0)
            json["bitmaps"] = List(bitmaps, b => Bitmap(b, image));
        return json;
    }

    private static JsonObject Bitmap(XElement bitmap, Func<string, string?> image) => new()
    {
        ["bitmap_type"] = (Text(bitmap, "Bitmap") ?? Text(bitmap, "Format"))?.ToUpperInvariant() == "PNG" ? "png" : "jpg",
        ["bitmap_data"] = Text(bitmap, "Reference") is { } reference ? image(reference) : null,
        ["location"] = Vector(bitmap, "Location"),
        ["normal"] = Vector(bitmap, "Normal"),
        ["up"] = Vector(bitmap, "Up"),
        ["height"] = Number(Text(bitmap, "Height")),
    };

    private static JsonObject Components(XElement components)
    {
        var visibility = Child(components, "Visibility");

        // 3.0 has them with what is visible.
        var hints = Child(components, "ViewSetupHints") ?? Child(visibility, "ViewSetupHints");
        var visible = new JsonObject
        {
            ["default_visibility"] = Attribute(visibility, "DefaultVisibility") is "true" or "1",
            ["exceptions"] = List(Children(Child(visibility, "Exceptions"), "Component"), Component),
        };
        if (hints is not null)
        {
            visible["view_setup_hints"] = new JsonObject
            {
                ["spaces_visible"] = Attribute(hints, "SpacesVisible") is "true" or "1",
                ["space_boundaries_visible"] = Attribute(hints, "SpaceBoundariesVisible") is "true" or "1",
                ["openings_visible"] = Attribute(hints, "OpeningsVisible") is "true" or "1",
            };
        }

        return new JsonObject
        {
            ["selection"] = List(Children(Child(components, "Selection"), "Component"), Component),
            ["coloring"] = List(
                Children(Child(components, "Coloring"), "Color"),
                c => new JsonObject { ["color"] = Attribute(c, "Color"), ["components"] = List(Listed(c, "Components", "Component"), Component) }),
            ["visibility"] = visible,
        };
    }

    // Some programs write as attributes what the schema has as elements.
    private static JsonObject Component(XElement component) => new()
    {
        ["ifc_guid"] = Attribute(component, "IfcGuid"),
        ["originating_system"] = Text(component, "OriginatingSystem") ?? Attribute(component, "OriginatingSystem"),
        ["authoring_tool_id"] = Text(component, "AuthoringToolId") ?? Attribute(component, "AuthoringToolId"),
    };

    private static JsonObject Camera(XElement camera, string size, string name) => new()
    {
        ["camera_view_point"] = Vector(camera, "CameraViewPoint"),
        ["camera_direction"] = Vector(camera, "CameraDirection"),
        ["camera_up_vector"] = Vector(camera, "CameraUpVector"),
        [name] = Number(Text(camera, size)),
    };

    private static JsonObject? Vector(XElement owner, string name) => Child(owner, name) is { } vector
        ? new JsonObject { ["x"] = Number(Text(vector, "X")), ["y"] = Number(Text(vector, "Y")), ["z"] = Number(Text(vector, "Z")) }
        : null;

    // What is no number of JSON is left out, and then refused where one must be.
    private static JsonNode? Number(string? text) =>
        text is not null && JsonNumber().Match(text.Replace('E', 'e')) is { Success: true } number ? JsonNode.Parse(number.Value) : null;

    private static JsonArray List(IEnumerable<XElement> elements, Func<XElement, JsonObject> each) => new([.. elements.Select(e => (JsonNode)each(e))]);

    [GeneratedRegex(@"^-?(0|[1-9]\d*)(\.\d+)?(e[+-]?\d+)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex JsonNumber();
}
