using Microsoft.AspNetCore.Mvc;
using OpenProject.Application.Common;
using OpenProject.Application.Installations;

namespace OpenProject.Api.Pages;

/// <summary>The pages for everybody: what is running, and API v3 to try.</summary>
public sealed class PagesController(ServedApis apis, InstallationService installations) : PageController
{
    /// <summary>What is running and where its APIs are.</summary>
    [HttpGet("/")]
    [HttpHead("/")]
    public async Task<ViewResult> ShowLanding() => View("Landing", new LandingPage(await InstallationAsync(), apis.All));

    /// <summary>Swagger UI over the served document.</summary>
    [HttpGet("/docs")]
    [HttpHead("/docs")]
    [PageHeaders(WithScripts = true)]
    public ViewResult ShowDocs() => View("Docs");

    // The page opens while the database does not answer: it is where an operator looks first.
    private async Task<string?> InstallationAsync()
    {
        try
        {
            return (await installations.GetAsync(HttpContext.RequestAborted)).Uuid;
        }
        catch (ProblemException exception) when (exception.Problem is Problem.Unavailable)
        {
            return null;
        }
    }
}
