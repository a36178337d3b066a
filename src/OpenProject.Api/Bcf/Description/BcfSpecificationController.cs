using Microsoft.AspNetCore.Mvc;
using OpenProject.Api.Authentication;
using OpenProject.Api.OpenApi;

namespace OpenProject.Api.Bcf.Description;

/// <summary>The description of BCF API 2.1 for programs: OpenAPI 3.1 as JSON and YAML, the same for everyone.</summary>
[Anonymous]
[Route(BcfPaths.Version)]
public sealed class BcfSpecificationController(BcfContracts contracts) : BcfController
{
    /// <summary>The document as JSON.</summary>
    [HttpGet("openapi.json")]
    public async Task<IActionResult> Json() => Send((await contracts.GetAsync()).Json, "application/json; charset=utf-8");

    /// <summary>The document as YAML.</summary>
    [HttpGet("openapi.yml")]
    public async Task<IActionResult> Yaml() => Send((await contracts.GetAsync()).Yaml, "text/vnd.yaml; charset=utf-8");

    private FileContentResult Send(byte[] document, string contentType)
    {
        Response.Headers.CacheControl = "public, max-age=0, must-revalidate";
        return File(document, contentType, lastModified: null, Contracts.TagOf(document));
    }
}
