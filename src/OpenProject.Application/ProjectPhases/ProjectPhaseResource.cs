using OpenProject.Application.Projects;
using OpenProject.Application.Resources;
using OpenProject.Domain.ProjectPhases;
using Permission = OpenProject.Domain.Roles.Permissions;

namespace OpenProject.Application.ProjectPhases;

/// <summary>Phases of projects (<c>/api/v3/project_phases</c>, contract component <c>ProjectPhaseModel</c>).</summary>
public sealed class ProjectPhaseResource : Resource<ProjectPhase, ProjectPhaseDto>, IResourceKind
{
    /// <summary>Declares the resource.</summary>
    public ProjectPhaseResource()
        : base(Kind, Location, p => p.Id, p => p.Definition.Name)
    {
        TitledBy(p => p.DefinitionName);
        InProject(p => p.ProjectId, p => p.ProjectId);
        VisibleInProject(p => p.ProjectId, Permission.ViewProjectPhases);
        Property("id", p => p.Id).Required();
        Property("name", p => p.DefinitionName).Required();
        Property("active", p => p.Active).Required();
        Property("createdAt", p => p.CreatedAt).Required();
        Property("updatedAt", p => p.UpdatedAt).Required();
        Link<ProjectPhaseDefinitionResource>("definition", p => p.DefinitionId, p => p.DefinitionName).Required();
        Link("project", "Project", WorkspacePaths.All, p => WorkspacePaths.Link(p.ProjectId, p.ProjectName, p.ProjectKind)).Required();
    }

    /// <inheritdoc/>
    public static ResourcePath Location { get; } = new("/api/v3/project_phases");

    /// <inheritdoc/>
    public static string Kind => "ProjectPhase";
}
