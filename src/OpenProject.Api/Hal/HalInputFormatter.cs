using System.Text.Json;
using Microsoft.AspNetCore.Mvc.Formatters;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using OpenProject.Api.Hal.Readers;
using OpenProject.Api.V3;
using OpenProject.Application.Common;

namespace OpenProject.Api.Hal;

/// <summary>
/// Reads request bodies into change sets by the declaration's payload reader. What is not one JSON object leaves as
/// <see cref="Problem.Malformed"/>; an empty body means that nothing is sent.
/// </summary>
public sealed class HalInputFormatter : InputFormatter
{
    private const int MaxDepth = 64;

    /// <summary>Takes JSON and HAL.</summary>
    public HalInputFormatter()
    {
        SupportedMediaTypes.Add(MediaTypeHeaderValue.Parse("application/json"));
        SupportedMediaTypes.Add(MediaTypeHeaderValue.Parse("application/hal+json"));
    }

    /// <inheritdoc/>
    // The content type is checked for the whole area before routing; bodies without one (DELETE, lenient) are JSON here.
    public override bool CanRead(InputFormatterContext context) => CanReadType(context.ModelType, context.HttpContext);

    /// <inheritdoc/>
    public override async Task<InputFormatterResult> ReadRequestBodyAsync(InputFormatterContext context)
    {
        var http = context.HttpContext;
        var reader = http.RequestServices.GetRequiredService<PayloadReaders>().For(context.ModelType)!;
        using var document = await ParseAsync(http.Request, http.RequestAborted);
        return await InputFormatterResult.SuccessAsync(document is null ? reader.Nothing : reader.Read(document.RootElement));
    }

    /// <inheritdoc/>
    public override Task<InputFormatterResult> ReadAsync(InputFormatterContext context) => ReadRequestBodyAsync(context);

    private static bool CanReadType(Type type, HttpContext http) =>
        http.RequestServices.GetRequiredService<PayloadReaders>().For(type) is not null;

    private static async Task<JsonDocument?> ParseAsync(HttpRequest request, CancellationToken cancellationToken)
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
