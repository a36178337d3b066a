using Microsoft.AspNetCore.Mvc;
using OpenProject.Api.Hal;
using OpenProject.Application.Resources;
using OpenProject.Application.WorkPackages;
using OpenProject.Application.Writes;
using OpenProject.Domain.WorkPackages;

namespace OpenProject.Api.V3.WorkPackages;

/// <summary>Work packages inside a workspace.</summary>
[Route("api/v3")]
public sealed class WorkspaceWorkPackagesController(WorkspaceWorkPackageService workPackages) : V3Controller
{
    /// <summary>List the work packages of a workspace.</summary>
    /// <param name="id">The workspace's id or identifier.</param>
    /// <param name="request">Filters, order and page.</param>
    /// <param name="grouped">Groups and sums.</param>
    /// <param name="scoped">Workspaces below, and the order by hand of a stored query.</param>
    /// <param name="compared">Points in time.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="200">A page of its work packages; only open ones unless <c>filters</c> are sent.</response>
    /// <response code="400">A parameter cannot be understood.</response>
    /// <response code="403">The client may see the workspace, but not its work packages.</response>
    /// <response code="404">The workspace is missing, or the client may not see it.</response>
    [HttpGet("projects/{id}/work_packages", Name = "Get_Project_Work_Package_Collection")]
    [HttpGet("workspaces/{id}/work_packages", Name = "Get_Workspace_Work_Package_Collection")]
    public async Task<ActionResult<Page<WorkPackageDto>>> List(
        string id,
        [FromQuery] CollectionRequest request,
        [FromQuery] GroupedCollectionRequest grouped,
        [FromQuery] ScopedCollectionRequest scoped,
        [FromQuery] ComparedRequest compared,
        CancellationToken cancellationToken) =>
        await workPackages.ListAsync(id, Query(request, grouped, scoped, compared, WorkPackageResource.DefaultFiltersText), cancellationToken);

    /// <summary>Create a work package in a workspace.</summary>
    /// <param name="id">The workspace's id or identifier.</param>
    /// <param name="changes">The attributes.</param>
    /// <param name="notify"><c>false</c> so that nobody is told.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="201">The new work package.</response>
    /// <response code="403">The client may not create work packages in the workspace.</response>
    /// <response code="404">The workspace is missing, or the client may not see it.</response>
    /// <response code="422">Attributes are refused.</response>
    [HttpPost("projects/{id}/work_packages", Name = "Create_Project_Work_Package")]
    [HttpPost("workspaces/{id}/work_packages", Name = "Create_Workspace_Work_Package")]
    public async Task<ActionResult<Document<WorkPackageDto>>> Create(
        string id, [FromBody] ChangeSet<WorkPackage, WorkPackageDto> changes, [FromQuery] string? notify, CancellationToken cancellationToken)
    {
        Heed(notify);
        return Created(await workPackages.CreateAsync(id, changes, cancellationToken));
    }

    /// <summary>Form for a new work package in a workspace.</summary>
    /// <param name="id">The workspace's id or identifier.</param>
    /// <param name="changes">The attributes.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="200">The form, whether its payload is valid or not.</response>
    /// <response code="403">The client may not create work packages in the workspace.</response>
    /// <response code="404">The workspace is missing, or the client may not see it.</response>
    [HttpPost("projects/{id}/work_packages/form", Name = "form_create_work_package_in_project")]
    [HttpPost("workspaces/{id}/work_packages/form", Name = "form_create_work_package_in_workspace")]
    public async Task<ActionResult<Form<WorkPackage, WorkPackageDto>>> CreateForm(
        string id, [FromBody] ChangeSet<WorkPackage, WorkPackageDto> changes, CancellationToken cancellationToken) =>
        await workPackages.CreateFormAsync(id, changes, FormLinks.Create(CollectionPath[..^"/form".Length]), cancellationToken);
}
