using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Net.Http.Headers;
using OpenProject.Application.Installations;

namespace OpenProject.Api.WellKnown;

/// <summary>Which installation this is. The same bytes for everyone, with or without credentials.</summary>
[Route(".well-known/openproject-metadata")]
public sealed class OpenProjectMetadataController(InstallationService installations) : WellKnownController
{
    /// <summary>View what anybody may know about this installation.</summary>
    /// <response code="200">The metadata.</response>
    /// <response code="304">The caller has them already.</response>
    /// <response code="503">The server does not know them yet.</response>
    [HttpGet(Name = "view_openproject_metadata")]
    [HttpHead]
    [OutputCache(PolicyName = PublicDocumentCache.Name)]
    [ProducesResponseType<OpenProjectMetadata>(StatusCodes.Status200OK, "application/json")]
    public async Task<FileContentResult> Show()
    {
        var installation = await installations.GetAsync(HttpContext.RequestAborted);
        var metadata = new OpenProjectMetadata(installation.Uuid);
        Response.Headers.CacheControl = "public, max-age=3600";
        return File(
            JsonSerializer.SerializeToUtf8Bytes(metadata, WellKnownJsonContext.Default.OpenProjectMetadata),
            "application/json; charset=utf-8",
            lastModified: null,
            new EntityTagHeaderValue($"\"{installation.Uuid}\""));
    }
}
