using OpenProject.Application.Permissions;
using OpenProject.Application.Resources;
using OpenProject.Domain.Projects;

namespace OpenProject.Application.ProjectStatuses;

/// <summary>How projects are going (<c>/api/v3/project_statuses/{code}</c>, contract component <c>View_project_statusModel</c>). They are fixed, so no table holds them.</summary>
public sealed class ProjectStatusResource : Resource<ProjectStatusDto, ProjectStatusDto>, IResourceKind
{
    /// <summary>Declares the resource.</summary>
    public ProjectStatusResource()
        : base(Kind, Location, s => s.Id, title: null)
    {
        TitledBy(s => s.Name);
        Unpaginated();
        Property("id", s => s.Key);
        Property("name", s => s.Name);
    }

    /// <inheritdoc/>
    public static ResourcePath Location { get; } = new("/api/v3/project_statuses");

    /// <inheritdoc/>
    public static string Kind => "ProjectStatus";

    /// <summary>A link to a status, or none.</summary>
    public static Reference? Link(ProjectStatusCode? code) => code is { } given ? LinkTo(new ProjectStatusDto(given)) : null;

    /// <inheritdoc/>
    public override Reference SelfOf(ProjectStatusDto dto) => LinkTo(dto);

    /// <inheritdoc/>
    public override IQueryable<ProjectStatusDto> VisibleTo(IQueryable<ProjectStatusDto> rows, Access access) => rows;

    private static Reference LinkTo(ProjectStatusDto status) => new(Location, status.Id, status.Name, status.Key);
}
