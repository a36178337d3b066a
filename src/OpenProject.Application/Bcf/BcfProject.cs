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
/// <param name="isAdmin">Whether he is an administrator.</param>
public readonly struct BcfRights(PermissionSet held, bool isAdmin)
{
    /// <summary>Seeing topics and all that hangs on them.</summary>
    public bool MaySee => held.Contains(Permission.ViewLinkedIssues) && held.Contains(Permission.ViewWorkPackages);

    /// <summary>Writing topics and all that hangs on them.</summary>
    public bool MayManage => MaySee && held.Contains(Permission.ManageBcf);

    /// <summary>Removing topics, with their work packages.</summary>
    public bool MayDelete => MayManage && held.Contains(Permission.DeleteBcf) && held.Contains(Permission.DeleteWorkPackages);

    /// <summary>Renaming the project.</summary>
    public bool MayEditProject => isAdmin || held.Contains(Permission.EditProject);

    /// <summary>Seeing internal comments.</summary>
    public bool MaySeeInternalComments => held.Contains(Permission.ViewInternalComments);

    /// <summary>Knowing who is a member.</summary>
    public bool MaySeeMembers => held.Contains(Permission.ViewMembers);
}
