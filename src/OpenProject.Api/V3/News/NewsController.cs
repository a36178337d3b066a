using Microsoft.AspNetCore.Mvc;
using OpenProject.Api.Hal;
using OpenProject.Application.News;
using OpenProject.Application.Resources;
using OpenProject.Application.Writes;
using OpenProject.Domain.News;

namespace OpenProject.Api.V3.News;

/// <summary>What projects tell their readers.</summary>
[Route("api/v3/news")]
public sealed class NewsController(NewsService news) : V3Controller
{
    /// <summary>List news.</summary>
    /// <response code="200">A page of the news that the client may see, newest first.</response>
    /// <response code="400">A parameter cannot be understood.</response>
    [HttpGet(Name = "List_News")]
    public async Task<ActionResult<Page<NewsDto>>> List([FromQuery] CollectionRequest request, CancellationToken cancellationToken) =>
        await news.ListAsync(Query(request), cancellationToken);

    /// <summary>Create news. Its author is the client.</summary>
    /// <response code="201">The new entry.</response>
    /// <response code="403">The client may not manage news of the project.</response>
    /// <response code="422">Attributes are refused.</response>
    [HttpPost(Name = "create_news")]
    public async Task<ActionResult<Document<NewsDto>>> Create([FromBody] ChangeSet<NewsItem, NewsDto> changes, CancellationToken cancellationToken) =>
        Created(await news.CreateAsync(changes, cancellationToken));

    /// <summary>View news.</summary>
    /// <param name="id">The entry's id.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="200">The entry.</response>
    /// <response code="404">It is missing, or the client may not see it.</response>
    [HttpGet("{id:long}", Name = "View_news")]
    public async Task<ActionResult<Document<NewsDto>>> Show(long id, CancellationToken cancellationToken) => await news.FindAsync(id, cancellationToken);

    /// <summary>Update news.</summary>
    /// <param name="id">The entry's id.</param>
    /// <param name="changes">The attributes to change.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="200">The changed entry.</response>
    /// <response code="403">The client may not manage news of the project.</response>
    /// <response code="404">It is missing, or the client may not see it.</response>
    /// <response code="422">Attributes are refused.</response>
    [HttpPatch("{id:long}", Name = "update_news")]
    public async Task<ActionResult<Document<NewsDto>>> Update(
        long id, [FromBody] ChangeSet<NewsItem, NewsDto> changes, CancellationToken cancellationToken) =>
        await news.UpdateAsync(id, changes, cancellationToken);

    /// <summary>Delete news.</summary>
    /// <param name="id">The entry's id.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="202">It is gone.</response>
    /// <response code="403">The client may not manage news of the project.</response>
    /// <response code="404">It is missing, or the client may not see it.</response>
    [HttpDelete("{id:long}", Name = "delete_news")]
    public async Task<IActionResult> Delete(long id, CancellationToken cancellationToken)
    {
        await news.DeleteAsync(id, cancellationToken);
        return Accepted();
    }
}
