using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using OpenProject.Application.Bcf;

namespace OpenProject.Api.Bcf;

/// <summary>Bytes that hang on a topic, exactly as they came.</summary>
public sealed class BcfBytes : ActionResult
{
    // An image never changes, but who may see it does.
    private const string Kept = "private, max-age=604800, immutable";

    private readonly BcfContent content;
    private readonly string contentType;
    private readonly string disposition;
    private readonly string cacheControl;

    private BcfBytes(BcfContent content, string contentType, string disposition, string cacheControl) =>
        (this.content, this.contentType, this.disposition, this.cacheControl) = (content, contentType, disposition, cacheControl);

    /// <summary>An image, which browsers may show.</summary>
    public static BcfBytes Image(BcfContent content, string mediaType) => new(content, mediaType, "inline", Kept);

    /// <summary>A file, which browsers save.</summary>
    public static BcfBytes File(BcfContent content) => new(content, "application/octet-stream", "attachment", "private, no-cache");

    /// <inheritdoc/>
    public override Task ExecuteResultAsync(ActionContext context)
    {
        var headers = context.HttpContext.Response.Headers;
        var named = new ContentDispositionHeaderValue(disposition);
        named.SetHttpFileName(content.FileName);
        headers.ContentDisposition = named.ToString();
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        headers.CacheControl = cacheControl;
        headers.Vary = "Authorization, Cookie";
        return new FileStreamResult(content.Bytes, contentType) { EntityTag = new EntityTagHeaderValue($"\"{content.Md5}\"") }.ExecuteResultAsync(context);
    }
}
