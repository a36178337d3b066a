using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using OpenProject.Api.Hal;
using OpenProject.Application.Attachments;
using OpenProject.Application.Common;

namespace OpenProject.Api.V3.Attachments;

/// <summary>
/// An upload of API v3: <c>multipart/form-data</c> (RFC 7578) with the parts <c>metadata</c>, a JSON object, and <c>file</c>,
/// in whichever order. What the parts are called in files does not count, and further parts are passed over.
/// </summary>
/// <param name="request">The request, whose body nobody has read.</param>
/// <param name="maxBytes">The largest file, in bytes.</param>
public sealed class MultipartUpload(HttpRequest request, long maxBytes) : IUpload
{
    /// <summary>What the parts may take beside the file, in bytes.</summary>
    public const int Overhead = 1024 * 1024;

    private const int MostMetadata = 64 * 1024;
    private const int MaxDepth = 8;
    private const int LongestBoundary = 100;

    /// <inheritdoc/>
    public async Task<UploadMetadata?> ReadAsync(Func<Stream, string?, CancellationToken, Task> receive, CancellationToken cancellationToken)
    {
        if (request.ContentLength > maxBytes + Overhead)
            throw FileIntakeService.TooLarge(maxBytes);
        var parts = new MultipartReader(BoundaryOf(request.ContentType), request.Body);
        UploadMetadata? metadata = null;
        var isReceived = false;
        while (await NextAsync(parts, cancellationToken) is { } part)
        {
            switch (NameOf(part))
            {
                case "metadata":
                    metadata = await MetadataAsync(part.Body, cancellationToken);
                    break;
                case "file" when isReceived:
                    throw Malformed("The request has more than one file.");
                case "file":
                    isReceived = true;
                    await receive(part.Body, part.ContentType, cancellationToken);
                    break;
            }
        }

        return metadata;
    }

    private static string BoundaryOf(string? contentType)
    {
        var boundary = MediaTypeHeaderValue.TryParse(contentType, out var type) ? HeaderUtilities.RemoveQuotes(type.Boundary).Value : null;
        return boundary is { Length: > 0 and <= LongestBoundary } ? boundary : throw Malformed("The request does not say where its parts end.");
    }

    private static string? NameOf(MultipartSection part) =>
        ContentDispositionHeaderValue.TryParse(part.ContentDisposition, out var disposition) ? HeaderUtilities.RemoveQuotes(disposition.Name).Value : null;

    private static async Task<MultipartSection?> NextAsync(MultipartReader parts, CancellationToken cancellationToken)
    {
        try
        {
            return await parts.ReadNextSectionAsync(cancellationToken);
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException and not BadHttpRequestException)
        {
            throw Malformed("The parts of the request could not be read.");
        }
    }

    private static async Task<UploadMetadata> MetadataAsync(Stream part, CancellationToken cancellationToken)
    {
        var json = new byte[MostMetadata + 1];
        var length = await ReadAsync(part, json, cancellationToken);
        if (length > MostMetadata)
            throw new ProblemException(new Problem.TooLarge(MostMetadata));
        try
        {
            using var document = StrictJson.Parse(json.AsMemory(0, length).ToArray(), MaxDepth);
            var root = document.RootElement;
            return root.ValueKind == JsonValueKind.Object
                ? new UploadMetadata(Text(root, "fileName"), DescriptionOf(root)) { FileSize = Number(root, "fileSize"), ContentType = Text(root, "contentType") }
                : throw Malformed("The request body was not a single JSON object.");
        }
        catch (JsonException)
        {
            throw Malformed("The request could not be parsed as JSON.");
        }
    }

    private static async Task<int> ReadAsync(Stream part, byte[] buffer, CancellationToken cancellationToken)
    {
        try
        {
            return await part.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException and not BadHttpRequestException)
        {
            throw Malformed("The parts of the request could not be read.");
        }
    }

    private static string? DescriptionOf(JsonElement metadata) =>
        metadata.TryGetProperty("description", out var description) && description.ValueKind == JsonValueKind.Object
            ? Text(description, "raw")
            : Text(metadata, "description");

    private static long? Number(JsonElement owner, string name) => owner.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null
        ? value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number)
            ? number
            : throw new ProblemException(new Problem.Invalid([new FieldError(name, $"Invalid format for property '{name}': Expected format like '123'.", FieldErrorKind.Format)]))
        : null;

    private static string? Text(JsonElement owner, string name) => owner.TryGetProperty(name, out var value)
        ? value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Null => null,
            _ => throw new ProblemException(new Problem.Invalid([new FieldError(name, $"Invalid format for property '{name}': Expected format like 'text'.", FieldErrorKind.Format)])),
        }
        : null;

    private static ProblemException Malformed(string message) => new(new Problem.Malformed(message));
}
