using OpenProject.Application.Activities;
using OpenProject.Domain.Roles;
using Permission = OpenProject.Domain.Roles.Permissions;

namespace OpenProject.Application.Bcf;

/// <summary>A project that uses building models, as its viewer sees it.</summary>
/// <param name="Id">The id.</param>
/// <param name="Name">The name.</param>
/// <param name="Rights">What the viewer may do there.</param>
public sealed record BcfProject(long Id, string Name, BcfRights Rights);

/// <summary>What somebody may do with topics of a project. Who sees topics sees work packages, as they are the same.</summary>
/// <param name="held">The permissions there.</param>
/// <param name="userId">Who he is.</param>
public readonly struct BcfRights(PermissionSet held, long userId)
{
    /// <summary>Seeing topics and all that hangs on them.</summary>
    public bool MaySee => held.Contains(Permission.ViewLinkedIssues) && held.Contains(Permission.ViewWorkPackages);

    /// <summary>Writing topics and all that hangs on them.</summary>
    public bool MayManage => MaySee && held.Contains(Permission.ManageBcf);

    /// <summary>Removing topics, with their work packages.</summary>
    public bool MayDelete => MayManage && held.Contains(Permission.DeleteBcf) && held.Contains(Permission.DeleteWorkPackages);

    /// <summary>Renaming the project.</summary>
    public bool MayEditProject => held.Contains(Permission.EditProject);

    /// <summary>Seeing internal comments.</summary>
    public bool MaySeeInternalComments => held.Contains(Permission.ViewInternalComments);

    /// <summary>Writing what others are said to have written: who may change their comments may as well take them over from elsewhere.</summary>
    public bool MaySpeakForOthers => held.Contains(Permission.EditWorkPackageNotes);

    /// <summary>Changing a comment, or taking it back: whoever writes topics may, but internal comments are changed under the rules of API v3.</summary>
    /// <param name="isInternal">Whether it is an internal one.</param>
    /// <param name="authorId">Who said it.</param>
    public bool MayEditComment(bool isInternal, long authorId) => MayManage && (!isInternal || ActivityContract.MayEdit(isInternal, authorId, userId, held));

    /// <summary>Knowing who is a member.</summary>
    public bool MaySeeMembers => held.Contains(Permission.ViewMembers);
}
