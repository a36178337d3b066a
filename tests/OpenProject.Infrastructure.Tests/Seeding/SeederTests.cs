using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using OpenProject.Application.ApiTokens;
using OpenProject.Domain.ApiTokens;
using OpenProject.Domain.Memberships;
using OpenProject.Domain.Principals;
using OpenProject.Domain.Priorities;
using OpenProject.Domain.Projects;
using OpenProject.Domain.Roles;
using OpenProject.Domain.Statuses;
using OpenProject.Domain.Types;
using OpenProject.Domain.Users;
using OpenProject.Domain.WorkPackages;
using OpenProject.Domain.WorkPackages.Scheduling;
using OpenProject.Domain.Workflows;

namespace OpenProject.Infrastructure.Tests.Seeding;

[NonParallelizable]
internal sealed class SeederTests
{
    private const string Key = "a-key-that-was-given-to-it";

    private string folder = null!;

    [SetUp]
    public void SetUp() => folder = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N"));

    [TearDown]
    public void TearDown() => Directory.Delete(folder, recursive: true);

    [Test]
    public async Task A_new_installation_has_roles_enumerations_and_builtin_users()
    {
        await using var server = await StartedServer.StartAsync(folder, ("Seed:AdminApiKey", Key), ("Seed:Demo", "none"));

        Assert.That(await server.ReadAsync(c => c.Set<Role>().OrderBy(r => r.Position).Select(r => r.Name).ToListAsync()), Is.EqualTo(new[]
        {
            "Non member", "Anonymous", "Member", "Reader", "Project admin", "Staff and projects manager", "Work package editor",
            "Work package commenter", "Work package viewer", "Project query viewer", "Project query editor",
        }));
        Assert.That(await server.ReadAsync(c => c.Set<WorkPackageType>().OrderBy(t => t.Id).Select(t => t.Name).ToListAsync()), Is.EqualTo(new[]
        {
            "Task", "Milestone", "Summary task", "Feature", "Epic", "User story", "Bug",
        }));
        Assert.That(await server.ReadAsync(c => c.Set<Status>().OrderBy(s => s.Id).Select(s => s.Position).ToListAsync()), Is.EqualTo(Enumerable.Range(1, 14)));
        Assert.That(await server.ReadAsync(c => c.Set<Priority>().Where(p => p.IsDefault).Select(p => p.Name).ToListAsync()), Is.EqualTo(new[] { "Normal" }));
        Assert.That(await server.ReadAsync(c => c.Set<Principal>().OrderBy(p => p.Kind).Select(p => p.Kind).ToListAsync()), Is.EqualTo(new[]
        {
            PrincipalKind.User, PrincipalKind.Anonymous, PrincipalKind.System, PrincipalKind.Deleted,
        }));
        Assert.That(await server.ReadAsync(c => c.Set<Project>().CountAsync()), Is.Zero);
    }

    [Test]
    public async Task Each_type_passes_its_statuses_in_the_roles_that_work()
    {
        await using var server = await StartedServer.StartAsync(folder, ("Seed:AdminApiKey", Key), ("Seed:Demo", "none"));

        var steps = await server.ReadAsync(c => c.Set<Workflow>().GroupBy(w => w.TypeId).OrderBy(g => g.Key).Select(g => g.Count()).ToListAsync());

        // Two roles, and every status of the type to every other: 5, 7, 7, 11, 11, 11, 10 of them.
        Assert.That(steps, Is.EqualTo(new[] { 2 * 5 * 4, 2 * 7 * 6, 2 * 7 * 6, 2 * 11 * 10, 2 * 11 * 10, 2 * 11 * 10, 2 * 10 * 9 }));
    }

    [Test]
    public async Task The_administrator_has_a_password_to_change_and_the_key_that_was_given()
    {
        await using var server = await StartedServer.StartAsync(folder, ("Seed:AdminApiKey", Key), ("Seed:Demo", "none"));

        var admin = await server.ReadAsync(c => c.Set<User>().SingleAsync(u => u.Login == "admin"));
        var token = await server.ReadAsync(c => c.Set<ApiToken>().SingleAsync());
        Assert.That((admin.Name, admin.Email, admin.Admin, admin.ForcePasswordChange), Is.EqualTo(("OpenProject Admin", "admin@example.net", true, true)));
        Assert.That(new PasswordHasher<User>().VerifyHashedPassword(admin, admin.PasswordHash!, "admin"), Is.EqualTo(PasswordVerificationResult.Success));
        Assert.That((token.UserId, token.TokenHash), Is.EqualTo((admin.Id, ApiTokenService.HashOf(Key))));
    }

    [Test]
    public async Task A_key_nobody_gave_is_made_and_printed_once()
    {
        var printed = await PrintedAsync(("Seed:Demo", "none"), ("Seed:AdminApiKey", ""));
        var again = await PrintedAsync(("Seed:Demo", "none"));

        var key = printed.Trim().Split(' ')[^1];
        Assert.That(key, Does.Match("^opapi-[0-9a-f]{40}$"));
        Assert.That(again, Is.Empty);
        await using var server = await StartedServer.StartAsync(folder);
        Assert.That(await server.ReadAsync(c => c.Set<ApiToken>().Select(t => t.TokenHash).SingleAsync()), Is.EqualTo(ApiTokenService.HashOf(key)));
    }

    [Test]
    public async Task A_key_too_short_to_be_safe_is_refused_and_nothing_is_stored()
    {
        Assert.That(
            Assert.ThrowsAsync<InvalidOperationException>(() => StartedServer.StartAsync(folder, ("Seed:AdminApiKey", "short")))!.Message,
            Does.Contain("Seed:AdminApiKey"));

        await using var server = await StartedServer.StartAsync(folder, ("Seed:AdminApiKey", Key), ("Seed:Demo", "none"));
        Assert.That(await server.ReadAsync(c => c.Set<User>().CountAsync()), Is.EqualTo(4));
    }

    [Test]
    public async Task The_demo_data_is_consistent()
    {
        await using var server = await StartedServer.StartAsync(folder, ("Seed:AdminApiKey", Key));

        Assert.That(
            await server.ReadAsync(c => c.Set<Project>().OrderBy(p => p.Id).Select(p => new { p.Identifier, p.Kind }).ToListAsync()),
            Is.EqualTo(new[]
            {
                new { Identifier = "demo-portfolio", Kind = ProjectKind.Portfolio }, new { Identifier = "demo-program", Kind = ProjectKind.Program },
                new { Identifier = "demo-project", Kind = ProjectKind.Project }, new { Identifier = "your-scrum-project", Kind = ProjectKind.Project },
            }));
        Assert.That(await server.ReadAsync(c => c.Set<WorkPackage>().CountAsync()), Is.InRange(20, 30));
        await AssertConsistentAsync(server);
    }

    [Test]
    public async Task The_large_demo_is_large_and_consistent()
    {
        await using var server = await StartedServer.StartAsync(folder, ("Seed:AdminApiKey", Key), ("Seed:Demo", "large"), ("Database:Synchronous", "Normal"));

        Assert.That(await server.ReadAsync(c => c.Set<Project>().CountAsync(p => p.Identifier.StartsWith("large-"))), Is.EqualTo(50));
        Assert.That(await server.ReadAsync(c => c.Set<WorkPackage>().CountAsync(w => w.Project.Identifier.StartsWith("large-"))), Is.EqualTo(5_000));
        Assert.That(await server.ReadAsync(c => c.Set<User>().CountAsync(u => u.Kind == PrincipalKind.User)), Is.EqualTo(203));
        await AssertConsistentAsync(server);
    }

    [Test]
    public async Task Starting_again_changes_nothing_whatever_the_settings()
    {
        await using (await StartedServer.StartAsync(folder, ("Seed:AdminApiKey", Key), ("Seed:Demo", "none")))
        {
        }

        await using var server = await StartedServer.StartAsync(folder, ("Seed:AdminApiKey", "another-key-that-is-long-enough"), ("Seed:Demo", "small"));

        Assert.That(await server.ReadAsync(c => c.Set<Project>().CountAsync()), Is.Zero);
        Assert.That(await server.ReadAsync(c => c.Set<ApiToken>().CountAsync()), Is.EqualTo(1));
    }

    [Test]
    public async Task Servers_that_start_at_once_seed_once()
    {
        var servers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => StartedServer.StartAsync(folder, ("Seed:AdminApiKey", Key)))));

        Assert.That(await servers[0].ReadAsync(c => c.Set<User>().CountAsync(u => u.Admin)), Is.EqualTo(1));
        Assert.That(await servers[5].ReadAsync(c => c.Set<Project>().CountAsync()), Is.EqualTo(4));
        foreach (var server in servers)
            await server.DisposeAsync();
    }

    private static async Task AssertConsistentAsync(StartedServer server)
    {
        var work = await server.ReadAsync(c => c.Set<WorkPackage>().Select(w => new { w.Id, w.ParentId, w.StartDate, w.DueDate, w.DurationDays, w.JournalVersion }).ToListAsync());
        var pairs = (await server.ReadAsync(c => c.Set<WorkPackageHierarchy>().Select(h => new { h.AncestorId, h.DescendantId, h.Depth }).ToListAsync()))
            .Select(h => (h.AncestorId, h.DescendantId, h.Depth)).ToHashSet();
        Assert.Multiple(async () =>
        {
            Assert.That(pairs, Is.EquivalentTo(work.Select(w => (w.Id, w.Id, 0)).Concat(work.Where(w => w.ParentId != null).Select(w => (w.ParentId!.Value, w.Id, 1)))), "closure");
            Assert.That(
                work.Where(w => w is { StartDate: not null, DueDate: not null } && WorkingCalendar.Default.Count(w.StartDate.Value, w.DueDate.Value) != w.DurationDays),
                Is.Empty, "durations");
            Assert.That(await server.ReadAsync(c => c.Set<WorkPackageJournal>().CountAsync()), Is.EqualTo(work.Sum(w => w.JournalVersion)), "journals");
            Assert.That(await server.ReadAsync(c => c.Set<Membership>().CountAsync(m => !m.Roles.Any())), Is.Zero, "memberships");
            Assert.That(await server.ReadAsync(c => c.Set<Project>().CountAsync(p => !c.Set<ProjectHierarchy>().Any(h => h.AncestorId == p.Id && h.DescendantId == p.Id))), Is.Zero, "projects");
            Assert.That(
                await server.ReadAsync(c => c.Set<WorkPackage>().CountAsync(w =>
                    !c.Set<Project>().Any(p => p.Id == w.ProjectId && p.Types.Any(t => t.TypeId == w.TypeId)))),
                Is.Zero, "types");
        });
    }

    private async Task<string> PrintedAsync(params (string Key, string? Value)[] settings)
    {
        var output = Console.Out;
        using var printed = new StringWriter();
        Console.SetOut(printed);
        try
        {
            await using var server = await StartedServer.StartAsync(folder, settings);
        }
        finally
        {
            Console.SetOut(output);
        }

        return printed.ToString();
    }
}
