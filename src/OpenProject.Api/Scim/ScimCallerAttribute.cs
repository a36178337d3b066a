using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.Options;
using OpenProject.Api.Authentication;
using OpenProject.Api.OAuth;
using OpenProject.Application.Common;
using OpenProject.Application.Scim.Clients;

namespace OpenProject.Api.Scim;

/// <summary>
/// Lets clients of SCIM in and nobody else, whatever his token's scope: only their service accounts provision. What everybody may see
/// (<see cref="AnonymousAttribute"/>) is shown to callers without credentials.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ScimCallerAttribute : Attribute, IAsyncActionFilter
{
    /// <inheritdoc/>
    public async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        var http = context.HttpContext;
        var services = http.RequestServices;
        if (!services.GetRequiredService<IOptions<ScimOptions>>().Value.Enabled)
            throw new ProblemException(new Problem.Forbidden("SCIM is switched off here."));
        var viewer = services.GetRequiredService<CurrentViewer>().Viewer;
        if (viewer.IsAnonymous)
        {
            await next();
            return;
        }

        if (await services.GetRequiredService<ScimCallerService>().FindAsync(viewer, http.RequestAborted) is not { } caller)
        {
            var address = services.GetRequiredService<IOptions<PublicAddress>>().Value.BaseFor(http.Request);
            Challenge.Attach(http, Challenge.Bearer(address, ProtectedResource.Scim.Scope, BearerResult.InvalidToken, "Requires authentication"));
            throw new ProblemException(new Problem.Unauthenticated(WrongCredentials: true));
        }

        http.Features.Set(caller);
        await next();
    }
}
