using OpenProject.Application.Permissions;
using OpenProject.Application.Resources;
using OpenProject.Domain.ProjectPhases;
using Permission = OpenProject.Domain.Roles.Permissions;

namespace OpenProject.Application.ProjectPhases;

/// <summary>What phases projects may go through (<c>/api/v3/project_phase_definitions</c>, contract component <c>ProjectPhaseDefinitionModel</c>).</summary>
public sealed class ProjectPhaseDefinitionResource : Resource<ProjectPhaseDefinition, ProjectPhaseDefinitionDto>, IResourceKind
{
    /// <summary>Declares the resource.</summary>
    public ProjectPhaseDefinitionResource()
        : base(Kind, Location, d => d.Id, d => d.Name)
    {
        TitledBy(d => d.Name);
        Property("id", d => d.Id).Required();
        Property("name", d => d.Name).Required();
        Property("startGate", d => d.StartGateName is not null).Required();
        Property("startGateName", d => d.StartGateName);
        Property("finishGate", d => d.FinishGateName is not null).Required();
        Property("finishGateName", d => d.FinishGateName);
        Property("createdAt", d => d.CreatedAt).Required();
        Property("updatedAt", d => d.UpdatedAt).Required();
        Sort("position", d => d.Position);
        OrderedBy("position");
    }

    /// <inheritdoc/>
    public static ResourcePath Location { get; } = new("/api/v3/project_phase_definitions");

    /// <inheritdoc/>
    public static string Kind => "ProjectPhaseDefinition";

    /// <summary>Whoever may see, or choose, the phases of any project.</summary>
    public override IQueryable<ProjectPhaseDefinition> VisibleTo(IQueryable<ProjectPhaseDefinition> rows, Access access)
    {
        if (access.Viewer.IsAdmin)
            return rows;
        var (seeing, choosing) = (access.ProjectsWith(Permission.ViewProjectPhases), access.ProjectsWith(Permission.SelectProjectPhases));
        return rows.Where(_ => seeing.Any() || choosing.Any());
    }
}
