using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using OpenProject.Application.Bcf;
using OpenProject.Application.Bcf.Viewpoints;

namespace OpenProject.Api.Bcf;

/// <summary>Viewpoints of topics, which nobody changes (BCF API 2.1 section 4.5).</summary>
[Route(BcfPaths.Version + "/projects/{project}/topics/{topic}/viewpoints")]
public sealed class BcfViewpointsController(BcfViewpointService viewpoints, BcfFileService files, BcfProjectService projects, BcfPolicy policy) : BcfController
{
    // Of a viewpoint without components everything is shown.
    private const string Nothing = """{"selection":[],"coloring":[],"visibility":{"default_visibility":true,"exceptions":[]}}""";

    /// <summary>The viewpoints.</summary>
    [HttpGet]
    public async Task<BcfAnswer> List(string project, string topic, CancellationToken cancellationToken) =>
        BcfAnswer.Of(await viewpoints.ListAsync(project, topic, cancellationToken), (json, row) => Write(json, row));

    /// <summary>One viewpoint.</summary>
    [HttpGet("{viewpoint}")]
    public async Task<BcfAnswer> Show(string project, string topic, string viewpoint, CancellationToken cancellationToken)
    {
        var row = await viewpoints.FindAsync(project, topic, viewpoint, cancellationToken);
        return BcfAnswer.Of(json => Write(json, row));
    }

    /// <summary>Stores a new viewpoint, with its images.</summary>
    [HttpPost]
    public async Task<BcfAnswer> Create(string project, string topic, CancellationToken cancellationToken)
    {
        await projects.ManagedAsync(project, cancellationToken);
        using var document = await BcfBody.ImagesAsync(Request, files.MaxBytes);
        var row = await viewpoints.CreateAsync(project, topic, document.RootElement, cancellationToken);
        return BcfAnswer.Of(json => Write(json, row, row.Components), StatusCodes.Status201Created);
    }

    /// <summary>Removes a viewpoint.</summary>
    [HttpDelete("{viewpoint}")]
    public async Task<NoContentResult> Delete(string project, string topic, string viewpoint, CancellationToken cancellationToken)
    {
        await viewpoints.DeleteAsync(project, topic, viewpoint, cancellationToken);
        return NoContent();
    }

    /// <summary>The picture of a viewpoint.</summary>
    [HttpGet("{viewpoint}/snapshot")]
    public async Task<BcfBytes> Snapshot(string project, string topic, string viewpoint, CancellationToken cancellationToken)
    {
        var (type, content) = await viewpoints.SnapshotAsync(project, topic, viewpoint, cancellationToken);
        return BcfBytes.Image(content, BcfImage.MediaTypeOf(type));
    }

    /// <summary>An image that lies in a viewpoint.</summary>
    [HttpGet("{viewpoint}/bitmaps/{bitmap}")]
    public async Task<BcfBytes> Bitmap(string project, string topic, string viewpoint, string bitmap, CancellationToken cancellationToken)
    {
        var (type, content) = await viewpoints.BitmapAsync(project, topic, viewpoint, bitmap, cancellationToken);
        return BcfBytes.Image(content, BcfImage.MediaTypeOf(type));
    }

    /// <summary>What is selected.</summary>
    [HttpGet("{viewpoint}/selection")]
    public Task<BcfAnswer> Selection(string project, string topic, string viewpoint, CancellationToken cancellationToken) =>
        PartAsync(project, topic, viewpoint, "selection", cancellationToken);

    /// <summary>What is coloured.</summary>
    [HttpGet("{viewpoint}/coloring")]
    public Task<BcfAnswer> Coloring(string project, string topic, string viewpoint, CancellationToken cancellationToken) =>
        PartAsync(project, topic, viewpoint, "coloring", cancellationToken);

    /// <summary>What is visible.</summary>
    [HttpGet("{viewpoint}/visibility")]
    public Task<BcfAnswer> Visibility(string project, string topic, string viewpoint, CancellationToken cancellationToken) =>
        PartAsync(project, topic, viewpoint, "visibility", cancellationToken);

    private async Task<BcfAnswer> PartAsync(string project, string topic, string viewpoint, string part, CancellationToken cancellationToken)
    {
        var row = await viewpoints.FindAsync(project, topic, viewpoint, cancellationToken);
        return BcfAnswer.Of(json =>
        {
            using var components = JsonDocument.Parse(row.Components ?? Nothing);
            json.WriteStartObject();
            if (row.Components is null && part == "visibility" && policy.SpeaksOpenProject)
            {
                json.WriteNull(part);
            }
            else
            {
                json.WritePropertyName(part);
                components.RootElement.GetProperty(part).WriteTo(json);
            }

            json.WriteEndObject();
        });
    }

    private static void Write(Utf8JsonWriter json, BcfViewpointRow row, string? components = null)
    {
        json.WriteStartObject();
        json.WriteString("guid", row.Guid);
        json.WriteInteger("index", row.Index);
        using (var scene = JsonDocument.Parse(row.Scene))
        {
            foreach (var member in scene.RootElement.EnumerateObject())
                member.WriteTo(json);
        }

        if (row.SnapshotType is { } type)
        {
            json.WriteStartObject("snapshot");
            json.WriteString("snapshot_type", type);
            json.WriteEndObject();
        }

        if (components is not null)
        {
            json.WritePropertyName("components");
            json.WriteRawValue(components);
        }

        json.WriteEndObject();
    }
}
