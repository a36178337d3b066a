using OpenProject.Application.Activities;
using OpenProject.Application.Permissions;
using OpenProject.Application.Principals;
using OpenProject.Application.Projects;
using OpenProject.Application.Queries.Filters;
using OpenProject.Application.Resources;
using OpenProject.Application.WorkPackages;
using OpenProject.Domain.Notifications;
using Permission = OpenProject.Domain.Roles.Permissions;

namespace OpenProject.Application.Notifications;

/// <summary>What one is told (<c>/api/v3/notifications</c>, contract component <c>NotificationModel</c>). Everybody sees his own, of work packages that he may see.</summary>
public sealed class NotificationResource : Resource<Notification, NotificationDto>, IResourceKind
{
    private static readonly Dictionary<string, int> Kinds = new(StringComparer.OrdinalIgnoreCase) { ["WorkPackage"] = 1, ["work_package"] = 1 };

    /// <summary>Declares the resource.</summary>
    public NotificationResource()
        : base(Kind, Location, n => n.Id, title: null)
    {
        InProject(n => n.WorkPackageProjectId, _ => null);
        EmbedInCollections();
        Property("id", n => n.Id);
        Property("reason", n => NotificationReasons.NameOf(n.Reason)).OneOf([.. NotificationReasons.Codes.Keys]);
        Property("readIAN", n => n.Read);
        Property("createdAt", n => n.CreatedAt);
        Property("updatedAt", n => n.UpdatedAt);
        Link("actor", "User", [PrincipalPaths.Users], n => PrincipalPaths.Link(n.ActorId, n.ActorName, n.ActorKind)).Embedded();
        Link("project", "Workspace", WorkspacePaths.All, n => WorkspacePaths.Link(n.WorkPackageProjectId, n.WorkPackageProjectName, n.WorkPackageProjectKind)).Embedded();
        Link<ActivityResource>("activity", n => n.ActivityId, _ => null).Embedded();
        Link<WorkPackageResource>("resource", n => n.WorkPackageId, n => n.WorkPackageSubject).Embedded();
        EmbedParts("details", (n, access) => [.. NotificationDetailDto.Of(n).Select(d => new Document<NotificationDetailDto>(d, access))]);
        Action("readIAN", "post", Location.Value + "/{id}/read_ian").When((n, _) => !n.Read);
        Action("unreadIAN", "post", Location.Value + "/{id}/unread_ian").When((n, _) => n.Read);
        Filter(new ListFilter<Notification>("id", ListKind.Required, n => n.Id));
        Filter(new ListFilter<Notification>("project", ListKind.Required, n => n.WorkPackage.ProjectId));
        Filter(new BooleanFilter<Notification>("readIAN", n => n.Read));
        Filter(new CodeFilter<Notification>("reason", NotificationReasons.Codes, n => (int?)n.Reason));
        Filter(new ListFilter<Notification>("resourceId", ListKind.Required, n => n.WorkPackageId));
        Filter(new CodeFilter<Notification>("resourceType", Kinds, _ => 1));
        Sort("reason", n => n.Reason);
        Sort("readIAN", n => n.Read);
        GroupByName("reason", n => (long?)n.Reason, reason => NotificationReasons.NameOf((NotificationReason)reason));
        GroupByPath("project", n => n.WorkPackage.ProjectId, WorkspacePaths.Projects);
        OrderedBy("id", descending: true);
    }

    /// <inheritdoc/>
    public static ResourcePath Location { get; } = new("/api/v3/notifications");

    /// <inheritdoc/>
    public static string Kind => "Notification";

    /// <inheritdoc/>
    public override IQueryable<Notification> VisibleTo(IQueryable<Notification> rows, Access access)
    {
        var me = access.Viewer.UserId;
        return rows.Where(n => n.RecipientId == me).Where(access.Within<Notification>(n => n.WorkPackage.ProjectId, Permission.ViewWorkPackages));
    }
}
