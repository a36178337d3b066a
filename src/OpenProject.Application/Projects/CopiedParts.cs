using OpenProject.Domain.Roles;
using Permission = OpenProject.Domain.Roles.Permissions;

namespace OpenProject.Application.Projects;

/// <summary>What of a project its copy has, beside its attributes; all unless the request says otherwise.</summary>
public sealed class CopiedParts
{
    /// <summary>Members with the roles that they were given.</summary>
    public bool Members { get; set; } = true;

    /// <summary>Versions.</summary>
    public bool Versions { get; set; } = true;

    /// <summary>Categories.</summary>
    public bool Categories { get; set; } = true;

    /// <summary>Work packages with their relations among each other.</summary>
    public bool WorkPackages { get; set; } = true;

    /// <summary>What is attached to the work packages.</summary>
    public bool Attachments { get; set; } = true;

    /// <summary>The pages of the wiki.</summary>
    public bool Wiki { get; set; } = true;

    /// <summary>What is attached to the pages of the wiki.</summary>
    public bool WikiAttachments { get; set; } = true;

    /// <summary>The posts of the forum, with what is attached to them.</summary>
    public bool Forums { get; set; } = true;

    /// <summary>Which storages it uses, with the folders that were chosen there.</summary>
    public bool Storages { get; set; } = true;

    /// <summary>The links of work packages to files in these storages.</summary>
    public bool FileLinks { get; set; } = true;

    /// <summary>Queries and their views, as far as the viewer sees them.</summary>
    public bool Queries { get; set; } = true;

    /// <summary>Boards, with the queries of their lists as far as the viewer sees them.</summary>
    public bool Boards { get; set; } = true;

    /// <summary>Whether those are told of the copied work packages who are told of new ones; not unless asked for.</summary>
    public bool Notifies { get; set; }

    /// <summary>Leaves out what one may not see: who copies it sees it in the copy.</summary>
    /// <param name="held">The permissions in the source.</param>
    public void LimitTo(PermissionSet held)
    {
        Members &= held.Contains(Permission.ViewMembers);
        var seesWork = held.Contains(Permission.ViewWorkPackages);
        Versions &= seesWork || held.Contains(Permission.ManageVersions);
        (Categories, WorkPackages, Queries) = (Categories && seesWork, WorkPackages && seesWork, Queries && seesWork);
        Boards &= seesWork && held.Contains(Permission.ShowBoardViews);
        Attachments &= WorkPackages;
        Wiki &= held.Contains(ContentRights.WikiPages.View);
        WikiAttachments &= Wiki;
        Forums &= held.Contains(ContentRights.Posts.View);
        Storages &= held.Contains(Permission.ViewFileLinks);
        FileLinks &= Storages && WorkPackages;
    }
}
