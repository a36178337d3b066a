using OpenProject.Application.Activities;
using OpenProject.Application.Permissions;
using OpenProject.Application.Projects;
using OpenProject.Domain.Roles;
using Permission = OpenProject.Domain.Roles.Permissions;

namespace OpenProject.Application.Attachments;

/// <summary>What one may do with attachments of what one sees.</summary>
internal static class AttachmentRights
{
    /// <summary>Any of these lets one attach files to work packages; held in any project, it lets one upload a file in order to.</summary>
    public static Domain.Roles.Permission[] AddAnyOf { get; } = [Permission.EditWorkPackages, Permission.AddWorkPackages, Permission.AddWorkPackageAttachments];

    private static PermissionSet Adders { get; } = PermissionSet.Of(AddAnyOf);

    /// <summary>Whether one may attach files to work packages of a project.</summary>
    public static bool MayAttachToWorkPackages(PermissionSet held) => held.Overlaps(Adders);

    /// <summary>Whether the viewer may attach files to an activity: who may edit the comment.</summary>
    public static bool MayAttachTo(ActivityDto activity, Access access) =>
        ActivityContract.MayEdit(activity, access.Viewer.UserId, access.In(activity.WorkPackageProjectId));

    /// <summary>Whether the viewer may delete a visible attachment: who may edit what it hangs on; one that hangs on nothing is seen by its author alone.</summary>
    public static bool MayDelete(AttachmentDto attachment, Access access) => attachment switch
    {
        { ContentKind: { } kind, ContentProjectId: { } projectId } => access.In(projectId).Contains(ContentRights.Of(kind).Edit),
        { HelpTextId: not null } => access.Global.Contains(Permission.EditAttributeHelpTexts),
        { WorkPackageProjectId: null } => true,
        { ActivityId: null, WorkPackageProjectId: { } projectId } => access.In(projectId).Contains(Permission.EditWorkPackages),
        { WorkPackageProjectId: { } projectId } => ActivityContract.MayEdit(
            attachment.ActivityInternal ?? false, attachment.ActivityUserId ?? 0, access.Viewer.UserId, access.In(projectId)),
    };
}
