using OpenProject.Application.Resources;
using OpenProject.Domain.Projects;

namespace OpenProject.Application.Projects;

/// <summary>What the links of a project may lead to.</summary>
public sealed class ProjectTargets(ProjectStatuses.ProjectStatusResource statuses)
{
    /// <summary>The fixed statuses.</summary>
    public AllowedValues<Project, ProjectDto> Statuses { get; } = new AllowedProjectStatuses(statuses);

    /// <summary>The workspaces that it may be put below.</summary>
    public AllowedValues<Project, ProjectDto> Parents { get; } = new AllowedAt<Project, ProjectDto>(
        draft => ProjectParents.HrefFor(draft.Entity.Kind, draft.Entity.Id),
        (draft, store) => ProjectParents.Candidates(store, draft.Access, draft.Entity.Kind, draft.Entity.Id).Select(p => p.Id),
        _ => "Parent does not exist.");
}
