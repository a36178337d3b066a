using Microsoft.AspNetCore.Mvc;
using OpenProject.Application.Resources;
using OpenProject.Application.WikiPages;

namespace OpenProject.Api.V3.WikiPages;

/// <summary>Pages of projects' wikis.</summary>
[Route("api/v3/wiki_pages")]
public sealed class WikiPagesController(WikiPageService pages) : V3Controller
{
    /// <summary>View a wiki page.</summary>
    /// <param name="id">The page's id.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="200">The page.</response>
    /// <response code="404">It is missing, or the client may not see it.</response>
    [HttpGet("{id:long}", Name = "View_Wiki_Page")]
    public async Task<ActionResult<Document<WikiPageDto>>> Show(long id, CancellationToken cancellationToken) => await pages.FindAsync(id, cancellationToken);
}
