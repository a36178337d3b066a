using Microsoft.EntityFrameworkCore;
using OpenProject.Application.Common;
using OpenProject.Application.Permissions;
using OpenProject.Domain.Memberships;
using OpenProject.Domain.Projects;
using OpenProject.Domain.Roles;
using OpenProject.Domain.Users;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Infrastructure.Tests.Persistence;
using Catalogue = OpenProject.Domain.Roles.Permissions;

namespace OpenProject.Infrastructure.Tests.Viewing;

/// <summary>Projects of every kind that permissions distinguish, and users who stand differently to them.</summary>
internal sealed class Village : IDisposable
{
    private readonly List<OpenProjectDbContext> contexts = [];

    private Village(DatabaseProvider provider) => Database = new MigratedDatabase(provider);

    public MigratedDatabase Database { get; }

    public StatementCounter Counter { get; } = new();

    public Viewer Admin { get; private set; } = null!;

    public Viewer Member { get; private set; } = null!;

    public Viewer Outsider { get; private set; } = null!;

    public Viewer Anonymous { get; private set; } = null!;

    /// <summary>Private; the member may edit and log time.</summary>
    public Project Private { get; private set; } = null!;

    /// <summary>Public; the member may only read.</summary>
    public Project Public { get; private set; } = null!;

    /// <summary>Public, without work packages and without any module.</summary>
    public Project Bare { get; private set; } = null!;

    /// <summary>Public and archived; the member may edit.</summary>
    public Project Archived { get; private set; } = null!;

    /// <summary>Private; nobody is a member.</summary>
    public Project Lonely { get; private set; } = null!;

    public static async Task<Village> CreateAsync(DatabaseProvider provider)
    {
        var village = new Village(provider);
        var (database, now) = (village.Database, village.Database.Now);
        var (admin, member, outsider) = (Person("admin", now), Person("member", now), Person("outsider", now));
        var anonymous = AnonymousUser.Builtin(now);
        admin.Administrate(true);
        var worker = RoleOf("Worker", RoleKind.Project, RoleBuiltin.None, Catalogue.ViewWorkPackages, Catalogue.EditWorkPackages, Catalogue.WorkPackageAssigned);
        var reader = RoleOf("Reader", RoleKind.Project, RoleBuiltin.None, Catalogue.ViewWorkPackages);
        var helper = RoleOf("Helper", RoleKind.Project, RoleBuiltin.None, Catalogue.ViewMembers, Catalogue.EditProject);
        var creator = RoleOf("Creator", RoleKind.Global, RoleBuiltin.None, Catalogue.AddProject);
        var others = RoleOf("Non member", RoleKind.Project, RoleBuiltin.NonMember, Catalogue.ViewWorkPackages, Catalogue.AddWorkPackages);
        var visitors = RoleOf("Anonymous", RoleKind.Project, RoleBuiltin.Anonymous, Catalogue.ViewWorkPackages);
        village.Private = ProjectOf("private", isPublic: false, now);
        village.Public = ProjectOf("public", isPublic: true, now);
        village.Bare = ProjectOf("bare", isPublic: true, now);
        village.Bare.EnableModules([]);
        village.Archived = ProjectOf("archived", isPublic: true, now);
        village.Archived.Activate(false);
        village.Lonely = ProjectOf("lonely", isPublic: false, now);
        await database.StoreAsync(
            admin, member, outsider, anonymous, worker, reader, helper, creator, others, visitors,
            village.Private, village.Public, village.Bare, village.Archived, village.Lonely);
        await database.StoreAsync(
            Membership.Create(member.Id, village.Private.Id, [worker.Id, helper.Id], now),
            Membership.Create(member.Id, village.Public.Id, [reader.Id], now),
            Membership.Create(member.Id, village.Archived.Id, [worker.Id], now),
            Membership.Create(member.Id, projectId: null, [creator.Id], now));
        village.Admin = new Viewer(admin.Id, admin.Name, IsAdmin: true, IsAnonymous: false);
        village.Member = new Viewer(member.Id, member.Name, IsAdmin: false, IsAnonymous: false);
        village.Outsider = new Viewer(outsider.Id, outsider.Name, IsAdmin: false, IsAnonymous: false);
        village.Anonymous = new Viewer(anonymous.Id, anonymous.Name, IsAdmin: false, IsAnonymous: true);
        return village;

        Role RoleOf(string name, RoleKind kind, RoleBuiltin builtin, params Permission[] permissions)
        {
            var role = Role.Create(name, kind, 1, now, builtin);
            role.SetPermissions(permissions);
            return role;
        }
    }

    public Access AccessOf(Viewer viewer)
    {
        var context = Database.Open(Counter);
        contexts.Add(context);
        return AccessOf(viewer, new EfReadStore(context, new CompiledQueries()));
    }

    public static Access AccessOf(Viewer viewer, IReadStore store)
    {
        var current = new CurrentViewer(new CurrentActor());
        current.Set(viewer);
        return new Access(store, current, new AccessMemory(new ChangeSignal(), TimeProvider.System));
    }

    public void Dispose()
    {
        foreach (var context in contexts)
            context.Dispose();
        Database.Dispose();
    }

    private static User Person(string login, DateTime now) => User.Create(login, login, "Person", $"{login}@example.net", now);

    private static Project ProjectOf(string identifier, bool isPublic, DateTime now)
    {
        var project = Project.Create(identifier, identifier, now);
        project.Publish(isPublic);
        return project;
    }
}
