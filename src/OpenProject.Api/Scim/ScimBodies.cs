using System.Text.Json;
using Microsoft.Net.Http.Headers;
using OpenProject.Api.Hal;
using OpenProject.Application.Common;
using OpenProject.Application.Scim;

namespace OpenProject.Api.Scim;

/// <summary>Reads bodies: one JSON object, as SCIM's media type or as plain JSON, or without saying what it is.</summary>
internal static class ScimBodies
{
    /// <summary>Largest body, in bytes; published as that of bulk requests.</summary>
    public const int MostBytes = 1024 * 1024;

    private const int MaxDepth = 32;

    private static readonly string[] Types = ["application/scim+json", "application/json"];
    private static readonly byte[] Mark = [0xEF, 0xBB, 0xBF];

    /// <summary>The body, to be disposed of.</summary>
    /// <exception cref="ProblemException">It is too large, of another type, or no JSON object.</exception>
    public static async Task<JsonDocument> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!string.IsNullOrWhiteSpace(request.ContentType) && !IsJson(request.ContentType))
            throw new ProblemException(new Problem.Unsupported(Types[0], request.ContentType));
        ReadOnlyMemory<byte> body = await BoundedBody.ReadAsync(request, MostBytes, cancellationToken);
        if (body.Span.StartsWith(Mark))
            body = body[Mark.Length..];
        if (body.Span.IndexOfAnyExcept(" \t\r\n"u8) < 0)
            throw ScimErrors.Of(ScimErrors.InvalidSyntax, "must provide a request body");
        return Parse(body);
    }

    private static JsonDocument Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            var document = StrictJson.Parse(body, MaxDepth);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
                return document;
            document.Dispose();
            throw ScimErrors.Of(ScimErrors.InvalidSyntax, "Invalid JSON - the body must be an object.");
        }
        catch (JsonException exception)
        {
            throw ScimErrors.Of(ScimErrors.InvalidSyntax, $"Invalid JSON - it is malformed or nested too deeply at line {exception.LineNumber + 1}.");
        }
    }

    private static bool IsJson(string text) =>
        MediaTypeHeaderValue.TryParse(text, out var type) && Types.Any(taken => type.MediaType.Equals(taken, StringComparison.OrdinalIgnoreCase));
}
