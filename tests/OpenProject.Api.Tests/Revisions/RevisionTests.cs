using System.Net;
using Microsoft.Extensions.DependencyInjection;
using OpenProject.Application.Common;
using OpenProject.Application.Revisions;
using OpenProject.Domain.Common;
using OpenProject.Domain.Projects;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;
using OpenProject.Testing.Databases;

namespace OpenProject.Api.Tests.Revisions;

/// <summary>Revisions over HTTP: what they say, which work packages list them, and who sees them.</summary>
[OnEachDatabase]
public sealed class RevisionTests(DatabaseProvider provider)
{
    private const string Hash = "029ed72a3b7b7c4ab332b1f6eaa6576e7c946059";
    private const string Page = "https://code.example.net/conference/029ed72a";

    private PermissionWorld world = null!;
    private string work = "";
    private long open;
    private long hidden;

    [OneTimeSetUp]
    public async Task Start()
    {
        world = await PermissionWorld.StartAsync(provider);
        var admin = world["admin"];
        foreach (var project in new[] { "public", "private" })
            await EnableAsync(world.Projects[project]);
        var made = await admin.PostJsonAsync($"{world.Projects["public"]}/work_packages", new { subject = "Committed" });
        work = made["_links/self/href"].GetString()!;
        var userId = (await admin.GetJsonAsync("/api/v3/users/me"))["id"].GetInt64();
        var spec = new RevisionSpec("demo-project", Hash, "j1msheppard", userId, $"Fixes\n\nOf #{made["id"]} and #999999", Page, new DateTimeOffset(2026, 3, 2, 10, 0, 0, TimeSpan.FromHours(1)));
        open = await world.Server.RevisionAsync(spec);
        hidden = await world.Server.RevisionAsync(spec with { Project = "private", Identifier = "1047", UserId = null, CommittedAt = spec.CommittedAt.AddDays(1) });
    }

    [OneTimeTearDown]
    public void Stop() => world.Dispose();

    [Test]
    public async Task A_revision_says_who_committed_what_and_where_it_is_shown()
    {
        var revision = await world["admin"].GetJsonAsync($"/api/v3/revisions/{open}");
        Assert.That((revision["_type"].GetString(), revision["identifier"].GetString(), revision["formattedIdentifier"].GetString(), revision["authorName"].GetString(), revision["createdAt"].GetString()),
            Is.EqualTo(("Revision", Hash, "029ed72a", "j1msheppard", "2026-03-02T09:00:00.000Z")), revision.ToString());
        Assert.That((revision["message/format"].GetString(), revision["message/html"].GetString()), Is.EqualTo(("plain", $"<p>Fixes</p>\n<p>Of #{work.Split('/')[^1]} and #999999</p>")));
        Assert.That((revision["_links/showRevision/href"].GetString(), revision["_links/project/href"].GetString()), Is.EqualTo((Page, world.Projects["public"])));
        Assert.That(revision["_links/author/href"].GetString(), Does.StartWith("/api/v3/users/"));
        var other = await world["admin"].GetJsonAsync($"/api/v3/revisions/{hidden}");
        Assert.That((other["formattedIdentifier"].GetString(), other["_links"].TryGetProperty("author", out _)), Is.EqualTo(("1047", false)));
        Assert.That((await world["admin"].GetJsonAsync("/api/v3/revisions/999999"))["message"].GetString(), Is.EqualTo("The specified revision does not exist."));
    }

    [TestCase("admin", 200, 200, 2)]
    [TestCase("member", 200, 404, 1)]
    [TestCase("reader", 200, 404, 1)]
    [TestCase("non-member", 404, 404, 0)]
    [TestCase("anonymous", 404, 404, 0)]
    public async Task Those_see_revisions_who_may_see_those_of_the_project(string caller, int ofOpen, int ofHidden, int listed)
    {
        Assert.That((int)(await world[caller].GetJsonAsync($"/api/v3/revisions/{open}")).Status, Is.EqualTo(ofOpen));
        Assert.That((int)(await world[caller].GetJsonAsync($"/api/v3/revisions/{hidden}")).Status, Is.EqualTo(ofHidden));
        var list = await world[caller].GetJsonAsync(work + "/revisions");
        Assert.That((list.Status, list["total"].GetInt32()), Is.EqualTo((HttpStatusCode.OK, listed)), list.ToString());
        Assert.That(list["_embedded/elements"].EnumerateArray().Select(r => r.GetProperty("id").GetInt64()), Is.EqualTo(new[] { hidden, open }.TakeLast(listed)), "The last one comes first.");
        Assert.That((await world[caller].GetJsonAsync(work))["_links"].TryGetProperty("revisions", out _), Is.EqualTo(listed > 0));
    }

    [Test]
    public async Task Work_packages_that_nobody_sees_list_nothing()
    {
        var secret = await world["admin"].PostJsonAsync($"{world.Projects["private"]}/work_packages", new { subject = "Secret" });
        Assert.That((int)(await world["reader"].GetJsonAsync(secret["_links/self/href"].GetString() + "/revisions")).Status, Is.EqualTo(404));
        Assert.That((int)(await world["admin"].GetJsonAsync("/api/v3/work_packages/999999/revisions")).Status, Is.EqualTo(404));
    }

    [Test]
    public void A_project_has_a_revision_once()
    {
        var spec = new RevisionSpec("demo-project", Hash, "x", null, null, Page, DateTimeOffset.UnixEpoch);
        Assert.ThrowsAsync<BrokenRule>(() => world.Server.RevisionAsync(spec));
        Assert.ThrowsAsync<BrokenRule>(() => world.Server.RevisionAsync(spec with { Project = "nowhere" }));
    }

    private async Task EnableAsync(string project)
    {
        await using var scope = world.Server.Services.CreateAsyncScope();
        var projects = scope.ServiceProvider.GetRequiredService<IAggregates<Project>>();
        var found = (await projects.FindAsync(long.Parse(project.Split('/')[^1]), CancellationToken.None))!;
        found.EnableModules([.. found.Modules.Select(m => m.Name), "repository"]);
        await scope.ServiceProvider.GetRequiredService<IUnitOfWork>().SaveAsync(CancellationToken.None);
    }
}
