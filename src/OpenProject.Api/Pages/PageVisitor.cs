using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using OpenProject.Api.Authentication;
using OpenProject.Application.Common;

namespace OpenProject.Api.Pages;

/// <summary>Finds out who opens a page: whose session the browser has, or nobody.</summary>
public sealed class PageVisitor(RequestDelegate next)
{
    /// <summary>Names the visitor; leads to the sign-in page where one is needed.</summary>
    /// <exception cref="ProblemException">The page is not for this visitor.</exception>
    public async Task InvokeAsync(HttpContext http, CurrentViewer current)
    {
        var needed = http.GetEndpoint()?.Metadata.GetMetadata<RequiresSignInAttribute>();
        var principal = await PrincipalAsync(http, isNeeded: needed is not null);
        var viewer = principal?.Viewer();
        if (viewer is not null)
        {
            http.User = principal!;
            current.Set(viewer);
        }

        if (needed is not null && viewer is null)
            await http.ChallengeAsync(AuthenticationSchemes.Session);
        else if (needed is { AsAdministrator: true } && !viewer!.IsAdmin)
            throw new ProblemException(new Problem.Forbidden());
        else
            await next(http);
    }

    // What is for everybody opens without the database: whose session it is then nobody can tell.
    private static async Task<ClaimsPrincipal?> PrincipalAsync(HttpContext http, bool isNeeded)
    {
        try
        {
            return (await http.AuthenticateAsync(AuthenticationSchemes.Session)).Principal;
        }
        catch (ProblemException exception) when (!isNeeded && exception.Problem is Problem.Unavailable)
        {
            return null;
        }
    }
}
