using Microsoft.AspNetCore.Mvc.Filters;

namespace OpenProject.Api.Pages;

/// <summary>Pages load nothing from elsewhere, run no inline script, send nothing elsewhere, are framed by nobody and kept by no cache.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class PageHeadersAttribute : ResultFilterAttribute
{
    /// <summary>Whether the page runs scripts; others work without.</summary>
    public bool WithScripts { get; init; }

    /// <inheritdoc/>
    public override void OnResultExecuting(ResultExecutingContext context) => Write(context.HttpContext, WithScripts);

    /// <summary>Writes the headers of a page.</summary>
    internal static void Write(HttpContext http, bool withScripts)
    {
        var scripts = withScripts ? "script-src 'self'; connect-src 'self'; " : "";
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy =
            $"default-src 'none'; {scripts}style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action {http.FormAction()}; frame-ancestors 'none'";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers.CacheControl = "no-cache, no-store";
    }
}
