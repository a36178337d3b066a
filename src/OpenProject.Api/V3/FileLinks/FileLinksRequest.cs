using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using OpenProject.Api.Hal.Readers;
using OpenProject.Application.Common;
using OpenProject.Application.FileLinks;
using OpenProject.Application.Resources;
using OpenProject.Application.Storages;
using OpenProject.Domain.FileLinks;

namespace OpenProject.Api.V3.FileLinks;

/// <summary>A collection of files to link (contract component <c>FileLinkCollectionWriteModel</c>).</summary>
/// <param name="Embedded">The files.</param>
public sealed record FileLinksRequest([property: JsonPropertyName("_embedded")] FileLinkElements Embedded) : IRequestBody<FileLinksRequest>
{
    private const int MostElements = 20;

    /// <summary>The files.</summary>
    [JsonIgnore]
    public IReadOnlyList<FileLinkDraft> Drafts { get; private init; } = [];

    /// <inheritdoc/>
    public static FileLinksRequest Read(JsonElement body)
    {
        if (!body.TryGetProperty("_embedded", out var embedded) || embedded.ValueKind != JsonValueKind.Object
            || !embedded.TryGetProperty("elements", out var elements) || elements.ValueKind != JsonValueKind.Array)
        {
            throw Malformed("The request body was not a collection of file links.");
        }

        if (elements.GetArrayLength() is 0 or > MostElements)
            throw Malformed($"A collection of 1 to {MostElements} file links is expected.");
        return new FileLinksRequest(new FileLinkElements([])) { Drafts = [.. elements.EnumerateArray().Select(ReadElement)] };
    }

    private static FileLinkDraft ReadElement(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty("originData", out var origin) || origin.ValueKind != JsonValueKind.Object)
            throw Malformed("A file link had no originData.");
        var links = element.TryGetProperty("_links", out var sent) && sent.ValueKind == JsonValueKind.Object ? sent : default;
        var (storage, address) = (LinkTo(links, "storage", StorageResource.Location), LinkTo(links, "storageUrl", ResourcePath.Elsewhere));
        return new FileLinkDraft(ReadOrigin(origin), storage?.Id, address?.Key);
    }

    // Some clients send the id as a number.
    private static OriginData ReadOrigin(JsonElement origin) => new(
        Text(origin, "id"),
        Text(origin, "name"),
        Text(origin, "mimeType"),
        Number(origin, "size"),
        Time(origin, "createdAt"),
        Time(origin, "lastModifiedAt"),
        Text(origin, "createdByName"),
        Text(origin, "lastModifiedByName"));

    private static LinkTarget? LinkTo(JsonElement links, string name, ResourcePath accepted)
    {
        if (links.ValueKind != JsonValueKind.Object || !links.TryGetProperty(name, out var link))
            return null;
        var (_, target, error) = LinkReader.Read(name, [accepted], link);
        return error is null ? target : throw new ProblemException(new Problem.Invalid([error]));
    }

    private static string? Text(JsonElement origin, string name) => Member(origin, name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.String } value => value.GetString(),
        { ValueKind: JsonValueKind.Number } value => value.GetRawText(),
        { } value => throw Wrong(name, "text", value),
    };

    private static long? Number(JsonElement origin, string name) => Member(origin, name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.Number } value when value.TryGetInt64(out var number) => number,
        { } value => throw Wrong(name, "a whole number", value),
    };

    private static DateTime? Time(JsonElement origin, string name) => Member(origin, name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.String } value when DateTimeOffset.TryParse(
            value.GetString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) => time.UtcDateTime,
        { } value => throw Wrong(name, "YYYY-MM-DDThh:mm:ssZ", value),
    };

    private static JsonElement? Member(JsonElement origin, string name) =>
        origin.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    private static ProblemException Wrong(string name, string expected, JsonElement value) => new(new Problem.Invalid([LinkReader.Malformed(name, expected, value)]));

    private static ProblemException Malformed(string message) => new(new Problem.Malformed(message));
}

/// <summary>The files of a collection that is written.</summary>
/// <param name="Elements">The files.</param>
public sealed record FileLinkElements(IReadOnlyList<FileLinkElement> Elements);

/// <summary>A file of a collection that is written.</summary>
/// <param name="OriginData">What is told of it.</param>
/// <param name="Links">Its storage.</param>
public sealed record FileLinkElement(OriginData OriginData, [property: JsonPropertyName("_links")] FileLinkElementLinks Links);

/// <summary>The storage of a file that is written, by one of the two.</summary>
/// <param name="Storage">The storage.</param>
/// <param name="StorageUrl">The storage's address.</param>
public sealed record FileLinkElementLinks(HalLink? Storage, HalLink? StorageUrl);
