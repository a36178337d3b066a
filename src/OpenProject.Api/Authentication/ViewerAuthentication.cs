using OpenProject.Api.OAuth;
using OpenProject.Application.Common;

namespace OpenProject.Api.Authentication;

/// <summary>Finds out who asks, of every request to an endpoint of an API that credentials open, before anything else is done for it.</summary>
public sealed class ViewerAuthentication(RequestDelegate next)
{
    /// <summary>Authenticates the request.</summary>
    /// <exception cref="ProblemException">Missing or wrong credentials; the challenge is attached.</exception>
    public async Task InvokeAsync(HttpContext http)
    {
        if (ProtectedResource.Of(http.GetEndpoint()) is { } api)
        {
            var services = http.RequestServices;
            services.GetRequiredService<CurrentViewer>().Set(await services.GetRequiredService<Callers>().RecognizeAsync(http, api));
        }

        await next(http);
    }
}
