using Microsoft.EntityFrameworkCore;
using OpenProject.Application.Common;
using OpenProject.Application.Permissions;
using OpenProject.Domain.Projects;
using OpenProject.Domain.Roles;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing.Databases;
using Catalogue = OpenProject.Domain.Roles.Permissions;

namespace OpenProject.Infrastructure.Tests.Viewing;

[OnEachDatabase]
internal sealed class AccessTests(DatabaseProvider provider)
{
    private Village village = null!;

    [SetUp]
    public async Task SetUp() => village = await Village.CreateAsync(provider);

    [TearDown]
    public void TearDown() => village.Dispose();

    [Test]
    public async Task Everybody_sees_what_is_open_to_him_and_administrators_see_archived_projects_too()
    {
        Assert.That(await NamesAsync(village.Admin, a => a.VisibleProjects()), Is.EqualTo("archived bare lonely private public"));
        Assert.That(await NamesAsync(village.Member, a => a.VisibleProjects()), Is.EqualTo("bare private public"));
        Assert.That(await NamesAsync(village.Outsider, a => a.VisibleProjects()), Is.EqualTo("bare public"));
        Assert.That(await NamesAsync(village.Anonymous, a => a.VisibleProjects()), Is.EqualTo("bare public"));
    }

    [TestCase("view_work_packages", "lonely private public", "private public", "public", "public")]
    [TestCase("add_work_packages", "lonely private public", "", "public", "")]
    [TestCase("edit_work_packages", "lonely private public", "private", "", "")]
    [TestCase("work_package_assigned", "", "private", "", "")]
    [TestCase("edit_project", "bare lonely private public", "private", "", "")]
    [TestCase("view_news", "lonely private public", "private public", "public", "public")]
    [TestCase("view_project", "bare lonely private public", "bare private public", "bare public", "bare public")]
    public async Task A_permission_counts_where_roles_grant_it_and_its_module_is_enabled(string name, params string[] expected)
    {
        var permission = Catalogue.Find(name)!;

        foreach (var (viewer, projects) in Viewers.Zip(expected))
            Assert.That(await NamesAsync(viewer, a => a.ProjectsWith(permission)), Is.EqualTo(projects), viewer.Name);
    }

    [Test]
    public async Task What_holds_in_a_project_is_the_same_whichever_way_it_is_asked()
    {
        foreach (var viewer in Viewers)
        {
            var access = village.AccessOf(viewer);
            await access.LoadAsync(Projects.Select(p => p.Id));
            foreach (var permission in Catalogue.All.Where(p => !p.IsGlobal))
            {
                var with = await access.Store.ListAsync(access.ProjectsWith(permission), default);
                Assert.That(
                    Projects.Where(p => access.In(p.Id).Contains(permission)).Select(p => p.Id),
                    Is.EquivalentTo(with),
                    $"{permission} of {viewer.Name}");
                if (!viewer.IsAdmin)
                    Assert.That(with.Count > 0, Is.EqualTo(await village.AccessOf(viewer).AnywhereAsync(permission)), $"{permission} of {viewer.Name}");
            }
        }
    }

    [Test]
    public async Task Global_permissions_come_from_global_roles()
    {
        var member = await village.AccessOf(village.Member).GlobalAsync();

        Assert.That(member, Is.EqualTo(PermissionSet.Of([Catalogue.AddProject])));
        Assert.That(await village.AccessOf(village.Outsider).GlobalAsync(), Is.EqualTo(PermissionSet.Empty));
        Assert.That(await village.AccessOf(village.Anonymous).GlobalAsync(), Is.EqualTo(PermissionSet.Empty));
        Assert.That(await village.AccessOf(village.Admin).GlobalAsync(), Is.EqualTo(Catalogue.GlobalOnes));
        Assert.That(await village.AccessOf(village.Member).AnywhereAsync(Catalogue.AddProject), Is.True);
        Assert.That(await village.AccessOf(village.Member).AnywhereAsync(Catalogue.CreateUser), Is.False);
    }

    [Test]
    public async Task A_request_costs_one_statement_for_each_kind_of_question()
    {
        var access = village.AccessOf(village.Member);

        await access.LoadAsync(Projects.Select(p => p.Id));
        await access.LoadAsync(Projects.Select(p => p.Id));
        await access.InProjectAsync(village.Public.Id);
        Assert.That(village.Counter.Statements, Has.Count.EqualTo(1));

        await access.GlobalAsync();
        await access.GlobalAsync();
        await access.AnywhereAsync(Catalogue.AddProject);
        Assert.That(village.Counter.Statements, Has.Count.EqualTo(2));

        await access.AnywhereAsync(Catalogue.ViewWorkPackages);
        await access.AnywhereAsync(Catalogue.ViewWorkPackages);
        Assert.That(village.Counter.Statements, Has.Count.EqualTo(3));
    }

    [Test]
    public async Task Administrators_are_asked_for_little()
    {
        var access = village.AccessOf(village.Admin);

        await access.GlobalAsync();
        await access.AnywhereAsync(Catalogue.ViewWorkPackages);
        await access.AnywhereAsync(Catalogue.AddProject);
        Assert.That(village.Counter.Statements, Is.Empty);

        await access.LoadAsync(Projects.Select(p => p.Id));
        Assert.That(village.Counter.Statements.Single(), Does.Not.Contain("members").And.Not.Contain("role"));
        Assert.That(access.ProjectsWith(Catalogue.ViewWorkPackages).ToQueryString(), Does.Not.Contain("members").And.Not.Contain("role"));
    }

    [Test]
    public async Task Nothing_is_allowed_in_a_project_that_does_not_exist()
    {
        Assert.That(await village.AccessOf(village.Admin).InProjectAsync(4711), Is.EqualTo(PermissionSet.Empty));
    }

    [Test]
    public void What_was_not_loaded_is_not_guessed()
    {
        var access = village.AccessOf(village.Member);

        Assert.That(() => access.In(village.Public.Id), Throws.InvalidOperationException.With.Message.Contains("LoadAsync"));
        Assert.That(() => access.Global, Throws.InvalidOperationException.With.Message.Contains("GlobalAsync"));
    }

    [Test]
    public void A_scope_keeps_its_viewer()
    {
        var actor = new CurrentActor();
        var current = new CurrentViewer(actor);
        Assert.That(() => current.Viewer, Throws.InvalidOperationException);

        current.Set(village.Member);

        Assert.That(actor.Id, Is.EqualTo(village.Member.UserId));
        Assert.That(() => current.Set(village.Admin), Throws.InvalidOperationException);
        Assert.That(current.Viewer, Is.EqualTo(village.Member));
    }

    [Test]
    public async Task SQL_Server_gets_statements_too()
    {
        var options = new DbContextOptionsBuilder<SqlServerDbContext>();
        options.UseOpenProjectSqlServer("Server=none");
        await using var context = new SqlServerDbContext(options.Options);

        foreach (var viewer in Viewers)
        {
            var store = new TranslatingStore(context);
            var access = Village.AccessOf(viewer, store);
            await access.LoadAsync([1, 2]);
            await access.AnywhereAsync(Catalogue.WorkPackageAssigned);
            await access.AnywhereAsync(Catalogue.ViewNews);
            await access.GlobalAsync();
            Assert.That(store.Statements, Has.All.Contains("SELECT"));
            Assert.That(store.Statements[0], Does.Contain("[project_modules]"));
        }
    }

    private IReadOnlyList<Viewer> Viewers => [village.Admin, village.Member, village.Outsider, village.Anonymous];

    private IReadOnlyList<Project> Projects => [village.Private, village.Public, village.Bare, village.Archived, village.Lonely];

    private async Task<string> NamesAsync(Viewer viewer, Func<Access, IQueryable<long>> projects)
    {
        var access = village.AccessOf(viewer);
        var wanted = projects(access);
        var names = await access.Store.ListAsync(access.Store.Rows<Project>().Where(p => wanted.Contains(p.Id)).Select(p => p.Identifier), default);
        return string.Join(' ', names.Order(StringComparer.Ordinal));
    }

    /// <summary>Translates every query and runs none.</summary>
    private sealed class TranslatingStore(OpenProjectDbContext context) : IReadStore
    {
        public List<string> Statements { get; } = [];

        public IQueryable<T> Rows<T>()
            where T : class => context.Set<T>();

        public Task<List<T>> ListAsync<T>(IQueryable<T> query, CancellationToken cancellationToken) => Task.FromResult(Translate(query, new List<T>()));

        public Task<T?> FirstOrDefaultAsync<T>(IQueryable<T> query, CancellationToken cancellationToken) => Task.FromResult(Translate(query, default(T)));

        public Task<int> CountAsync<T>(IQueryable<T> query, CancellationToken cancellationToken) => Task.FromResult(Translate(query, 0));

        public Task<bool> AnyAsync<T>(IQueryable<T> query, CancellationToken cancellationToken) => Task.FromResult(Translate(query, false));

        private TResult Translate<T, TResult>(IQueryable<T> query, TResult result)
        {
            Statements.Add(query.ToQueryString());
            return result;
        }
    }
}
