using OpenProject.Application.Writes;
using OpenProject.Domain.Roles;
using OpenProject.Domain.WorkPackages;
using Permission = OpenProject.Domain.Roles.Permissions;

namespace OpenProject.Application.Activities;

/// <summary>Who may edit comments: their authors and others, each with a permission, and other ones for internal comments.</summary>
public sealed class ActivityContract : Contract<WorkPackageJournal, ActivityDto>
{
    /// <inheritdoc/>
    public override Task AuthorizeAsync(Draft<WorkPackageJournal, ActivityDto> draft, CancellationToken cancellationToken)
    {
        Allow(MayEdit(draft.Original, draft.Access.Viewer.UserId, draft.Access.In(draft.Original.WorkPackageProjectId)));
        return Task.CompletedTask;
    }

    /// <summary>Whether a user with these permissions in the project may edit the comment.</summary>
    internal static bool MayEdit(ActivityDto activity, long userId, PermissionSet held) => MayEdit(activity.Internal, activity.UserId, userId, held);

    /// <summary>Whether a user with these permissions in the project may edit a comment of that author.</summary>
    internal static bool MayEdit(bool isInternal, long authorId, long userId, PermissionSet held)
    {
        var (any, own) = isInternal
            ? (Permission.EditOthersInternalComments, Permission.EditOwnInternalComments)
            : (Permission.EditWorkPackageNotes, Permission.EditOwnWorkPackageNotes);
        return held.Contains(any) || (authorId == userId && held.Contains(own));
    }

    /// <summary>Whether a user with these permissions in the project may comment there, or react to comments.</summary>
    internal static bool MayComment(bool isInternal, PermissionSet held) =>
        held.Contains(isInternal ? Permission.AddInternalComments : Permission.AddWorkPackageNotes);
}
