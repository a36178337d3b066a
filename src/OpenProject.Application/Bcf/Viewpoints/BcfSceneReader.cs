using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using OpenProject.Application.Common;
using OpenProject.Domain.Bcf;
using static OpenProject.Application.Bcf.Viewpoints.BcfShapes;

namespace OpenProject.Application.Bcf.Viewpoints;

/// <summary>Reads viewpoints (BCF API 2.1 section 4.5.2): members in any order, unknown ones passed over, values checked.</summary>
/// <param name="images">Reads the images.</param>
/// <param name="refusesUnknown">Whether an unknown member is an error, as OpenProject has it.</param>
internal sealed class BcfSceneReader(BcfImageReader images, bool refusesUnknown)
{
    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private static readonly string[] Known =
        ["guid", "index", "orthogonal_camera", "perspective_camera", "lines", "clipping_planes", "bitmaps", "snapshot", "components"];

    private static readonly (string Name, Shape Shape)[] Parts =
    [
        ("orthogonal_camera", Camera("view_to_world_scale", Between(0, double.PositiveInfinity))),
        ("perspective_camera", Camera("field_of_view", Between(0, 360))),
        ("lines", ListOf(Members(("start_point", Point), ("end_point", Point)))),
        ("clipping_planes", ListOf(Members(("location", Point), ("direction", Direction)))),
    ];

    /// <summary>The viewpoint that was sent, with what is wrong with it.</summary>
    /// <exception cref="ProblemException">An image is too large, or there is more to show than viewpoints may hold.</exception>
    public BcfViewpointInput Read(JsonElement sent)
    {
        var errors = new List<FieldError>();
        if (refusesUnknown && sent.EnumerateObject().Any(member => !Known.Contains(member.Name, StringComparer.Ordinal)))
            errors.Add(new FieldError("json_viewpoint", "An unsupported json property is included."));
        var bitmaps = new List<BcfImage>();
        var scene = new List<(string Name, string Json)>();
        foreach (var (name, shape) in Parts)
        {
            if (Given(sent, name) is not { } part)
                continue;
            if (Written(json => shape(part, json)) is { } written)
                scene.Add((name, written));
            else
                errors.Add(new FieldError(name, $"{name} is invalid."));
        }

        if (Given(sent, "bitmaps") is { } placed)
            Bitmaps(placed, scene, bitmaps, errors);
        var snapshot = Given(sent, "snapshot") is { } picture ? Snapshot(picture, errors) : null;
        var components = Given(sent, "components") is { } lists ? Components(lists, errors) : null;
        var index = Given(sent, "index") is { } place ? Index(place, errors) : null;
        if (errors.Count == 0 && scene.Count == 0 && snapshot is null && components is null)
            errors.Add(new FieldError("json_viewpoint", "A viewpoint needs a camera, a snapshot or something else to show."));
        return new BcfViewpointInput(
            index, Bounded(ObjectOf(scene), BcfViewpoint.SceneLimit), Bounded(components, BcfViewpoint.ComponentsLimit), snapshot, bitmaps, errors);
    }

    /// <summary>What is written as JSON; null where the writing says that something does not fit.</summary>
    internal static string? Written(Func<Utf8JsonWriter, bool> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer, Writing);
        if (!write(json))
            return null;
        json.Flush();
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    [return: NotNullIfNotNull(nameof(json))]
    private static string? Bounded(string? json, int limit) => json is null || json.Length <= limit ? json : throw new ProblemException(new Problem.TooLarge(limit));

    private static Shape Camera(string name, Shape size) =>
        Members(("camera_view_point", Point), ("camera_direction", Direction), ("camera_up_vector", Direction), (name, size));

    private static string ObjectOf(List<(string Name, string Json)> members) => Written(json =>
    {
        json.WriteStartObject();
        foreach (var (name, part) in members)
        {
            json.WritePropertyName(name);
            json.WriteRawValue(part, skipInputValidation: true);
        }

        json.WriteEndObject();
        return true;
    })!;

    private void Bitmaps(JsonElement sent, List<(string Name, string Json)> scene, List<BcfImage> read, List<FieldError> errors)
    {
        if (sent.ValueKind == JsonValueKind.Array && sent.GetArrayLength() > BcfViewpoint.BitmapLimit)
        {
            errors.Add(new FieldError("bitmaps", $"bitmaps are too many (maximum is {BcfViewpoint.BitmapLimit})."));
            return;
        }

        var written = sent.ValueKind != JsonValueKind.Array ? null : Written(json =>
        {
            json.WriteStartArray();
            foreach (var bitmap in sent.EnumerateArray())
            {
                if (!Place(bitmap, read, errors, json))
                    return false;
            }

            json.WriteEndArray();
            return true;
        });
        if (written is not null)
            scene.Add(("bitmaps", written));
        else if (errors.Count == 0)
            errors.Add(new FieldError("bitmaps", "bitmaps is invalid."));
    }

    private bool Place(JsonElement bitmap, List<BcfImage> read, List<FieldError> errors, Utf8JsonWriter json)
    {
        if (bitmap.ValueKind != JsonValueKind.Object || images.Read(bitmap, "bitmap", BcfGuid.New(), errors) is not { } image)
            return false;
        json.WriteStartObject();
        json.WriteString("guid", image.Guid);
        json.WriteString("bitmap_type", image.Type);
        foreach (var (name, shape) in new (string, Shape)[] { ("location", Point), ("normal", Direction), ("up", Direction), ("height", Between(0, double.PositiveInfinity)) })
        {
            json.WritePropertyName(name);
            if (Given(bitmap, name) is not { } part || !shape(part, json))
                return false;
        }

        json.WriteEndObject();
        read.Add(image);
        return true;
    }

    private BcfImage? Snapshot(JsonElement sent, List<FieldError> errors)
    {
        if (sent.ValueKind == JsonValueKind.Object)
            return images.Read(sent, "snapshot", "", errors);
        errors.Add(new FieldError("snapshot", "snapshot is invalid."));
        return null;
    }

    private static string? Components(JsonElement sent, List<FieldError> errors)
    {
        var read = BcfComponentsReader.Read(sent);
        if (read is null)
            errors.Add(new FieldError("components", "components is invalid."));
        return read;
    }

    private static int? Index(JsonElement sent, List<FieldError> errors)
    {
        if (sent.ValueKind == JsonValueKind.Number && sent.TryGetInt32(out var index))
            return index;
        errors.Add(new FieldError("index", "index is not an integer."));
        return null;
    }

    private static JsonElement? Given(JsonElement owner, string name) =>
        owner.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
}
