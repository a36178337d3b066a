using Microsoft.Extensions.DependencyInjection;
using OpenProject.Application.ProjectPhases;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;
using OpenProject.Testing.Databases;

namespace OpenProject.Api.Tests.ProjectPhases;

/// <summary>Phases and what they are, over HTTP, and who sees them.</summary>
[OnEachDatabase]
public sealed class ProjectPhaseTests(DatabaseProvider provider)
{
    private readonly Dictionary<string, long> phases = [];
    private PermissionWorld world = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        world = await PermissionWorld.StartAsync(provider);
        foreach (var (name, self) in world.Projects)
        {
            await using var scope = world.Server.Services.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<Application.Common.CurrentViewer>().Set(new Application.Common.Viewer(1, "System", IsAdmin: true, IsAnonymous: false));
            phases[name] = await scope.ServiceProvider.GetRequiredService<ProjectPhaseService>().ActivateAsync(
                long.Parse(self.Split('/')[^1]), "Planning", active: true, DateTime.UnixEpoch, CancellationToken.None);
        }
    }

    [OneTimeTearDown]
    public void Stop() => world.Dispose();

    [Test]
    public async Task A_phase_tells_what_it_is()
    {
        var phase = await world["admin"].GetJsonAsync($"/api/v3/project_phases/{phases["public"]}");
        var definition = await world["admin"].GetJsonAsync(phase["_links/definition/href"].GetString()!);

        Assert.That((phase["name"].GetString(), phase["active"].GetBoolean()), Is.EqualTo(("Planning", true)), phase.ToString());
        Assert.That(phase["_links/project/href"].GetString(), Is.EqualTo(world.Projects["public"]));
        Assert.That((definition["startGate"].GetBoolean(), definition["startGateName"].GetString()), Is.EqualTo((true, "Ready for planning")), definition.ToString());
        Assert.That((definition["finishGate"].GetBoolean(), definition["finishGateName"].GetString()), Is.EqualTo((false, (string?)null)));
    }

    [TestCase("admin", "public", 200, 4)]
    [TestCase("admin", "private", 200, 4)]
    [TestCase("member", "public", 200, 4)]
    [TestCase("reader", "public", 404, 0)]
    [TestCase("anonymous", "public", 404, 0)]
    [TestCase("member", "private", 404, 4)]
    public async Task Phases_are_seen_where_the_role_says_and_what_they_are_by_who_sees_any(string who, string project, int view, int definitions)
    {
        var client = world[who];

        Assert.That((int)(await client.GetJsonAsync($"/api/v3/project_phases/{phases[project]}")).Status, Is.EqualTo(view));
        Assert.That((await client.GetJsonAsync("/api/v3/project_phase_definitions"))["total"].GetInt32(), Is.EqualTo(definitions));
        Assert.That((int)(await client.GetJsonAsync("/api/v3/project_phase_definitions/1")).Status, Is.EqualTo(definitions > 0 ? 200 : 404));
    }
}
