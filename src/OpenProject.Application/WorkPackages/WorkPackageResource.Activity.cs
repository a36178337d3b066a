using Permission = OpenProject.Domain.Roles.Permissions;

namespace OpenProject.Application.WorkPackages;

/// <content>What was done to work packages and said about them.</content>
public sealed partial class WorkPackageResource
{
    private void DeclareActivity()
    {
        Related("activities", Location.Value + "/{id}/activities");
        Action("addComment", "post", Location.Value + "/{id}/activities").Needs(Permission.AddWorkPackageNotes);
    }
}
