using OpenProject.Application.Permissions;
using OpenProject.Application.Principals;
using OpenProject.Application.Projects;
using OpenProject.Application.Resources;
using OpenProject.Application.Roles;
using OpenProject.Domain.Memberships;
using Permission = OpenProject.Domain.Roles.Permissions;

namespace OpenProject.Application.Memberships;

/// <summary>Memberships (<c>/api/v3/memberships</c>, contract component <c>MembershipReadModel</c>).</summary>
public sealed partial class MembershipResource : Resource<Membership, MembershipDto>, IResourceKind
{
    /// <summary>Where the projects are listed that a membership may be in.</summary>
    public const string AvailableProjects = "/api/v3/memberships/available_projects";

    private readonly MembershipTargets targets;

    /// <summary>Declares the resource.</summary>
    public MembershipResource(MembershipTargets targets)
        : base(Kind, Location, m => m.Id, m => m.Principal.Name)
    {
        this.targets = targets;
        TitledBy(m => m.PrincipalName);
        InProject(m => m.ProjectId, m => m.ProjectId);
        EmbedInCollections();
        Property("id", m => m.Id).Named("ID").Required();
        Property("createdAt", m => m.CreatedAt).Named("Created on").Required();
        Property("updatedAt", m => m.UpdatedAt).Named("Updated on").Required();
        Property("notificationMessage", _ => new Formattable(null, null)).Meta().Write((_, _) => { });
        Property("sendNotifications", _ => true).Named("Send notifications").Meta().Defaulted().Write((_, _) => { });
        DeclareLinks();
        DeclareFilters();
        DeclareOrders();
    }

    /// <inheritdoc/>
    public static ResourcePath Location { get; } = new("/api/v3/memberships");

    /// <inheritdoc/>
    public static string Kind => "Membership";

    /// <inheritdoc/>
    public override IQueryable<Membership> VisibleTo(IQueryable<Membership> rows, Access access)
    {
        if (access.Viewer.IsAdmin)
            return rows;

        // Managing members requires viewing them, so one set is enough.
        var projects = access.ProjectsWith(Permission.ViewMembers);
        return rows.Where(m => m.ProjectId != null && projects.Contains(m.ProjectId.Value));
    }

    /// <summary>Whether the viewer may change and remove a membership; those of the whole installation are the administrators'.</summary>
    public static bool IsManagedBy(MembershipDto membership, Access access) =>
        membership.ProjectId is { } projectId ? access.In(projectId).Contains(Permission.ManageMembers) : access.Viewer.IsAdmin;

    private void DeclareLinks()
    {
        Related("schema", Location.Value + "/schema");
        Link("project", "Project", WorkspacePaths.All, m => WorkspacePaths.Link(m.ProjectId, m.ProjectName, m.ProjectKind)).Embedded()
            .WriteTarget((m, target, draft) =>
            {
                if (draft.IsNew)
                    m.CountIn(target?.Id);
            }).WritableWhen(d => d.IsNew).AllowedAre(targets.Projects);
        Link("principal", "Principal", PrincipalPaths.All, m => PrincipalPaths.Link(m.PrincipalId, m.PrincipalName, m.PrincipalKind)).Required().Embedded()
            .WriteTarget((m, target, draft) =>
            {
                if (draft.IsNew)
                    m.BelongTo(target?.Id ?? 0);
            }).WritableWhen(d => d.IsNew).AllowedAre(targets.Principals);
        Links("roles", "[]" + RoleResource.Kind, [RoleResource.Location], m => m.Roles).Required().Embedded()
            .Write((m, wanted, _) => SetRoles(m, wanted)).AllowedAre(targets.Roles);
        Action("update", "post", Location.Value + "/{id}/form").When(IsManagedBy);
        Action("updateImmediately", "patch", Location.Value + "/{id}").When(IsManagedBy);
        Action("delete", "delete", Location.Value + "/{id}").When(IsManagedBy);
    }

    // What a group gives is told like the rest but cannot be given again: who sends back what he read makes nothing his own.
    private static void SetRoles(Membership membership, IReadOnlyList<LinkTarget> wanted)
    {
        var own = membership.Roles.Where(r => !r.IsInherited).Select(r => r.RoleId).ToHashSet();
        var inherited = membership.Roles.Where(r => r.IsInherited).Select(r => r.RoleId).ToHashSet();
        membership.SetRoles(wanted.Select(t => t.Id).Where(id => own.Contains(id) || !inherited.Contains(id)));
    }
}
