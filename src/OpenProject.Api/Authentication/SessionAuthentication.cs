using Microsoft.AspNetCore.Authentication;
using OpenProject.Application.Common;

namespace OpenProject.Api.Authentication;

/// <summary>
/// Lets the session of a browser stand for its user at an API. Reading is free; what may change something must come from
/// our own pages, which the browser says (<c>Sec-Fetch-Site</c>; without TLS it does not, and a header that other sites'
/// pages cannot send stands in).
/// </summary>
public sealed class SessionAuthentication
{
    /// <summary>Who is signed in; null when nobody is, or when the request may come from another site.</summary>
    public async Task<Viewer?> ViewerOfAsync(HttpContext http)
    {
        if (http.Request.Headers.Cookie.Count == 0 || !IsOurs(http.Request))
            return null;
        var result = await http.AuthenticateAsync(AuthenticationSchemes.Session);
        return result.Principal?.Viewer();
    }

    private static bool IsOurs(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)
        || request.Headers["Sec-Fetch-Site"] == "same-origin"
        || (!request.IsHttps && request.Headers.XRequestedWith == "XMLHttpRequest");
}
