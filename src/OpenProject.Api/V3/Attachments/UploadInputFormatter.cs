using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc.Formatters;
using OpenProject.Application.Attachments;

namespace OpenProject.Api.V3.Attachments;

/// <summary>Hands uploads to actions unread, and lets their bodies be as large as attachments may be.</summary>
public sealed class UploadInputFormatter : InputFormatter
{
    /// <summary>Takes multipart forms.</summary>
    public UploadInputFormatter() => SupportedMediaTypes.Add("multipart/form-data");

    /// <inheritdoc/>
    // The content type is checked for the whole area before.
    public override bool CanRead(InputFormatterContext context) => context.ModelType == typeof(IUpload);

    /// <inheritdoc/>
    public override Task<InputFormatterResult> ReadAsync(InputFormatterContext context) => ReadRequestBodyAsync(context);

    /// <inheritdoc/>
    public override Task<InputFormatterResult> ReadRequestBodyAsync(InputFormatterContext context)
    {
        var http = context.HttpContext;
        var maxBytes = http.RequestServices.GetRequiredService<AttachmentPolicy>().MaxBytes;
        // What is larger is told before or while it is read, in the API's own words.
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
            limit.MaxRequestBodySize = maxBytes + MultipartUpload.Overhead;
        return InputFormatterResult.SuccessAsync(new MultipartUpload(http.Request, maxBytes));
    }
}
