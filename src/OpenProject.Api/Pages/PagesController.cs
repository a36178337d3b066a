using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using OpenProject.Api.V3;

namespace OpenProject.Api.Pages;

/// <summary>The pages that people open in a browser: what is running, and API v3 to try.</summary>
[PageHeaders]
[ApiExplorerSettings(IgnoreApi = true)]
public sealed class PagesController(LandingPage landing, PageFiles files, IOptions<ApiV3Options> options) : ControllerBase
{
    private static readonly string Docs = PageFile.Template("docs.html");

    /// <summary>What is running and where its APIs are.</summary>
    [HttpGet("/")]
    [HttpHead("/")]
    public async Task<ContentResult> ShowLanding() => Html(await landing.RenderAsync(Request.PathBase, HttpContext.RequestAborted));

    /// <summary>Swagger UI over the served document.</summary>
    [HttpGet("/docs")]
    [HttpHead("/docs")]
    public ContentResult ShowDocs() => Html(Docs);

    /// <summary>What pages refer to.</summary>
    [HttpGet("/pages/{name}")]
    [HttpHead("/pages/{name}")]
    public IActionResult ShowFile(string name) => files.Find(name) is { } file
        ? File(file.Bytes, file.ContentType, lastModified: null, file.Tag)
        : StatusCode(StatusCodes.Status404NotFound);

    private ContentResult Html(string template) => Content(
        template.Replace("{{name}}", HtmlEncoder.Default.Encode(options.Value.InstanceName), StringComparison.Ordinal)
            .Replace("{{base}}", HtmlEncoder.Default.Encode(Request.PathBase), StringComparison.Ordinal),
        "text/html; charset=utf-8");
}
