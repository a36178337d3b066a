using System.Linq.Expressions;
using OpenProject.Application.Permissions;
using OpenProject.Application.Queries;
using OpenProject.Application.Queries.Filters;
using OpenProject.Application.Resources;
using OpenProject.Application.Sprints;
using OpenProject.Application.Writes;
using OpenProject.Domain.WorkPackages;
using Permission = OpenProject.Domain.Roles.Permissions;

namespace OpenProject.Application.WorkPackages;

/// <content>What teams plan that work in sprints. It is there for those who may see the sprints of the project.</content>
public sealed partial class WorkPackageResource
{
    private void DeclareBacklogs()
    {
        Property("storyPoints", w => w.StoryPoints).ShownWhen((w, access) => access.In(w.ProjectId).Contains(Permission.ViewSprints))
            .Write((w, value) => w.Weigh(value)).WritableWhen(draft => MayEdit(draft) && draft.Permissions.Contains(Permission.ViewSprints));
        Property("position", w => w.SprintPosition).ShownWhen((w, access) => access.In(w.ProjectId).Contains(Permission.ViewSprints));
        Link("sprint", SprintResource.Kind, [SprintResource.Location], w => Ref(SprintResource.Location, w.SprintId, w.SprintName))
            .ShownWhen((w, access) => access.In(w.ProjectId).Contains(Permission.ViewSprints))
            .Write((w, id) => w.Join(id)).WritableWhen(MayPlanSprints).AllowedAre(targets.Sprints);
    }

    // Where sprints are not seen, nothing is found, ordered or summed by what is planned in them.
    private void DeclareBacklogQueries()
    {
        Filter(new WithinFilter<WorkPackage>(new ListFilter<WorkPackage>("sprint", ListKind.Optional, w => w.SprintId, key: w => w.Id), w => w.ProjectId, Permission.ViewSprints));
        Filter(new WithinFilter<WorkPackage>(new NumberFilter<WorkPackage>("storyPoints", w => w.StoryPoints), w => w.ProjectId, Permission.ViewSprints));
        Sort("storyPoints", SeenStoryPoints);
        Sort("position", SeenPosition);
        Sum("storyPoints", w => w.StoryPoints, SumUnit.Whole, access => access.Within<WorkPackage>(w => w.ProjectId, Permission.ViewSprints));
    }

    private static Expression<Func<WorkPackage, int?>> SeenStoryPoints(Access access) =>
        access.Within<WorkPackage>(w => w.ProjectId, Permission.ViewSprints).Choose(w => w.StoryPoints);

    private static Expression<Func<WorkPackage, int?>> SeenPosition(Access access) =>
        access.Within<WorkPackage>(w => w.ProjectId, Permission.ViewSprints).Choose(w => w.SprintPosition);

    private static bool MayPlanSprints(Draft<WorkPackage, WorkPackageDto> draft) =>
        MayEdit(draft) && draft.Permissions.Contains(Permission.ViewSprints) && draft.Permissions.Contains(Permission.ManageSprintItems);
}
