using OpenProject.Application.Permissions;
using OpenProject.Application.ProjectPhases;
using OpenProject.Application.Resources;
using Permission = OpenProject.Domain.Roles.Permissions;

namespace OpenProject.Application.WorkPackages;

/// <content>The part of a project's life that work belongs to. It is there for those who may see the phases of the project, where that has some.</content>
public sealed partial class WorkPackageResource
{
    private void DeclarePhases()
    {
        Link("projectPhase", ProjectPhaseResource.Kind, [ProjectPhaseResource.Location], w => InPhase(w) ? Ref(ProjectPhaseResource.Location, w.PhaseId, w.PhaseDefinitionName) : null)
            .ShownWhen((w, access) => w.ProjectHasPhases != false && SeesPhases(w, access))
            .Write((w, id) => w.Enter(id)).WritableWhen(draft => MayEdit(draft) && draft.Permissions.Contains(Permission.ViewProjectPhases)).AllowedAre(targets.Phases);
        Link(
            "projectPhaseDefinition", ProjectPhaseDefinitionResource.Kind, [ProjectPhaseDefinitionResource.Location],
            w => InPhase(w) ? Ref(ProjectPhaseDefinitionResource.Location, w.PhaseDefinitionId, w.PhaseDefinitionName) : null)
            .NotInSchema().OmittedWhenNull().ShownWhen(SeesPhases);
    }

    // A phase that the project has left out since is none.
    private static bool InPhase(WorkPackageDto workPackage) => workPackage.PhaseActive != false;

    private static bool SeesPhases(WorkPackageDto workPackage, Access access) => access.In(workPackage.ProjectId).Contains(Permission.ViewProjectPhases);
}
