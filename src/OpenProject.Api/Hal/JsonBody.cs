using System.Text.Json;
using Microsoft.Extensions.Options;
using OpenProject.Api.V3;
using OpenProject.Application.Common;

namespace OpenProject.Api.Hal;

/// <summary>Reads bodies of bounded size that are one JSON object.</summary>
public static class JsonBody
{
    private const int MaxDepth = 64;

    /// <summary>The one JSON object of a body; null when the body is empty. What is not one leaves as <see cref="Problem.Malformed"/>.</summary>
    public static async Task<JsonDocument?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var limit = request.HttpContext.RequestServices.GetRequiredService<IOptions<ApiV3Options>>().Value.MaxBodyBytes;
        using var body = new MemoryStream();
        var chunk = new byte[8192];
        for (int read; (read = await request.Body.ReadAsync(chunk, cancellationToken)) > 0;)
        {
            if (body.Length + read > limit)
                throw new ProblemException(new Problem.TooLarge(limit));
            body.Write(chunk, 0, read);
        }

        if (body.Length == 0)
            return null;
        try
        {
            var document = StrictJson.Parse(body.ToArray(), MaxDepth);
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
