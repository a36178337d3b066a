using System.Collections.Frozen;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using OpenProject.Application.Attachments;
using OpenProject.Application.Common;

namespace OpenProject.Api.V3.Attachments;

/// <summary>
/// The bytes of an attachment, whole or in ranges (RFC 9110 section 14), conditionally (section 13). Somebody else's file is
/// shown by browsers only where it cannot do harm, and then in a sandbox.
/// </summary>
/// <param name="attachment">The attachment.</param>
/// <param name="content">The bytes; disposed with the answer.</param>
public sealed class AttachmentFile(AttachmentDto attachment, Stream content) : ActionResult
{
    private static readonly FrozenSet<string> Shown = new[]
    {
        "text/plain", "image/png", "image/jpeg", "image/gif", "image/webp", "image/bmp", "image/avif", "application/pdf",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>How the bytes of an attachment are served, wherever they come from.</summary>
    public static ServedAs ServedAs(AttachmentDto attachment)
    {
        var disposition = new ContentDispositionHeaderValue(Shown.Contains(attachment.FileContentType) ? "inline" : "attachment");
        disposition.SetHttpFileName(attachment.FileName);
        return new ServedAs(attachment.FileContentType, disposition.ToString());
    }

    /// <inheritdoc/>
    public override Task ExecuteResultAsync(ActionContext context)
    {
        var headers = context.HttpContext.Response.Headers;
        headers.ContentDisposition = ServedAs(attachment).Disposition;
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = "sandbox; default-src 'none'; img-src 'self'; style-src 'unsafe-inline'";
        // Who may see it is asked each time; what has not changed need not be sent again.
        headers.CacheControl = "private, no-cache";
        return new FileStreamResult(content, attachment.FileContentType)
        {
            EnableRangeProcessing = true,
            EntityTag = new EntityTagHeaderValue($"\"{attachment.FileMd5}\""),
            LastModified = new DateTimeOffset(DateTime.SpecifyKind(attachment.CreatedAt, DateTimeKind.Utc)),
        }.ExecuteResultAsync(context);
    }
}
