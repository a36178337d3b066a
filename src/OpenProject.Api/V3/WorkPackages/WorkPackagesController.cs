using Microsoft.AspNetCore.Mvc;
using OpenProject.Api.Hal;
using OpenProject.Application.Resources;
using OpenProject.Application.WorkPackages;
using OpenProject.Application.Writes;
using OpenProject.Domain.WorkPackages;

namespace OpenProject.Api.V3.WorkPackages;

/// <summary>Work packages in all projects.</summary>
[Route("api/v3/work_packages")]
public sealed class WorkPackagesController(WorkPackageService workPackages, WorkPackageListService lists) : V3Controller
{
    /// <summary>List work packages.</summary>
    /// <response code="200">A page of the work packages that the client may see; only open ones unless <c>filters</c> are sent.</response>
    /// <response code="400">A parameter cannot be understood.</response>
    /// <response code="403">The client may not see work packages anywhere.</response>
    [HttpGet(Name = "list_work_packages")]
    public async Task<ActionResult<Page<WorkPackageDto>>> List(
        [FromQuery] CollectionRequest request,
        [FromQuery] GroupedCollectionRequest grouped,
        [FromQuery] ScopedCollectionRequest scoped,
        [FromQuery] ComparedRequest compared,
        CancellationToken cancellationToken) =>
        await lists.ListAsync(Query(request, grouped, scoped, compared, WorkPackageResource.DefaultFiltersText), cancellationToken);

    /// <summary>Create a work package.</summary>
    /// <param name="notify"><c>false</c> so that nobody is told.</param>
    /// <response code="201">The new work package.</response>
    /// <response code="403">The client may not create work packages in the project.</response>
    /// <response code="422">Attributes are refused.</response>
    [HttpPost(Name = "create_work_package")]
    public async Task<ActionResult<Document<WorkPackageDto>>> Create(
        [FromBody] ChangeSet<WorkPackage, WorkPackageDto> changes, [FromQuery] string? notify, CancellationToken cancellationToken)
    {
        Heed(notify);
        return Created(await workPackages.CreateAsync(changes, projectId: null, cancellationToken));
    }

    /// <summary>View a work package.</summary>
    /// <param name="id">The work package's id.</param>
    /// <param name="compared">Points in time.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="200">The work package.</response>
    /// <response code="400">A point in time cannot be understood.</response>
    /// <response code="404">It is missing, or the client may not see it, or it did not exist at the last point in time.</response>
    [HttpGet("{id:long}", Name = "view_work_package")]
    public async Task<ActionResult<Document<WorkPackageDto>>> Show(long id, [FromQuery] ComparedRequest compared, CancellationToken cancellationToken) =>
        await workPackages.FindAsync(id, compared.Points, cancellationToken);

    /// <summary>Update a work package.</summary>
    /// <param name="id">The work package's id.</param>
    /// <param name="changes">The attributes to change, with the <c>lockVersion</c> that was read.</param>
    /// <param name="notify"><c>false</c> so that nobody is told.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="200">The changed work package.</response>
    /// <response code="404">It is missing, or the client may not see it.</response>
    /// <response code="409">It was changed since it was read, or <c>lockVersion</c> is missing.</response>
    /// <response code="422">Attributes are refused.</response>
    [HttpPatch("{id:long}", Name = "update_work_package")]
    public async Task<ActionResult<Document<WorkPackageDto>>> Update(
        long id, [FromBody] ChangeSet<WorkPackage, WorkPackageDto> changes, [FromQuery] string? notify, CancellationToken cancellationToken)
    {
        Heed(notify);
        return await workPackages.UpdateAsync(id, changes, cancellationToken);
    }

    /// <summary>Delete a work package and all below it.</summary>
    /// <param name="id">The work package's id.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="204">It is gone.</response>
    /// <response code="403">The client may not delete it.</response>
    /// <response code="404">It is missing, or the client may not see it.</response>
    [HttpDelete("{id:long}", Name = "delete_work_package")]
    public async Task<IActionResult> Delete(long id, CancellationToken cancellationToken)
    {
        await workPackages.DeleteAsync(id, cancellationToken);
        return NoContent();
    }

    /// <summary>Form for a new work package.</summary>
    /// <response code="200">The form, whether its payload is valid or not.</response>
    /// <response code="403">The client may not create work packages.</response>
    [HttpPost("form", Name = "form_create_work_package")]
    public async Task<ActionResult<Form<WorkPackage, WorkPackageDto>>> CreateForm(
        [FromBody] ChangeSet<WorkPackage, WorkPackageDto> changes, CancellationToken cancellationToken) =>
        await workPackages.CreateFormAsync(changes, projectId: null, FormLinks.Create(WorkPackageResource.Location.Value), cancellationToken);

    /// <summary>Form for changes of a work package.</summary>
    /// <param name="id">The work package's id.</param>
    /// <param name="changes">The attributes to change.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="200">The form, whether its payload is valid or not.</response>
    /// <response code="404">It is missing, or the client may not see it.</response>
    /// <response code="409">It was changed since it was read.</response>
    [HttpPost("{id:long}/form", Name = "form_edit_work_package")]
    public async Task<ActionResult<Form<WorkPackage, WorkPackageDto>>> UpdateForm(
        long id, [FromBody] ChangeSet<WorkPackage, WorkPackageDto> changes, CancellationToken cancellationToken) =>
        await workPackages.UpdateFormAsync(id, changes, cancellationToken);
}
