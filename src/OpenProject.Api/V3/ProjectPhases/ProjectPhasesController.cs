using Microsoft.AspNetCore.Mvc;
using OpenProject.Api.Hal;
using OpenProject.Application.ProjectPhases;
using OpenProject.Application.Resources;

namespace OpenProject.Api.V3.ProjectPhases;

/// <summary>The phases that projects go through.</summary>
[Route("api/v3")]
public sealed class ProjectPhasesController(ProjectPhaseService phases) : V3Controller
{
    /// <summary>View a phase of a project.</summary>
    /// <param name="id">The phase's id.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="200">The phase.</response>
    /// <response code="404">It is missing, or the client may not see it.</response>
    [HttpGet("project_phases/{id:long}", Name = "get_project_phase")]
    public async Task<ActionResult<Document<ProjectPhaseDto>>> Show(long id, CancellationToken cancellationToken) => await phases.FindAsync(id, cancellationToken);

    /// <summary>List what phases there are.</summary>
    /// <response code="200">A page of the phases, in their order; none for those who may neither see nor choose the phases of any project.</response>
    /// <response code="400">A parameter cannot be understood.</response>
    [HttpGet("project_phase_definitions", Name = "list_project_phase_definitions")]
    public async Task<ActionResult<Page<ProjectPhaseDefinitionDto>>> ListDefinitions([FromQuery] CollectionRequest request, CancellationToken cancellationToken) =>
        await phases.ListDefinitionsAsync(Query(request), cancellationToken);

    /// <summary>View what a phase is.</summary>
    /// <param name="id">The definition's id.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="200">The definition.</response>
    /// <response code="404">It is missing, or the client may neither see nor choose the phases of any project.</response>
    [HttpGet("project_phase_definitions/{id:long}", Name = "get_project_phase_definition")]
    public async Task<ActionResult<Document<ProjectPhaseDefinitionDto>>> ShowDefinition(long id, CancellationToken cancellationToken) =>
        await phases.FindDefinitionAsync(id, cancellationToken);
}
