using System.Linq.Expressions;
using OpenProject.Application.Common;
using OpenProject.Application.Queries.Filters;
using OpenProject.Domain.Memberships;
using OpenProject.Domain.Projects;
using OpenProject.Domain.Roles;
using Catalogue = OpenProject.Domain.Roles.Permissions;

namespace OpenProject.Application.Permissions;

/// <summary>
/// What the scope's viewer may do. A permission answers "in which projects?" as a set inside SQL, never "this row?" in
/// a loop. It counts where its module is enabled and the project is active: for administrators everywhere, for members
/// by their roles, in public projects for others by the builtin role of non-members or of anonymous visitors. What was
/// asked once is remembered for the scope.
/// </summary>
public sealed class Access(IReadStore store, CurrentViewer current, AccessMemory memory)
{
    private AccessMemory.Facts? facts;

    /// <summary>The rows that conditions may refer to.</summary>
    public IReadStore Store => store;

    /// <summary>Who asks.</summary>
    /// <exception cref="InvalidOperationException">The scope's viewer has not been named.</exception>
    public Viewer Viewer => current.Viewer;

    /// <summary>The permissions that need no project.</summary>
    /// <exception cref="InvalidOperationException"><see cref="GlobalAsync"/> was not awaited before.</exception>
    public PermissionSet Global => Known.Global as PermissionSet?
        ?? throw new InvalidOperationException($"The global permissions have not been loaded; await {nameof(GlobalAsync)} first.");

    private AccessMemory.Facts Known => facts ??= memory.Of(Viewer);

    private RoleBuiltin OutsiderRole => Viewer.IsAnonymous ? RoleBuiltin.Anonymous : RoleBuiltin.NonMember;

    /// <summary>The projects in which the viewer holds a permission, to be part of another query.</summary>
    public IQueryable<long> ProjectsWith(Permission permission)
    {
        var projects = store.Rows<Project>().Where(p => p.Active);
        if (permission.Module is { } module)
            projects = projects.Where(p => p.Modules.Any(m => m.Name == module));
        if (!Viewer.IsAdmin || !permission.GrantedToAdmins)
            projects = permission.IsPublic ? OpenTo(projects) : Granting(projects, permission.Name);
        return projects.Select(p => p.Id);
    }

    /// <summary>
    /// The condition that a row lies in a project in which the viewer holds a permission. For administrators it names the few
    /// projects where it does not count instead of all where it does: a database that sees a list of projects gathers and
    /// sorts all their rows, rather than read a page in order.
    /// </summary>
    public Expression<Func<TRow, bool>> Within<TRow>(Expression<Func<TRow, long>> project, Permission permission)
    {
        var projects = ProjectsWith(permission);
        if (!Viewer.IsAdmin || !permission.GrantedToAdmins)
            return project.Is(id => projects.Contains(id));
        var without = store.Rows<Project>().Where(p => !p.Active).Select(p => p.Id);
        if (permission.Module is { } module)
            without = store.Rows<Project>().Where(p => !p.Active || !p.Modules.Any(m => m.Name == module)).Select(p => p.Id);
        return project.Is(id => !without.Contains(id));
    }

    /// <summary>The projects that the viewer may see; administrators also see archived ones.</summary>
    public IQueryable<long> VisibleProjects() =>
        Viewer.IsAdmin ? store.Rows<Project>().Select(p => p.Id) : ProjectsWith(Catalogue.ViewProject);

    /// <summary>The ids of the roles that count for the viewer in a project: his own there, or where it is public that of outsiders.</summary>
    public IQueryable<long> RolesIn(long projectId)
    {
        var builtin = OutsiderRole;
        var isPublic = store.Rows<Project>().Where(p => p.Id == projectId && p.Public);
        var outsiders = store.Rows<Role>().Where(r => r.Builtin == builtin && isPublic.Any());
        if (Viewer.IsAnonymous)
            return outsiders.Select(r => r.Id);
        var mine = Mine().Where(m => m.ProjectId == projectId);
        return store.Rows<Role>()
            .Where(r => mine.Any(m => m.Roles.Any(held => held.RoleId == r.Id)) || (!mine.Any() && outsiders.Any(o => o.Id == r.Id)))
            .Select(r => r.Id);
    }

    /// <summary>What the viewer may do in a project; nothing in one that is archived or does not exist.</summary>
    public async ValueTask<PermissionSet> InProjectAsync(long projectId)
    {
        if (!Known.InProjects.ContainsKey(projectId))
            await LoadAsync([projectId]);
        return Known.InProjects[projectId];
    }

    /// <summary>Makes <see cref="In"/> know these projects; one statement for all that it does not know yet.</summary>
    public async Task LoadAsync(IEnumerable<long> projectIds)
    {
        List<long> missing = [.. projectIds.Where(id => !Known.InProjects.ContainsKey(id)).Distinct()];
        if (missing.Count == 0)
            return;
        var found = await store.ListAsync(Viewer.IsAdmin ? ModulesOf(missing) : ModulesOf(missing).Concat(RolesIn(missing)), CancellationToken.None);
        var granted = found.Where(f => f.ProjectId == 0).ToLookup(f => f.RoleId, f => f.Name!);
        var outsiders = found.Find(f => f is { ProjectId: 0, Public: true })?.RoleId;
        var about = found.ToLookup(f => f.ProjectId);
        foreach (var id in missing)
            Known.InProjects[id] = SetOf([.. about[id]], granted, outsiders);
    }

    /// <summary>What was known no longer holds, as the viewer has just changed it.</summary>
    public void Forget() => facts = null;

    /// <summary>What the viewer may do in a project that was loaded before.</summary>
    /// <exception cref="InvalidOperationException">It was not; see <see cref="LoadAsync"/>.</exception>
    public PermissionSet In(long projectId) =>
        Known.InProjects.TryGetValue(projectId, out var set)
            ? set
            : throw new InvalidOperationException($"The permissions in project {projectId} have not been loaded; await {nameof(LoadAsync)} first.");

    /// <summary>The permissions that need no project: all for administrators, those of global roles for others. One statement at most.</summary>
    public async Task<PermissionSet> GlobalAsync()
    {
        if (Known.Global is PermissionSet known)
            return known;
        var global = Viewer switch
        {
            { IsAdmin: true } => Catalogue.GlobalOnes,
            { IsAnonymous: true } => PermissionSet.Empty,
            _ => await GlobalRolesAsync(),
        };
        Known.Global = global;
        return global;
    }

    /// <summary>
    /// Whether the viewer holds a permission in any project or, when it needs none, at all. One statement at most; none
    /// for administrators, who count as holding what they would hold in a project with the module.
    /// </summary>
    public async Task<bool> AnywhereAsync(Permission permission)
    {
        if (permission.IsGlobal)
            return (await GlobalAsync()).Contains(permission);
        if (Viewer.IsAdmin && permission.GrantedToAdmins)
            return true;
        if (!Known.Anywhere.TryGetValue(permission, out var held))
            Known.Anywhere[permission] = held = await store.AnyAsync(ProjectsWith(permission), CancellationToken.None);
        return held;
    }

    /// <summary>Whether the viewer holds one of some permissions in any project or, where it needs none, at all.</summary>
    public async Task<bool> AnywhereAsync(params IEnumerable<Permission> anyOf)
    {
        foreach (var permission in anyOf)
        {
            if (await AnywhereAsync(permission))
                return true;
        }

        return false;
    }

    /// <summary>Whether the viewer holds a permission in a project, or anywhere where none is given.</summary>
    public async Task<bool> HoldsAsync(long? projectId, Permission permission) => projectId is { } id
        ? (await InProjectAsync(id)).Contains(permission)
        : await AnywhereAsync(permission);

    /// <summary>The same for a permission that was asked for before.</summary>
    /// <exception cref="InvalidOperationException">It was not; see <see cref="AnywhereAsync(Permission)"/>.</exception>
    public bool Anywhere(Permission permission)
    {
        if (permission.IsGlobal)
            return Global.Contains(permission);
        return (Viewer.IsAdmin && permission.GrantedToAdmins)
            || (Known.Anywhere.TryGetValue(permission, out var held)
                ? held
                : throw new InvalidOperationException($"Whether {permission.Name} is held has not been loaded; await {nameof(AnywhereAsync)} first."));
    }

    // Any role at all: that of a member, or that of whoever sees a public project.
    private IQueryable<Project> OpenTo(IQueryable<Project> projects)
    {
        if (Viewer.IsAnonymous)
            return projects.Where(p => p.Public);
        var mine = Mine();
        return projects.Where(p => p.Public || mine.Any(m => m.ProjectId == p.Id));
    }

    private IQueryable<Project> Granting(IQueryable<Project> projects, string permission)
    {
        var builtin = OutsiderRole;
        var outsiders = store.Rows<Role>().Where(r => r.Builtin == builtin && r.Permissions.Any(held => held.Permission == permission));
        if (Viewer.IsAnonymous)
            return projects.Where(p => p.Public && outsiders.Any());
        var mine = Mine();
        return projects.Where(p =>
            mine.Any(m => m.ProjectId == p.Id && m.Roles.Any(r => r.Role.Permissions.Any(held => held.Permission == permission)))
            || (p.Public && outsiders.Any() && !mine.Any(m => m.ProjectId == p.Id)));
    }

    private IQueryable<Membership> Mine()
    {
        var userId = Viewer.UserId;
        return store.Rows<Membership>().Where(m => m.PrincipalId == userId);
    }

    private async Task<PermissionSet> GlobalRolesAsync() =>
        SetOf(await store.ListAsync(
            Mine().Where(m => m.ProjectId == null).SelectMany(m => m.Roles).SelectMany(r => r.Role.Permissions).Select(held => held.Permission).Distinct(),
            CancellationToken.None)).Intersect(Catalogue.GlobalOnes);

    private IQueryable<ProjectFact> ModulesOf(List<long> ids) =>
        store.Rows<Project>().Where(p => p.Active && ids.Contains(p.Id))
            .SelectMany(p => p.Modules.DefaultIfEmpty(), (p, m) => new ProjectFact { ProjectId = p.Id, RoleId = 0, Public = p.Public, Name = m!.Name });

    // Which roles the viewer has there, and once for each of these roles, and for the outsiders', what it grants.
    private IQueryable<ProjectFact> RolesIn(List<long> ids)
    {
        var builtin = OutsiderRole;
        var roles = store.Rows<Role>();
        var outsiders = roles.Where(r => r.Builtin == builtin);
        if (Viewer.IsAnonymous)
            return GrantedBy(outsiders, isOutsiders: true);
        var mine = Mine().Where(m => m.ProjectId != null && ids.Contains(m.ProjectId.Value)).SelectMany(m => m.Roles, (m, r) => new { m.ProjectId, r.RoleId });
        return mine.Select(m => new ProjectFact { ProjectId = m.ProjectId!.Value, RoleId = m.RoleId, Public = false, Name = null })
            .Concat(GrantedBy(roles.Where(r => mine.Any(m => m.RoleId == r.Id)), isOutsiders: false))
            .Concat(GrantedBy(outsiders, isOutsiders: true));
    }

    private static IQueryable<ProjectFact> GrantedBy(IQueryable<Role> roles, bool isOutsiders) =>
        roles.SelectMany(r => r.Permissions).Select(held => new ProjectFact { ProjectId = 0, RoleId = held.RoleId, Public = isOutsiders, Name = held.Permission });

    private PermissionSet SetOf(IReadOnlyList<ProjectFact> facts, ILookup<long, string> granted, long? outsiders)
    {
        var modules = facts.Where(f => f.RoleId == 0).ToList();
        if (modules.Count == 0)
            return PermissionSet.Empty;
        var counting = Catalogue.CountingWith(modules.Select(m => m.Name).OfType<string>());
        if (Viewer.IsAdmin)
            return Catalogue.AdminOnes.Intersect(counting);
        var roles = facts.Where(f => f.RoleId != 0).Select(f => f.RoleId).Distinct().ToList();
        if (roles.Count == 0 && !modules[0].Public)
            return PermissionSet.Empty;
        if (roles.Count == 0 && outsiders is { } role)
            roles.Add(role);
        return SetOf(roles.SelectMany(id => granted[id])).Union(Catalogue.PublicOnes).Intersect(counting);
    }

    private static PermissionSet SetOf(IEnumerable<string> names) => PermissionSet.Of(names.Select(Catalogue.Find).OfType<Permission>());
}
