using OpenProject.Application.ProjectStatuses;
using OpenProject.Application.Queries;
using OpenProject.Application.Resources;
using OpenProject.Application.Writes;
using OpenProject.Domain.Projects;

namespace OpenProject.Application.Projects;

/// <summary>Allowed are the fixed statuses, which forms list.</summary>
public sealed class AllowedProjectStatuses(ProjectStatusResource resource) : AllowedValues<Project, ProjectDto>
{
    /// <inheritdoc/>
    public override Task<Elements?> ListAsync(Draft<Project, ProjectDto> draft, ResourceReader reader, CancellationToken cancellationToken) =>
        Task.FromResult<Elements?>(new Elements(
            [.. ProjectStatusDto.All.Select(resource.SelfOf)],
            [.. ProjectStatusDto.All.Select(status => new Document<ProjectStatusDto>(status, reader.Access))]));

    /// <inheritdoc/>
    public override Task<bool> AllowsAsync(
        Draft<Project, ProjectDto> draft, LinkTarget wanted, ResourceReader reader, CancellationToken cancellationToken) =>
        Task.FromResult(Codes.Parse<ProjectStatusCode>(wanted.Key) is not null);
}
