using Microsoft.AspNetCore.Mvc;
using OpenProject.Application.OAuthApplications;
using OpenProject.Application.Resources;

namespace OpenProject.Api.V3.OAuthApplications;

/// <summary>The programs that may ask for access tokens.</summary>
[Route("api/v3/oauth_applications")]
public sealed class OAuthApplicationsController(OAuthApplicationService applications) : V3Controller
{
    /// <summary>View an OAuth application. Its secret is not told; <c>confidential</c> says whether it has one.</summary>
    /// <param name="id">The application's id.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="200">The application.</response>
    /// <response code="403">The client is no administrator.</response>
    /// <response code="404">There is no such application.</response>
    [HttpGet("{id:long}", Name = "get_oauth_application")]
    public async Task<ActionResult<Document<OAuthApplicationDto>>> Show(long id, CancellationToken cancellationToken) =>
        await applications.FindAsync(id, cancellationToken);
}
