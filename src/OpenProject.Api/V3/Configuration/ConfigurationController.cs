using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using OpenProject.Application.Attachments;
using OpenProject.Application.Projects;

namespace OpenProject.Api.V3.Configuration;

/// <summary>The installation's settings, as far as clients need them.</summary>
[Route("api/v3/configuration")]
public sealed class ConfigurationController(IOptions<ApiV3Options> options, IOptions<PublicAddress> address, WorkspaceService workspaces, AttachmentService attachments) : V3Controller
{
    /// <summary>View the configuration.</summary>
    /// <response code="200">The settings.</response>
    [HttpGet(Name = "View_configuration")]
    public ActionResult<ConfigurationModel> Show() => Settings("/api/v3/configuration");

    /// <summary>View the configuration of a project.</summary>
    /// <param name="id">The project's id or identifier.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="200">The settings.</response>
    /// <response code="404">The project is missing, or the client may not see it.</response>
    [HttpGet("/api/v3/projects/{id}/configuration", Name = "View_project_configuration")]
    public async Task<ActionResult<ProjectConfigurationModel>> ShowOfProject(string id, CancellationToken cancellationToken) =>
        new ProjectConfigurationModel(Settings($"/api/v3/projects/{await workspaces.IdOfAsync(id, cancellationToken)}/configuration"));

    private ConfigurationModel Settings(string self) => new(
        address.Value.HostFor(Request),
        attachments.MaxBytes,
        [options.Value.DefaultPageSize, 100],
        "hours_only",
        [],
        new Dictionary<string, HalLink>(StringComparer.Ordinal) { ["self"] = new(self) });
}
