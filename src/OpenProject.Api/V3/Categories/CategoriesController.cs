using Microsoft.AspNetCore.Mvc;
using OpenProject.Application.Categories;
using OpenProject.Application.Resources;

namespace OpenProject.Api.V3.Categories;

/// <summary>The categories of work packages.</summary>
[Route("api/v3")]
public sealed class CategoriesController(CategoryService categories) : V3Controller
{
    /// <summary>View a category.</summary>
    /// <param name="id">The category's id.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="200">The category.</response>
    /// <response code="404">It is missing, or the client may not see its project.</response>
    [HttpGet("categories/{id:long}", Name = "View_Category")]
    public async Task<ActionResult<Document<CategoryDto>>> Show(long id, CancellationToken cancellationToken) =>
        await categories.FindAsync(id, cancellationToken);

    /// <summary>List the categories of a workspace.</summary>
    /// <param name="id">The workspace's id or identifier.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="200">The categories, by name.</response>
    /// <response code="404">The workspace is missing, or the client may not see it.</response>
    [HttpGet("projects/{id}/categories", Name = "List_categories_of_a_project")]
    [HttpGet("workspaces/{id}/categories", Name = "List_categories_of_a_workspace")]
    public async Task<ActionResult<Page<CategoryDto>>> ListIn(string id, CancellationToken cancellationToken) =>
        await categories.ListInAsync(id, Whole(), cancellationToken);
}
