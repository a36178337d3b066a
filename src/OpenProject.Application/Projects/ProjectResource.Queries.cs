using System.Globalization;
using System.Linq.Expressions;
using OpenProject.Application.Common;
using OpenProject.Application.Queries.Filters;
using OpenProject.Application.Resources;
using OpenProject.Application.Storages;
using OpenProject.Domain.Memberships;
using OpenProject.Domain.Projects;
using OpenProject.Domain.ProjectStorages;
using OpenProject.Domain.Users;
using OpenProject.Domain.WorkPackages;
using Permission = OpenProject.Domain.Roles.Permissions;

namespace OpenProject.Application.Projects;

/// <summary>How projects are named in paths, and what they can be filtered and sorted by.</summary>
public sealed partial class ProjectResource
{
    /// <summary>The project that a path names by its id or its identifier, which never begins with a digit.</summary>
    /// <param name="key">The id or the identifier.</param>
    /// <param name="kind">Only one of this kind; null for any.</param>
    public static Expression<Func<Project, bool>> Named(string key, ProjectKind? kind)
    {
        Expression<Func<Project, bool>> named = p => p.Identifier == key;
        if (long.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            named = p => p.Id == id;
        return kind is { } only ? named.And(p => p.Kind == only) : named;
    }

    private void DeclareFilters()
    {
        Filter(new ListFilter<Project>("id", ListKind.Required, p => p.Id));
        Filter(new BooleanFilter<Project>("active", p => p.Active));
        Filter(new BooleanFilter<Project>("public", p => p.Public));
        Filter(new BooleanFilter<Project>("templated", p => p.Templated));
        Filter(new ListFilter<Project>("parent_id", ListKind.Optional, p => p.ParentId));
        Filter(new RelationFilter<Project>("ancestor", Below));
        Filter(new SearchFilter<Project>("name_and_identifier", [p => p.Name, p => p.Identifier], ["=", "!", "~", "!~"]));
        Filter(new SearchFilter<Project>("typeahead", [p => p.Name, p => p.Identifier]));
        Filter(new TextFilter<Project>("name", TextKind.String, p => p.Name));
        Filter(new DateTimeFilter<Project>("created_at", p => p.CreatedAt));
        Filter(new DateTimeFilter<Project>("latest_activity_at", context => LatestActivity(context.Access.Store)));
        Filter(new CodeFilter<Project>(
            "project_status_code", Enum.GetValues<ProjectStatusCode>().ToDictionary(Codes.Of, c => (int)c), p => (int?)p.StatusCode, isOptional: true));
        Filter(new RelationFilter<Project>("type_id", (ids, _) => p => p.Types.Any(t => ids.Contains(t.TypeId))));
        Filter(new BooleanFilter<Project>("favorited", Marked));
        Filter(new RelationFilter<Project>("principal", HasMember, acceptsMe: true));
        Filter(new BooleanFilter<Project>("member_of", context => HasMember([context.Access.Viewer.UserId], context)));
        Filter(new RelationFilter<Project>("visible", SeenBy, acceptsMe: true));
        Filter(new ProjectActionFilter("user_action"));
        Filter(new RelationFilter<Project>("storage_id", (ids, context) => Using(context, p => ids.Contains(p.StorageId))));
        Filter(new HostFilter<Project>("storage_url", (host, context) => Using(context, p => p.Storage.Host == host)));
    }

    private void DeclareOrders()
    {
        Sort("name", p => p.Name);
        Sort("typeahead", p => p.Name);
        Sort("created_at", p => p.CreatedAt);
        Sort("latest_activity_at", access => LatestActivity(access.Store));
        Sort("public", p => p.Public);
        Sort("project_status", p => p.StatusCode).NullsLast(p => p.StatusCode == null);
    }

    private static Expression<Func<Project, DateTime>> LatestActivity(IReadStore store)
    {
        var work = store.Rows<WorkPackage>();
        return p => work.Where(w => w.ProjectId == p.Id && w.UpdatedAt > p.UpdatedAt).Max(w => (DateTime?)w.UpdatedAt) ?? p.UpdatedAt;
    }

    private static Expression<Func<Project, bool>> Below(List<long> ids, FilterContext context)
    {
        var pairs = context.Access.Store.Rows<ProjectHierarchy>().Where(h => h.Depth > 0 && ids.Contains(h.AncestorId));
        return p => pairs.Any(h => h.DescendantId == p.Id);
    }

    private static Expression<Func<Project, bool>> Marked(FilterContext context)
    {
        var viewerId = context.Access.Viewer.UserId;
        var marks = context.Access.Store.Rows<Favorite>().Where(f => f.UserId == viewerId);
        return p => marks.Any(f => f.ProjectId == p.Id);
    }

    private static Expression<Func<Project, bool>> Using(FilterContext context, Expression<Func<ProjectStorage, bool>> which)
    {
        var pairs = context.Access.Store.Rows<ProjectStorage>().Where(which);
        var seen = context.Access.ProjectsWith(Permission.ViewFileLinks);
        return p => seen.Contains(p.Id) && pairs.Any(pair => pair.ProjectId == p.Id);
    }

    // Others' memberships are told only where the viewer may see members.
    private static Expression<Func<Project, bool>> HasMember(List<long> ids, FilterContext context)
    {
        var (viewerId, seen) = (context.Access.Viewer.UserId, context.Access.ProjectsWith(Permission.ViewMembers));
        var members = context.Access.Store.Rows<Membership>().Where(m => ids.Contains(m.PrincipalId));
        return p => members.Any(m => m.ProjectId == p.Id && (m.PrincipalId == viewerId || seen.Contains(p.Id)));
    }

    // What others can see only administrators may ask.
    private static Expression<Func<Project, bool>> SeenBy(List<long> ids, FilterContext context)
    {
        var viewer = context.Access.Viewer;
        if (!viewer.IsAdmin && ids.Exists(id => id != viewer.UserId))
            return _ => false;
        var admins = context.Access.Store.Rows<User>().Where(u => u.Admin && ids.Contains(u.Id));
        var members = context.Access.Store.Rows<Membership>().Where(m => ids.Contains(m.PrincipalId));
        return p => admins.Any() || (p.Active && (p.Public || members.Any(m => m.ProjectId == p.Id)));
    }
}
