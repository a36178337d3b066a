using System.Text;
using Microsoft.AspNetCore.Mvc.Formatters;
using OpenProject.Application.Common;

namespace OpenProject.Api.Hal;

/// <summary>Reads bodies of bounded size that are text in UTF-8.</summary>
public sealed class SourceTextFormatter : InputFormatter
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Takes plain text.</summary>
    public SourceTextFormatter() => SupportedMediaTypes.Add("text/plain");

    /// <inheritdoc/>
    // The content type is checked for the whole area before.
    public override bool CanRead(InputFormatterContext context) => context.ModelType == typeof(SourceText);

    /// <inheritdoc/>
    public override Task<InputFormatterResult> ReadAsync(InputFormatterContext context) => ReadRequestBodyAsync(context);

    /// <inheritdoc/>
    public override async Task<InputFormatterResult> ReadRequestBodyAsync(InputFormatterContext context)
    {
        var bytes = await BoundedBody.ReadAsync(context.HttpContext.Request, context.HttpContext.RequestAborted);
        try
        {
            return await InputFormatterResult.SuccessAsync(new SourceText(Strict.GetString(bytes)));
        }
        catch (DecoderFallbackException)
        {
            throw new ProblemException(new Problem.Malformed("The request body was not text in UTF-8."));
        }
    }
}
