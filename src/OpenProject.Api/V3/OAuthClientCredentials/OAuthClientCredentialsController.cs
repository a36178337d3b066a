using Microsoft.AspNetCore.Mvc;
using OpenProject.Application.OAuthClientCredentials;
using OpenProject.Application.Resources;

namespace OpenProject.Api.V3.OAuthClientCredentials;

/// <summary>What the server calls itself where it is an OAuth client.</summary>
[Route("api/v3/oauth_client_credentials")]
public sealed class OAuthClientCredentialsController(OAuthClientCredentialsService credentials) : V3Controller
{
    /// <summary>View OAuth client credentials. The secret is not told.</summary>
    /// <param name="id">The credentials' id.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="200">The credentials.</response>
    /// <response code="403">The client is no administrator.</response>
    /// <response code="404">There are no such credentials.</response>
    [HttpGet("{id:long}", Name = "get_oauth_client_credentials")]
    public async Task<ActionResult<Document<OAuthClientCredentialsDto>>> Show(long id, CancellationToken cancellationToken) =>
        await credentials.FindAsync(id, cancellationToken);
}
