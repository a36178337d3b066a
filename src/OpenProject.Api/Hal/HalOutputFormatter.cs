using Microsoft.AspNetCore.Mvc.Formatters;
using Microsoft.Net.Http.Headers;
using OpenProject.Api.Hal.Writers;
using OpenProject.Application.Resources;

namespace OpenProject.Api.Hal;

/// <summary>Writes every document of API v3 as HAL+JSON, whatever <c>Accept</c> says, with a content length.</summary>
public sealed class HalOutputFormatter : OutputFormatter
{
    /// <summary>Declares the media type.</summary>
    public HalOutputFormatter() => SupportedMediaTypes.Add(MediaTypeHeaderValue.Parse("application/hal+json"));

    /// <inheritdoc/>
    public override bool CanWriteResult(OutputFormatterCanWriteContext context) => context.Object is IHalDocument;

    /// <inheritdoc/>
    public override void WriteResponseHeaders(OutputFormatterWriteContext context) =>
        context.HttpContext.Response.ContentType = HalJson.ContentType;

    /// <inheritdoc/>
    public override async Task WriteResponseBodyAsync(OutputFormatterWriteContext context)
    {
        var http = context.HttpContext;
        using var buffer = new HalBuffer();
        var writers = http.RequestServices.GetRequiredService<HalWriters>();
        ((IHalDocument)context.Object!).Accept(new HalDocumentWriter(buffer.Json, writers));
        buffer.Json.Flush();
        http.Response.ContentLength = buffer.Written.Length;
        await http.Response.Body.WriteAsync(buffer.Written, http.RequestAborted);
    }
}
