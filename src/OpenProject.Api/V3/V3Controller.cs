using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using OpenProject.Api.Errors;
using OpenProject.Api.Hal;
using OpenProject.Application.Common;
using OpenProject.Application.Queries;
using OpenProject.Application.Resources;

namespace OpenProject.Api.V3;

/// <summary>What the controllers of API v3 share: the area, the media type, the way collections are asked for.</summary>
[ApiArea(ApiArea.V3)]
[Produces("application/hal+json")]
[ApiExplorerSettings(IgnoreApi = false)]
public abstract class V3Controller : ControllerBase
{
    /// <summary>The request's path without the application's prefix: what links of a collection repeat.</summary>
    protected string CollectionPath => Request.Path.Value!.TrimEnd('/');

    /// <summary>What is asked of a paginated collection.</summary>
    protected CollectionQuery Query(
        CollectionRequest request,
        GroupedCollectionRequest? grouped = null,
        ScopedCollectionRequest? scoped = null,
        ComparedRequest? compared = null,
        string defaultFilters = "[]") =>
        QueryParser.Parse(
            CollectionPath, request, HttpContext.RequestServices.GetRequiredService<IOptions<ApiV3Options>>().Value, grouped, scoped, compared, defaultFilters);

    /// <summary>What is asked of a whole collection.</summary>
    protected CollectionQuery Whole() => QueryParser.Whole(CollectionPath);

    /// <summary>What is asked of a whole collection that takes filters.</summary>
    protected CollectionQuery Whole(FilteredRequest request) => QueryParser.Whole(CollectionPath, request);

    /// <summary>Tells nobody of what the request changes where it says so; any other value than <c>false</c> says nothing.</summary>
    protected void Heed(string? notify)
    {
        if (notify == "false")
            HttpContext.RequestServices.GetRequiredService<CurrentActor>().KeepQuiet();
    }

    /// <summary>303: the client finds it elsewhere.</summary>
    protected IActionResult SeeOther(string location)
    {
        Response.Headers.Location = location;
        return StatusCode(StatusCodes.Status303SeeOther);
    }

    /// <summary>201 with the new resource.</summary>
    protected ActionResult<TDocument> Created<TDocument>(TDocument document)
        where TDocument : IHalDocument =>
        new ObjectResult(document) { StatusCode = StatusCodes.Status201Created };
}
