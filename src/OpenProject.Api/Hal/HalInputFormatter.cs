using Microsoft.AspNetCore.Mvc.Formatters;
using Microsoft.Net.Http.Headers;
using OpenProject.Api.Hal.Readers;
using OpenProject.Application.Common;

namespace OpenProject.Api.Hal;

/// <summary>
/// Reads request bodies into change sets by the declaration's payload reader. What is not one JSON object leaves as
/// <see cref="Problem.Malformed"/>; an empty body means that nothing is sent.
/// </summary>
public sealed class HalInputFormatter : InputFormatter
{
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
        using var document = await JsonBody.ReadAsync(http.Request, http.RequestAborted);
        return await InputFormatterResult.SuccessAsync(document is null ? reader.Nothing : reader.Read(document.RootElement));
    }

    /// <inheritdoc/>
    public override Task<InputFormatterResult> ReadAsync(InputFormatterContext context) => ReadRequestBodyAsync(context);

    private static bool CanReadType(Type type, HttpContext http) =>
        http.RequestServices.GetRequiredService<PayloadReaders>().For(type) is not null;
}
