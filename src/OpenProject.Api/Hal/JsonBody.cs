using System.Text.Json;
using OpenProject.Application.Common;

namespace OpenProject.Api.Hal;

/// <summary>Reads bodies of bounded size that are one JSON object.</summary>
public static class JsonBody
{
    private const int MaxDepth = 64;

    /// <summary>The one JSON object of a body; null when the body is empty. What is not one leaves as <see cref="Problem.Malformed"/>.</summary>
    public static async Task<JsonDocument?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var body = await BoundedBody.ReadAsync(request, cancellationToken);
        if (body.Length == 0)
            return null;
        try
        {
            var document = StrictJson.Parse(body, MaxDepth);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
                return document;
            document.Dispose();
            throw new ProblemException(new Problem.Malformed("The request body was not a single JSON object."));
        }
        catch (JsonException)
        {
            throw new ProblemException(new Problem.Malformed("The request could not be parsed as JSON."));
        }
    }
}
