using Microsoft.AspNetCore.Mvc;
using OpenProject.Api.Authentication;
using OpenProject.Api.Errors;
using OpenProject.Api.OpenApi;

namespace OpenProject.Api.V3.Specification;

/// <summary>The description of API v3 for programs: OpenAPI 3.1 as JSON and YAML, the same for everyone.</summary>
[ApiArea(ApiArea.V3)]
[Anonymous]
[ApiExplorerSettings(IgnoreApi = true)]
[Route("api/v3")]
public sealed class SpecificationController(Contracts contracts) : ControllerBase
{
    /// <summary>The document as JSON.</summary>
    [HttpGet("openapi.json")]
    [HttpHead("openapi.json")]
    [HttpGet("spec.json")]
    [HttpHead("spec.json")]
    public async Task<IActionResult> Json() => Send((await contracts.GetAsync()).Json, "application/json; charset=utf-8");

    /// <summary>The document as YAML.</summary>
    [HttpGet("spec.yml")]
    [HttpHead("spec.yml")]
    public async Task<IActionResult> Yaml() => Send((await contracts.GetAsync()).Yaml, "text/vnd.yaml; charset=utf-8");

    private FileContentResult Send(byte[] document, string contentType)
    {
        Response.Headers.CacheControl = "public, max-age=0, must-revalidate";
        return File(document, contentType, lastModified: null, Contracts.TagOf(document));
    }
}
