using OpenProject.Application.Common;
using OpenProject.Domain.Memberships;
using OpenProject.Domain.Projects;
using OpenProject.Domain.Roles;
using Catalogue = OpenProject.Domain.Roles.Permissions;

namespace OpenProject.Application.Permissions;

/// <summary>
/// What the viewer may do. A permission answers "in which projects?" as a set inside SQL, never "this row?" in a loop.
/// It counts where its module is enabled and the project is active: for administrators everywhere, for members by their
/// roles, in public projects for others by the builtin roles of non-members and anonymous visitors.
/// </summary>
public sealed class Access(IReadStore store, CurrentViewer current)
{
    private readonly Dictionary<long, PermissionSet> inProjects = [];
    private PermissionSet? everywhere;

    /// <summary>The rows that conditions may refer to.</summary>
    public IReadStore Store => store;

    /// <summary>Who asks.</summary>
    public Viewer Viewer => current.Viewer;

    /// <summary>The permissions that need no project.</summary>
    /// <exception cref="InvalidOperationException"><see cref="GlobalAsync"/> was not awaited before.</exception>
    public PermissionSet Global => everywhere ?? throw new InvalidOperationException("The global permissions have not been loaded.");

    private RoleBuiltin OutsiderRole => Viewer.IsAnonymous ? RoleBuiltin.Anonymous : RoleBuiltin.NonMember;

    /// <summary>The projects in which the viewer holds a permission.</summary>
    public IQueryable<long> ProjectsWith(Permission permission)
    {
        var projects = store.Rows<Project>().Where(p => p.Active);
        if (permission.Module is { } module)
            projects = projects.Where(p => p.Modules.Any(m => m.Name == module));
        return (Viewer.IsAdmin && permission.GrantedToAdmins ? projects : Held(projects, permission)).Select(p => p.Id);
    }

    /// <summary>The projects that the viewer may see; administrators also see archived ones.</summary>
    public IQueryable<long> VisibleProjects() =>
        Viewer.IsAdmin ? store.Rows<Project>().Select(p => p.Id) : ProjectsWith(Catalogue.ViewProject);

    /// <summary>What the viewer may do in a project; nothing in one that does not exist.</summary>
    public async ValueTask<PermissionSet> InProjectAsync(long projectId)
    {
        await LoadAsync([projectId]);
        return In(projectId);
    }

    /// <summary>Makes <see cref="In"/> know these projects; one statement for those it does not know yet.</summary>
    public async Task LoadAsync(IEnumerable<long> projectIds)
    {
        List<long> missing = [.. projectIds.Where(id => !inProjects.ContainsKey(id)).Distinct()];
        if (missing.Count == 0)
            return;
        var facts = (await store.ListAsync(FactsOf(missing), CancellationToken.None)).ToLookup(f => f.ProjectId);
        foreach (var id in missing)
            inProjects[id] = SetOf([.. facts[id]], [.. facts[0].Select(f => f.Name)]);
    }

    /// <summary>What the viewer may do in a project that was loaded before.</summary>
    /// <exception cref="InvalidOperationException">It was not.</exception>
    public PermissionSet In(long projectId) =>
        inProjects.TryGetValue(projectId, out var set)
            ? set
            : throw new InvalidOperationException($"The permissions in project {projectId} have not been loaded.");

    /// <summary>The permissions that need no project: all for administrators, those of global roles for others.</summary>
    public async Task<PermissionSet> GlobalAsync()
    {
        if (everywhere is { } known)
            return known;
        if (Viewer.IsAdmin)
            return (everywhere = PermissionSet.Of(Catalogue.All.Where(p => p.IsGlobal))).Value;
        var userId = Viewer.UserId;
        var names = await store.ListAsync(
            store.Rows<Membership>().Where(m => m.PrincipalId == userId && m.ProjectId == null)
                .SelectMany(m => m.Roles).SelectMany(r => r.Role.Permissions).Select(p => p.Permission).Distinct(),
            CancellationToken.None);
        return (everywhere = PermissionSet.Of(names.Select(Catalogue.Find).OfType<Permission>())).Value;
    }

    /// <summary>Whether the viewer holds a permission in any project, or without one.</summary>
    public async Task<bool> AnywhereAsync(Permission permission)
    {
        if (Viewer.IsAdmin || (await GlobalAsync()).Contains(permission))
            return true;
        return !permission.IsGlobal && await store.AnyAsync(ProjectsWith(permission), CancellationToken.None);
    }

    private IQueryable<Project> Held(IQueryable<Project> projects, Permission permission)
    {
        var (userId, name, outsider) = (Viewer.UserId, permission.Name, OutsiderRole);
        var mine = store.Rows<Membership>().Where(m => m.PrincipalId == userId);
        if (permission.IsPublic)
            return projects.Where(p => p.Public || mine.Any(m => m.ProjectId == p.Id));
        var outsiders = store.Rows<Role>().Where(r => r.Builtin == outsider && r.Permissions.Any(h => h.Permission == name));
        return projects.Where(p =>
            mine.Any(m => m.ProjectId == p.Id && m.Roles.Any(r => r.Role.Permissions.Any(h => h.Permission == name)))
            || (p.Public && outsiders.Any() && !mine.Any(m => m.ProjectId == p.Id)));
    }

    // One statement: what the projects are, what their modules are, what the viewer's roles grant there, and (as
    // project 0) what the builtin role grants in public ones.
    private IQueryable<Fact> FactsOf(List<long> ids)
    {
        var (userId, outsider) = (Viewer.UserId, OutsiderRole);
        var projects = store.Rows<Project>().Where(p => p.Active && ids.Contains(p.Id));
        var states = projects.Select(p => new Fact { ProjectId = p.Id, Kind = p.Public ? FactKind.Public : FactKind.Private, Name = "" });
        var modules = projects.SelectMany(p => p.Modules).Select(m => new Fact { ProjectId = m.ProjectId, Kind = FactKind.Module, Name = m.Name });
        if (Viewer.IsAdmin)
            return states.Concat(modules);
        var memberships = store.Rows<Membership>().Where(m => m.PrincipalId == userId && m.ProjectId != null && ids.Contains(m.ProjectId.Value));
        var member = memberships.Select(m => new Fact { ProjectId = m.ProjectId!.Value, Kind = FactKind.Member, Name = "" });
        var granted = memberships
            .SelectMany(m => m.Roles, (m, r) => new { m.ProjectId, r.RoleId })
            .SelectMany(r => store.Rows<Role>().Where(x => x.Id == r.RoleId).SelectMany(x => x.Permissions), (r, p) => new Fact
            {
                ProjectId = r.ProjectId!.Value,
                Kind = FactKind.Granted,
                Name = p.Permission,
            });
        var outside = store.Rows<Role>().Where(r => r.Builtin == outsider).SelectMany(r => r.Permissions)
            .Select(p => new Fact { ProjectId = 0, Kind = FactKind.Granted, Name = p.Permission });
        return states.Concat(modules).Concat(member).Concat(granted).Concat(outside);
    }

    private PermissionSet SetOf(IReadOnlyList<Fact> facts, IReadOnlyList<string> outside)
    {
        var state = facts.FirstOrDefault(f => f.Kind is FactKind.Public or FactKind.Private);
        if (state is null)
            return PermissionSet.Empty;
        var modules = facts.Where(f => f.Kind == FactKind.Module).Select(f => f.Name).ToHashSet(StringComparer.Ordinal);
        bool Counts(Permission permission) => !permission.IsGlobal && (permission.Module is null || modules.Contains(permission.Module));
        if (Viewer.IsAdmin)
            return PermissionSet.Of(Catalogue.All.Where(p => p.GrantedToAdmins && Counts(p)));
        var isMember = facts.Any(f => f.Kind == FactKind.Member);
        if (!isMember && state.Kind == FactKind.Private)
            return PermissionSet.Empty;
        var names = isMember ? facts.Where(f => f.Kind == FactKind.Granted).Select(f => f.Name) : outside;
        return PermissionSet.Of(names.Select(Catalogue.Find).OfType<Permission>().Concat(Catalogue.All.Where(p => p.IsPublic)).Where(Counts));
    }

    private enum FactKind
    {
        Private,
        Public,
        Module,
        Member,
        Granted,
    }

    private sealed class Fact
    {
        public long ProjectId { get; init; }

        public FactKind Kind { get; init; }

        public string Name { get; init; } = "";
    }
}
