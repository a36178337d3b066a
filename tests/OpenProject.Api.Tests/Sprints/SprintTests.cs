using Microsoft.Extensions.DependencyInjection;
using OpenProject.Application.Sprints;
using OpenProject.Domain.Sprints;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;
using OpenProject.Testing.Databases;

namespace OpenProject.Api.Tests.Sprints;

/// <summary>Sprints over HTTP, and who sees them.</summary>
[OnEachDatabase]
public sealed class SprintTests(DatabaseProvider provider)
{
    private PermissionWorld world = null!;
    private readonly Dictionary<string, long> sprints = [];

    [OneTimeSetUp]
    public async Task Start()
    {
        world = await PermissionWorld.StartAsync(provider);
        await using var scope = world.Server.Services.CreateAsyncScope();
        foreach (var (name, self) in world.Projects)
        {
            var projectId = long.Parse(self.Split('/')[^1]);
            await world.Server.ModulesAsync(projectId, "backlogs");
            sprints[name] = await scope.ServiceProvider.GetRequiredService<SprintService>().AddAsync(
                projectId, $"Sprint in {name}", "To **finish** what there is.", new DateOnly(2020, 1, 1), new DateOnly(2020, 1, 14), SprintStatus.Completed, DateTime.UnixEpoch, CancellationToken.None);
        }
    }

    [OneTimeTearDown]
    public void Stop() => world.Dispose();

    [Test]
    public async Task A_sprint_tells_its_days_and_how_far_it_is()
    {
        var sprint = await world["admin"].GetJsonAsync($"/api/v3/sprints/{sprints["public"]}");

        Assert.That((sprint["startDate"].GetString(), sprint["finishDate"].GetString()), Is.EqualTo(("2020-01-01", "2020-01-14")), sprint.ToString());
        Assert.That((sprint["description/raw"].GetString(), sprint["description/html"].GetString()), Is.EqualTo(("To **finish** what there is.", "<p class=\"op-uc-p\">To <strong>finish</strong> what there is.</p>")));
        Assert.That(sprint["_links/status/href"].GetString(), Is.EqualTo("urn:openproject-org:api:v3:sprints:status:completed"));
        Assert.That(sprint["_links/definingWorkspace/href"].GetString(), Is.EqualTo(world.Projects["public"]));
    }

    [Test]
    public async Task Sprints_are_filtered_by_their_workspace_and_the_earliest_comes_first()
    {
        var scrum = (await world["admin"].GetJsonAsync("/api/v3/projects/your-scrum-project"))["id"].GetInt64();
        var filters = Uri.EscapeDataString($$$"""[{"definingWorkspace":{"operator":"=","values":["{{{scrum}}}"]}}]""");

        Assert.That(Names(await world["admin"].GetJsonAsync($"/api/v3/sprints?filters={filters}")), Is.EqualTo(new[] { "Sprint 1", "Sprint 2" }));
        Assert.That(Names(await world["admin"].GetJsonAsync("/api/v3/projects/your-scrum-project/sprints")), Is.EqualTo(new[] { "Sprint 1", "Sprint 2" }));
        Assert.That(Names(await world["admin"].GetJsonAsync("/api/v3/sprints")).First(), Does.StartWith("Sprint in"));
    }

    [TestCase("admin", "public", 200, 200)]
    [TestCase("admin", "private", 200, 200)]
    [TestCase("member", "public", 200, 200)]
    [TestCase("reader", "public", 404, 403)]
    [TestCase("anonymous", "public", 404, 403)]
    [TestCase("member", "private", 404, 404)]
    public async Task Sprints_are_seen_where_the_role_says(string who, string project, int view, int list)
    {
        var client = world[who];

        Assert.That((int)(await client.GetJsonAsync($"/api/v3/sprints/{sprints[project]}")).Status, Is.EqualTo(view));
        Assert.That((int)(await client.GetJsonAsync(world.Projects[project] + "/sprints")).Status, Is.EqualTo(list));
        Assert.That(Names(await client.GetJsonAsync("/api/v3/sprints")).Contains($"Sprint in {project}"), Is.EqualTo(view == 200));
    }

    private static IEnumerable<string?> Names(ApiAnswer list) => list["_embedded/elements"].EnumerateArray().Select(n => n.GetProperty("name").GetString());
}
