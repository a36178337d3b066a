using System.Diagnostics;
using Microsoft.AspNetCore.Identity;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using OpenProject.Application.ApiTokens;
using OpenProject.Domain.ApiTokens;
using OpenProject.Domain.Budgets;
using OpenProject.Domain.Categories;
using OpenProject.Domain.CustomActions;
using OpenProject.Domain.FileLinks;
using OpenProject.Domain.Grids;
using OpenProject.Domain.Groups;
using OpenProject.Domain.HelpTexts;
using OpenProject.Domain.Memberships;
using OpenProject.Domain.News;
using OpenProject.Domain.Notifications;
using OpenProject.Domain.PlaceholderUsers;
using OpenProject.Domain.Principals;
using OpenProject.Domain.Priorities;
using OpenProject.Domain.ProjectPhases;
using OpenProject.Domain.Projects;
using OpenProject.Domain.ProjectStorages;
using OpenProject.Domain.Relations;
using OpenProject.Domain.Revisions;
using OpenProject.Domain.Roles;
using OpenProject.Domain.SavedQueries;
using OpenProject.Domain.Sprints;
using OpenProject.Domain.Statuses;
using OpenProject.Domain.Storages;
using OpenProject.Domain.TimeEntries;
using OpenProject.Domain.Types;
using OpenProject.Domain.Users;
using OpenProject.Domain.Versions;
using OpenProject.Domain.Views;
using OpenProject.Domain.WorkPackages;
using OpenProject.Domain.WorkPackages.Scheduling;
using OpenProject.Domain.WorkSchedule;
using OpenProject.Domain.Workflows;
using OpenProject.Infrastructure.Identity;
using OpenProject.Infrastructure.OAuthApplications;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Infrastructure.Seeding;
using OpenProject.Testing.Databases;

namespace OpenProject.Infrastructure.Tests.Seeding;

/// <summary>One at a time: what is printed goes to the process's output.</summary>
[OnEachDatabase]
[NonParallelizable]
internal sealed class SeederTests(DatabaseProvider provider)
{
    private const string Key = "a key of my own that is long enough";

    private const string Password = "a password of my own";

    private DirectoryInfo directory = null!;
    private string? sqlServer;

    [SetUp]
    public async Task SetUp()
    {
        directory = Directory.CreateTempSubdirectory("openproject-seeds-");
        sqlServer = provider == DatabaseProvider.SqlServer ? await SqlServerContainer.NewDatabaseAsync() : null;
    }

    [TearDown]
    public async Task TearDown()
    {
        SqliteConnection.ClearAllPools();
        directory.Delete(recursive: true);
        if (sqlServer is not null)
            await SqlServerContainer.DropDatabaseAsync(sqlServer);
    }

    [Test]
    public async Task An_installation_begins_with_users_roles_and_enumerations()
    {
        await using var database = New(DemoData.None);
        await database.PrepareAsync();
        var context = database.Context;

        Assert.That(
            await context.Set<User>().OrderBy(u => u.Id).Select(u => u.Login).ToListAsync(),
            Is.EqualTo(new[] { "system", "anonymous", "deleted", "admin" }));
        Assert.That(
            await context.Set<Role>().OrderBy(r => r.Id).Select(r => $"{r.Position} {r.Name}").ToListAsync(),
            Is.EqualTo(new[]
            {
                "0 Non member", "1 Anonymous", "3 Member", "4 Reader", "5 Project admin", "6 Staff and projects manager", "7 Work package editor",
                "8 Work package commenter", "9 Work package viewer", "10 Project query viewer", "11 Project query editor",
            }));
        Assert.That(
            await context.Set<WorkPackageType>().OrderBy(t => t.Id).Select(t => t.Name).ToListAsync(),
            Is.EqualTo(new[] { "Task", "Milestone", "Summary task", "Feature", "Epic", "User story", "Bug" }));
        Assert.That(await context.Set<Status>().CountAsync(), Is.EqualTo(14));
        Assert.That(await context.Set<TimeEntriesActivity>().OrderBy(a => a.Position).Select(a => a.Name).FirstAsync(), Is.EqualTo("Management"));
        Assert.That(await context.Set<Status>().Where(s => s.IsClosed).Select(s => s.Name).ToListAsync(), Is.EquivalentTo(new[] { "Closed", "Rejected" }));
        Assert.That(await context.Set<Priority>().Where(p => p.IsDefault).Select(p => p.Name).ToListAsync(), Is.EqualTo(new[] { "Normal" }));
        Assert.That(await context.Set<Workflow>().CountAsync(), Is.EqualTo(2 * ((5 * 4) + (2 * 7 * 6) + (3 * 11 * 10) + (10 * 9))));
        Assert.That(await context.Set<WeekDay>().Where(d => d.Working).Select(d => d.Id).ToListAsync(), Is.EquivalentTo(new[] { 1, 2, 3, 4, 5 }));
        Assert.That(await context.Set<WeekDay>().CountAsync(), Is.EqualTo(7));
        Assert.That(
            await context.Set<ProjectPhaseDefinition>().OrderBy(d => d.Id).Select(d => $"{d.Position} {d.Name} {d.StartGateName}").ToListAsync(),
            Is.EqualTo(new[] { "1 Initiating ", "2 Planning Ready for planning", "3 Executing Ready for executing", "4 Closing Ready for closing" }));
        Assert.That(await context.Set<Project>().AnyAsync(), Is.False);
    }

    [Test]
    public async Task The_administrator_has_the_key_and_the_password_that_were_given_and_must_change_the_password()
    {
        await using var database = New(DemoData.None);
        var output = await PrintedAsync(database.PrepareAsync);

        var admin = await database.Context.Set<User>().SingleAsync(u => u.Admin);
        Assert.That((admin.Login, admin.Name, admin.Email, admin.ForcePasswordChange), Is.EqualTo(("admin", "OpenProject Admin", "admin@example.net", true)));
        Assert.That(new PasswordHasher<User>().VerifyHashedPassword(admin, admin.PasswordHash!, Password), Is.EqualTo(PasswordVerificationResult.Success));
        var token = await database.Context.Set<ApiToken>().SingleAsync();
        Assert.That((token.UserId, token.TokenHash, token.ExpiresAt), Is.EqualTo((admin.Id, ApiTokenService.HashOf(Key), (DateTime?)null)));
        Assert.That(output, Is.Empty);
    }

    [Test]
    public async Task A_key_that_was_made_is_printed_once()
    {
        await using var first = New(DemoData.None, adminApiKey: "");
        await using var second = New(DemoData.None, adminApiKey: null);

        var output = await PrintedAsync(first.PrepareAsync);
        var again = await PrintedAsync(second.PrepareAsync);

        var key = output.TrimEnd().Split(' ')[^1];
        Assert.That(key, Does.Match("^opapi-[0-9a-f]{40}$"));
        Assert.That((await first.Context.Set<ApiToken>().SingleAsync()).TokenHash, Is.EqualTo(ApiTokenService.HashOf(key)));
        Assert.That(again, Is.Empty);
    }

    [Test]
    public async Task A_password_that_was_made_is_printed_once()
    {
        await using var first = New(DemoData.None, adminPassword: " ");
        await using var second = New(DemoData.None, adminPassword: null);

        var output = await PrintedAsync(first.PrepareAsync);
        var again = await PrintedAsync(second.PrepareAsync);

        var password = output.TrimEnd().Split(' ')[^1];
        var admin = await first.Context.Set<User>().SingleAsync(u => u.Admin);
        Assert.That(password, Does.Match("^[a-z2-9]{20}$"));
        Assert.That(new PasswordHasher<User>().VerifyHashedPassword(admin, admin.PasswordHash!, password), Is.EqualTo(PasswordVerificationResult.Success));
        Assert.That(admin.ForcePasswordChange, Is.True);
        Assert.That(again, Is.Empty);
    }

    [Test]
    public async Task A_short_password_is_refused_before_anything_is_stored()
    {
        await using var database = New(DemoData.None, adminPassword: "nine char");

        Assert.That(database.PrepareAsync, Throws.InvalidOperationException.With.Message.EqualTo("Seed:AdminPassword: Password is too short (minimum is 10 characters)."));
        Assert.That(await database.Context.Set<User>().AnyAsync(), Is.False);
    }

    [Test]
    public async Task A_short_key_is_refused_before_anything_is_stored()
    {
        await using var database = New(DemoData.None, adminApiKey: "nineteen characters");

        Assert.That(database.PrepareAsync, Throws.InvalidOperationException.With.Message.Contains("20 characters"));
        Assert.That(await database.Context.Set<User>().AnyAsync(), Is.False);
    }

    [Test]
    public async Task Roles_hold_what_they_should()
    {
        await using var database = New(DemoData.None);
        await database.PrepareAsync();
        var roles = await database.Context.Set<Role>().ToDictionaryAsync(r => r.Name);

        Assert.That(Names("Anonymous"), Is.EquivalentTo(new[] { "view_work_packages", "view_wiki_pages", "view_project_attributes" }));
        Assert.That(Names("Non member"), Is.EquivalentTo(new[] { "view_work_packages", "view_calendar", "comment_news", "view_wiki_pages", "view_project_attributes", "show_board_views" }));
        Assert.That(Names("Member"), Is.SupersetOf(new[] { "edit_work_packages", "work_package_assigned", "log_own_time", "view_file_links", "view_budgets" }));
        Assert.That(Names("Member"), Does.Not.Contain("delete_work_packages").And.Not.Contain("manage_members"));
        Assert.That(Names("Reader"), Does.Contain("view_work_packages").And.Not.Contain("edit_work_packages"));
        Assert.That(Names("Project admin"), Is.EquivalentTo(Permissions.OfProjectRoles.Select(p => p.Name)));
        Assert.That(Names("Staff and projects manager"), Is.EquivalentTo(new[] { "add_project", "create_user", "manage_user", "manage_placeholder_user" }));

        IEnumerable<string> Names(string role) => roles[role].Permissions.Select(p => p.Permission);
    }

    [Test]
    public async Task The_demo_projects_are_complete()
    {
        await using var database = New(DemoData.Small);
        await database.PrepareAsync();
        var context = database.Context;

        Assert.That(
            await context.Set<Project>().OrderBy(p => p.Id).Select(p => $"{p.Kind} {p.Identifier} {p.Parent!.Identifier}").ToListAsync(),
            Is.EqualTo(new[] { "Portfolio demo-portfolio ", "Program demo-program demo-portfolio", "Project demo-project demo-program", "Project your-scrum-project " }));
        Assert.That(await context.Set<ProjectHierarchy>().CountAsync(), Is.EqualTo(4 + 2 + 1));
        var demo = await context.Set<Project>().SingleAsync(p => p.Identifier == "demo-project");
        Assert.That((demo.Name, demo.Public, demo.StatusCode), Is.EqualTo(("Demo project", true, (ProjectStatusCode?)ProjectStatusCode.OnTrack)));
        Assert.That(await context.Set<WorkPackage>().CountAsync(w => w.ProjectId == demo.Id), Is.EqualTo(12));
        Assert.That(await context.Set<WorkPackage>().CountAsync(), Is.EqualTo(12 + 10));
        Assert.That(await context.Set<Membership>().CountAsync(), Is.EqualTo(8 + 1));
        Assert.That(await context.Set<GroupMember>().CountAsync(), Is.EqualTo(2));
        Assert.That(await context.Set<PlaceholderUser>().CountAsync(), Is.EqualTo(1));
        Assert.That(await context.Set<MembershipRole>().CountAsync(r => r.InheritedFromId != null), Is.EqualTo(2));
        Assert.That(await context.Set<ProjectVersion>().CountAsync(), Is.EqualTo(2));
        Assert.That(await context.Set<Category>().CountAsync(), Is.EqualTo(1));
        Assert.That(await context.Set<Budget>().CountAsync(), Is.EqualTo(1));
        Assert.That(await context.Set<CustomAction>().CountAsync(), Is.EqualTo(1));
        Assert.That(await context.Set<Revision>().CountAsync(r => r.Mentions.Count == 1), Is.EqualTo(1));
        Assert.That(await context.Set<ProjectStorage>().Select(p => p.FolderId).ToListAsync(), Is.EqualTo(new[] { "/Demo project" }));
        Assert.That(await context.Set<FileLink>().CountAsync(f => f.WorkPackage.ProjectId == demo.Id), Is.EqualTo(1));
        Assert.That((await context.Set<NewsItem>().SingleAsync()).ProjectId, Is.EqualTo(demo.Id));
        Assert.That(
            await context.Set<ProjectContent>().OrderBy(c => c.Id).Select(c => $"{c.Kind} {c.Project.Identifier}").ToListAsync(),
            Is.EquivalentTo(new[] { "Document demo-project", "WikiPage your-scrum-project", "Post your-scrum-project", "Meeting demo-project" }));
        Assert.That(await context.Set<Sprint>().Select(s => s.Status).ToListAsync(), Is.EquivalentTo(new[] { SprintStatus.Active, SprintStatus.InPlanning }));
        Assert.That(await context.Set<ProjectPhase>().CountAsync(p => p.ProjectId == demo.Id && p.Active), Is.EqualTo(3));
        Assert.That((await context.Set<HelpText>().SingleAsync()).Attribute, Is.EqualTo("assignee"));
        Assert.That(await context.Set<WorkPackage>().Where(w => w.PhaseId != null).Select(w => $"{w.Subject}: {w.Phase!.Definition.Name}").ToListAsync(), Is.EquivalentTo(new[]
        {
            "Choose a date and a city: Planning", "Book the venue: Planning", "Publish the call for talks: Executing",
        }));
        Assert.That(await context.Set<WorkPackage>().CountAsync(w => w.Sprint!.Name == "Sprint 1"), Is.EqualTo(2));
        Assert.That(await context.Set<WorkPackage>().CountAsync(w => w.CustomValues.Count == 2 && w.Type.Name == "User story"), Is.EqualTo(5));
        var told = await context.Set<Notification>().Include(n => n.Recipient).SingleAsync();
        Assert.That((told.Recipient.Login, told.AlertedDate), Is.EqualTo(("admin", (AlertedDate?)AlertedDate.StartDate)));
        Assert.That(await context.Set<Watcher>().CountAsync(w => w.WorkPackageId == told.WorkPackageId && w.UserId == told.RecipientId), Is.EqualTo(1));
        Assert.That(
            await context.Set<Storage>().Select(s => $"{s.OAuthApplication!.Name} {s.OAuthApplication.RedirectUris.Count} {s.Credentials!.ClientId}").ToListAsync(),
            Is.EqualTo(new[] { "Cloud files (Nextcloud) 1 openproject" }));
        Assert.That(await context.Set<OAuthClient>().CountAsync(c => c.ClientSecret != null), Is.EqualTo(1), "the authorization server knows the application");
        Assert.That(await context.Set<TimeEntry>().Select(t => t.ProjectId).ToListAsync(), Is.EqualTo(new[] { demo.Id, demo.Id }));
        Assert.That(await context.Set<Relation>().Select(r => $"{r.From.Subject} < {r.To.Subject}").ToListAsync(), Is.EqualTo(new[] { "Announce the programme < Review the proposals" }));
        Assert.That(await context.Set<SavedQuery>().Select(q => q.ProjectId).Distinct().SingleAsync(), Is.EqualTo(demo.Id));
        Assert.That(await context.Set<Grid>().Where(g => g.ProjectId == demo.Id).Select(g => $"{g.Name} {g.ColumnCount}").ToListAsync(), Is.EqualTo(new[] { "Kanban board 4" }));
        Assert.That(await context.Set<View>().Select(v => v.Kind).Distinct().CountAsync(), Is.EqualTo(3));
        Assert.That(await context.Set<User>().CountAsync(p => p.Kind == PrincipalKind.User), Is.EqualTo(4));
        await AssertConsistentAsync(context);
    }

    [Test]
    public async Task Demo_work_that_moved_on_says_why()
    {
        await using var database = New(DemoData.Small);
        await database.PrepareAsync();

        var told = await database.Context.Set<WorkPackageJournal>().Where(j => j.Version == 2).Select(j => new { j.Notes, j.WorkPackage.Status.Name }).ToListAsync();

        Assert.That(told, Has.Count.EqualTo(4).And.All.Property("Notes").Not.Empty.And.All.Property("Name").Not.EqualTo("New"));
    }

    [Test]
    public async Task A_database_that_has_begun_is_left_alone()
    {
        await using var first = New(DemoData.Small);
        await first.PrepareAsync();
        await first.Context.Set<User>().Where(u => u.Login == "mira").ExecuteUpdateAsync(u => u.SetProperty(x => x.Login, "someone"));
        await using var second = New(DemoData.Small, "another key that is long enough");

        await second.PrepareAsync();
        await second.SeedAsync();

        Assert.That(await second.Context.Set<User>().CountAsync(), Is.EqualTo(7));
        Assert.That(await second.Context.Set<ApiToken>().CountAsync(), Is.EqualTo(1));
        Assert.That(await second.Context.Set<Project>().CountAsync(), Is.EqualTo(4));
    }

    [Test]
    public async Task Any_number_of_servers_may_start_at_once()
    {
        var servers = Enumerable.Range(0, 6).Select(_ => New(DemoData.Small, adminApiKey: null)).ToList();

        var output = await PrintedAsync(() => Task.WhenAll(servers.Select(server => Task.Run(server.PrepareAsync))));

        Assert.That(output.Split('\n', StringSplitOptions.RemoveEmptyEntries), Has.Length.EqualTo(1));
        Assert.That(await servers[0].Context.Set<User>().CountAsync(), Is.EqualTo(7));
        Assert.That(await servers[0].Context.Set<WorkPackage>().CountAsync(), Is.EqualTo(22));
        Assert.That(await servers[0].Context.Set<DataProtectionKey>().CountAsync(), Is.EqualTo(1), "servers that know different keys do not know each other's sessions");
        foreach (var server in servers)
            await server.DisposeAsync();
    }

    [Test]
    public async Task Seeders_that_meet_without_the_lock_of_the_migration_seed_once()
    {
        await using (var migrating = New(DemoData.None))
            await migrating.Context.Database.MigrateAsync();
        var servers = Enumerable.Range(0, 4).Select(_ => New(DemoData.Small)).ToList();

        await Task.WhenAll(servers.Select(server => Task.Run(server.SeedAsync)));

        Assert.That(await servers[0].Context.Set<User>().CountAsync(), Is.EqualTo(7));
        foreach (var server in servers)
            await server.DisposeAsync();
    }

    [Test]
    public async Task The_large_demo_has_its_numbers()
    {
        await using var database = New(DemoData.Large);
        var watch = Stopwatch.StartNew();
        await database.PrepareAsync();
        TestContext.Out.WriteLine($"{watch.ElapsedMilliseconds} ms");
        var context = database.Context;

        Assert.That(await context.Set<Project>().CountAsync(p => p.Kind == ProjectKind.Project), Is.EqualTo(50));
        Assert.That(await context.Set<WorkPackage>().CountAsync(), Is.EqualTo(5_000));
        Assert.That(await context.Set<User>().CountAsync(p => p.Kind == PrincipalKind.User), Is.EqualTo(200));
        Assert.That(await context.Set<Project>().Select(p => p.Name).Distinct().CountAsync(), Is.EqualTo(52));
        Assert.That(await context.Set<WorkPackage>().CountAsync(w => w.CustomValues.Count > 0), Is.EqualTo(60));
        Assert.That(await context.Set<Notification>().CountAsync(n => n.Recipient.Admin), Is.GreaterThan(30));
        await AssertConsistentAsync(context);
    }

    // What the server keeps in step when people change things holds from the beginning.
    private static async Task AssertConsistentAsync(DbContext context)
    {
        var work = await context.Set<WorkPackage>().ToDictionaryAsync(w => w.Id);
        var pairs = await context.Set<WorkPackageHierarchy>().ToListAsync();
        var below = pairs.Where(p => p.Depth > 0).ToLookup(p => p.AncestorId, p => p.DescendantId);
        var expected = work.Values.SelectMany(w => Upwards(w).Select((ancestor, depth) => (ancestor.Id, w.Id, depth)));
        Assert.That(pairs.Select(p => (p.AncestorId, p.DescendantId, p.Depth)), Is.EquivalentTo(expected));
        foreach (var row in work.Values)
        {
            var derived = DerivedValues.Of(Of(row), [.. below[row.Id].Select(id => Of(work[id]))]);
            Assert.That(
                (row.DerivedStartDate, row.DerivedDueDate, row.DerivedEstimatedMinutes, row.DerivedRemainingMinutes, row.DerivedPercentageDone),
                Is.EqualTo((derived.StartDate, derived.DueDate, derived.EstimatedMinutes, derived.RemainingMinutes, derived.PercentageDone)),
                row.Subject);
        }

        Assert.That(
            work.Values.Where(w => w is { StartDate: { } start, DueDate: { } due } && WorkingCalendar.Default.Count(start, due) != w.DurationDays).Select(w => w.Subject),
            Is.Empty);
        var journals = await context.Set<WorkPackageJournal>().GroupBy(j => j.WorkPackageId).Select(g => new { g.Key, Last = g.Max(j => j.Version), Count = g.Count() }).ToListAsync();
        Assert.That(journals.ToDictionary(j => j.Key, j => (j.Last, j.Count)), Is.EqualTo(work.Values.ToDictionary(w => w.Id, w => (w.JournalVersion, w.JournalVersion))));
        var outside = await context.Set<WorkPackage>().CountAsync(w => w.AssigneeId != null
            && !context.Set<Membership>().Any(m => m.PrincipalId == w.AssigneeId && m.ProjectId == w.ProjectId
                && m.Roles.Any(r => r.Role.Permissions.Any(p => p.Permission == "work_package_assigned"))));
        Assert.That(outside, Is.Zero, "work of people who cannot be assigned");
        var foreignTypes = await context.Set<WorkPackage>().CountAsync(w => !w.Project.Types.Any(t => t.TypeId == w.TypeId));
        Assert.That(foreignTypes, Is.Zero, "work of types that the project does not offer");

        IEnumerable<WorkPackage> Upwards(WorkPackage row) => row.ParentId is { } parent ? Upwards(work[parent]).Prepend(row) : [row];
        static Contribution Of(WorkPackage row) => new(row.StartDate, row.DueDate, row.EstimatedMinutes, row.RemainingMinutes, ExcludedFromTotals: false);
    }

    private SeededDatabase New(DemoData demo, string? adminApiKey = Key, string? adminPassword = Password) =>
        new(directory.FullName, sqlServer, demo, adminApiKey, adminPassword);

    private static async Task<string> PrintedAsync(Func<Task> work)
    {
        var output = Console.Out;
        await using var printed = new StringWriter();
        Console.SetOut(TextWriter.Synchronized(printed));
        try
        {
            await work();
        }
        finally
        {
            Console.SetOut(output);
        }

        return printed.ToString();
    }
}
