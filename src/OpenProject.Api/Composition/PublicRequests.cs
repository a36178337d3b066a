using Microsoft.Extensions.Options;

namespace OpenProject.Api.Composition;

/// <summary>Makes every request one to the public address.</summary>
internal static class PublicRequests
{
    /// <summary>
    /// Takes the configured address for that of each request, whatever the request calls its host, and also where a proxy has
    /// ended TLS or taken the path off: absolute addresses, redirects and cookies follow from it.
    /// </summary>
    public static void UsePublicAddress(this WebApplication app)
    {
        var address = app.Services.GetRequiredService<IOptions<PublicAddress>>().Value;
        if (!address.IsConfigured)
            return;
        var url = new Uri(address.PublicBaseUrl!);
        var (host, prefix) = (HostString.FromUriComponent(url), address.Prefix);
        if (prefix.HasValue)
            app.UsePathBase(prefix);
        app.Use((http, next) =>
        {
            (http.Request.Scheme, http.Request.Host, http.Request.PathBase) = (url.Scheme, host, prefix);
            return next(http);
        });
    }
}
