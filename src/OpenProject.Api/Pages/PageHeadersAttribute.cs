using Microsoft.AspNetCore.Mvc.Filters;

namespace OpenProject.Api.Pages;

/// <summary>Pages load nothing from elsewhere, run no inline script, send nothing elsewhere and are framed by nobody.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class PageHeadersAttribute : ResultFilterAttribute
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <inheritdoc/>
    public override void OnResultExecuting(ResultExecutingContext context)
    {
        var headers = context.HttpContext.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers.CacheControl = "no-cache";
    }
}
