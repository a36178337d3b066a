using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using OpenProject.Application.Common;
using OpenProject.Application.Sessions;

namespace OpenProject.Api.Authentication;

/// <summary>The cookie names a session; whether that still is one, and whose, the database says.</summary>
public sealed class SessionEvents(SessionService sessions) : CookieAuthenticationEvents
{
    /// <inheritdoc/>
    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        if (context.Principal?.Token() is { } token && await sessions.AuthenticateAsync(token, context.HttpContext.RequestAborted) is { } viewer)
            context.ReplacePrincipal(SessionPrincipal.Of(viewer, token));
        else
            context.RejectPrincipal();
    }

    /// <summary>Leads to the sign-in page by a path: what the request calls its host is not repeated.</summary>
    public override Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context)
    {
        var request = context.Request;
        string login = request.PathBase + context.Options.LoginPath;
        if (HttpMethods.IsGet(request.Method))
            login += $"?{context.Options.ReturnUrlParameter}={UrlEncoder.Default.Encode(request.PathBase + request.Path + request.QueryString)}";
        context.Response.Redirect(login);
        return Task.CompletedTask;
    }

    /// <summary>Whoever is signed in and may not is told so.</summary>
    /// <exception cref="ProblemException">Always, as forbidden.</exception>
    public override Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context) =>
        throw new ProblemException(new Problem.Forbidden());
}
