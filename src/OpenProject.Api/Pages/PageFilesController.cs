using Microsoft.AspNetCore.Mvc;

namespace OpenProject.Api.Pages;

/// <summary>What pages refer to. Nobody has to be asked who he is for it.</summary>
[ApiExplorerSettings(IgnoreApi = true)]
public sealed class PageFilesController(PageFiles files) : ControllerBase
{
    /// <summary>A style, a script or a picture.</summary>
    [HttpGet("/pages/{name}")]
    [HttpHead("/pages/{name}")]
    public IActionResult ShowFile(string name)
    {
        if (files.Find(name) is not { } file)
            return StatusCode(StatusCodes.Status404NotFound);
        Response.Headers.ContentSecurityPolicy = "default-src 'none'";
        Response.Headers.XContentTypeOptions = "nosniff";
        Response.Headers.CacheControl = "no-cache";
        return File(file.Bytes, file.ContentType, lastModified: null, file.Tag);
    }
}
