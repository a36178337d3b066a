using System.Text.Json;
using System.Xml.Linq;
using static OpenProject.Application.Bcf.Exchange.BcfXml;

namespace OpenProject.Application.Bcf.Exchange;

/// <summary>Writes viewpoints as <c>VisualizationInfo</c> of BCF-XML 2.1, in the order of its schema. Numbers stay as they are written.</summary>
internal static class BcfVisualizationWriter
{
    /// <summary>A viewpoint.</summary>
    /// <param name="guid">Its guid.</param>
    /// <param name="scene">Cameras, lines, planes and places of bitmaps.</param>
    /// <param name="components">What is selected, coloured and visible; null for nothing said.</param>
    /// <param name="nameOf">The name of a bitmap's file in the archive, by the bitmap's guid.</param>
    public static XElement Of(string guid, JsonElement scene, JsonElement? components, Func<string, string> nameOf) => new(
        "VisualizationInfo",
        Attribute("Guid", guid),
        components is { } shown ? Components(shown) : null,
        Find(scene, "orthogonal_camera") is { } orthogonal ? Camera("OrthogonalCamera", orthogonal, "ViewToWorldScale", "view_to_world_scale") : null,
        Find(scene, "perspective_camera") is { } perspective ? Camera("PerspectiveCamera", perspective, "FieldOfView", "field_of_view") : null,
        Find(scene, "lines") is { } lines
            ? new XElement("Lines", lines.EnumerateArray().Select(l => new XElement("Line", Vector("StartPoint", l, "start_point"), Vector("EndPoint", l, "end_point"))))
            : null,
        Find(scene, "clipping_planes") is { } planes
            ? new XElement("ClippingPlanes", planes.EnumerateArray().Select(p => new XElement("ClippingPlane", Vector("Location", p, "location"), Vector("Direction", p, "direction"))))
            : null,
        Find(scene, "bitmaps") is { } bitmaps ? bitmaps.EnumerateArray().Select(b => Bitmap(b, nameOf)) : null);

    /// <summary>The images that lie in a viewpoint.</summary>
    public static IEnumerable<(string Guid, string Type)> Bitmaps(JsonElement scene) =>
        Find(scene, "bitmaps") is { } bitmaps ? bitmaps.EnumerateArray().Select(b => (b.GetProperty("guid").GetString()!, b.GetProperty("bitmap_type").GetString()!)) : [];

    private static XElement Bitmap(JsonElement bitmap, Func<string, string> nameOf) => new(
        "Bitmap",
        new XElement("Bitmap", bitmap.GetProperty("bitmap_type").GetString()!.ToUpperInvariant()),
        Text("Reference", nameOf(bitmap.GetProperty("guid").GetString()!)),
        Vector("Location", bitmap, "location"),
        Vector("Normal", bitmap, "normal"),
        Vector("Up", bitmap, "up"),
        new XElement("Height", bitmap.GetProperty("height").GetRawText()));

    private static XElement Components(JsonElement components)
    {
        var visibility = components.GetProperty("visibility");
        return new XElement(
            "Components",
            Find(visibility, "view_setup_hints") is { } hints
                ? new XElement("ViewSetupHints", Switch("SpacesVisible", hints, "spaces_visible"), Switch("SpaceBoundariesVisible", hints, "space_boundaries_visible"), Switch("OpeningsVisible", hints, "openings_visible"))
                : null,
            Some("Selection", components.GetProperty("selection"), Component),
            new XElement("Visibility", Switch("DefaultVisibility", visibility, "default_visibility"), Some("Exceptions", visibility.GetProperty("exceptions"), Component)),
            Some("Coloring", components.GetProperty("coloring"), color => new XElement(
                "Color",
                Attribute("Color", color.GetProperty("color").GetString()!.TrimStart('#').ToUpperInvariant()),
                color.GetProperty("components").EnumerateArray().Select(Component))));
    }

    private static XElement Component(JsonElement component) => new(
        "Component",
        Attribute("IfcGuid", Find(component, "ifc_guid")?.GetString()),
        Text("OriginatingSystem", Find(component, "originating_system")?.GetString()),
        Text("AuthoringToolId", Find(component, "authoring_tool_id")?.GetString()));

    private static XElement? Some(string name, JsonElement list, Func<JsonElement, XElement> each) =>
        list.GetArrayLength() == 0 ? null : new XElement(name, list.EnumerateArray().Select(each));

    private static XAttribute Switch(string name, JsonElement owner, string member) => new(name, Find(owner, member) is { ValueKind: JsonValueKind.True });

    private static XElement Camera(string name, JsonElement camera, string size, string member) => new(
        name,
        Vector("CameraViewPoint", camera, "camera_view_point"),
        Vector("CameraDirection", camera, "camera_direction"),
        Vector("CameraUpVector", camera, "camera_up_vector"),
        new XElement(size, camera.GetProperty(member).GetRawText()));

    private static XElement Vector(string name, JsonElement owner, string member)
    {
        var vector = owner.GetProperty(member);
        return new XElement(
            name, new XElement("X", vector.GetProperty("x").GetRawText()), new XElement("Y", vector.GetProperty("y").GetRawText()), new XElement("Z", vector.GetProperty("z").GetRawText()));
    }

    private static JsonElement? Find(JsonElement owner, string name) =>
        owner.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
}
