using Microsoft.AspNetCore.Mvc;
using OpenProject.Api.Hal;
using OpenProject.Application.Common;
using OpenProject.Application.Render;

namespace OpenProject.Api.V3.Render;

/// <summary>What texts look like.</summary>
[Route("api/v3/render")]
public sealed class RenderController(RenderService render) : V3Controller
{
    private const string Text = "text/plain";
    private const string Html = "text/html";

    /// <summary>Render Markdown.</summary>
    /// <param name="text">The text.</param>
    /// <param name="context">The href of what the text is about, e.g. <c>/api/v3/work_packages/1</c>.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="200">The text as HTML, in which nothing can run.</response>
    /// <response code="400">The context is missing, or the client may not see it; or the text is no UTF-8.</response>
    [Takes(Text)]
    [Answers(Html)]
    [HttpPost("markdown", Name = "Preview_Markdown_document")]
    public async Task<IActionResult> Markdown([FromBody] SourceText text, [FromQuery] string? context, CancellationToken cancellationToken) =>
        Content(await render.MarkdownAsync(text.Value, context, cancellationToken), Html + "; charset=utf-8");

    /// <summary>Render plain text.</summary>
    /// <param name="text">The text.</param>
    /// <response code="200">The text as HTML that shows it as it is.</response>
    [Takes(Text)]
    [Answers(Html)]
    [HttpPost("plain", Name = "Preview_plain_document")]
    public IActionResult Plain([FromBody] SourceText text) => Content(PlainText.ToHtml(text.Value), Html + "; charset=utf-8");
}
