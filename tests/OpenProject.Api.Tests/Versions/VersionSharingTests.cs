using System.Net;
using Microsoft.Extensions.DependencyInjection;
using OpenProject.Application.Common;
using OpenProject.Domain.Versions;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;
using OpenProject.Testing.Databases;

namespace OpenProject.Api.Tests.Versions;

/// <summary>
/// Which projects a version is available in, over HTTP: defined in the middle of three levels, with a sibling under the
/// same top and a project elsewhere.
/// </summary>
[OnEachDatabase]
public sealed class VersionSharingTests(DatabaseProvider provider)
{
    private static readonly string[] Everywhere = ["top", "middle", "below", "beside", "elsewhere"];

    private ApiServer server = null!;
    private HttpClient client = null!;
    private readonly Dictionary<string, string> hrefs = [];

    [OneTimeSetUp]
    public async Task Start()
    {
        server = new ApiServer(provider, ("Seed:Demo", "none"));
        client = server.Client();
        foreach (var (name, parent) in new[] { ("top", null), ("middle", "top"), ("below", "middle"), ("beside", "top"), ("elsewhere", null) })
        {
            var made = await client.PostJsonAsync("/api/v3/projects", new { name, _links = new { parent = new { href = parent is null ? null : hrefs[parent] } } });
            hrefs[name] = made["_links/self/href"].GetString()!;
        }
    }

    [OneTimeTearDown]
    public void Stop()
    {
        client.Dispose();
        server.Dispose();
    }

    [TestCase(VersionSharing.None, "middle")]
    [TestCase(VersionSharing.Descendants, "middle,below")]
    [TestCase(VersionSharing.Hierarchy, "top,middle,below")]
    [TestCase(VersionSharing.Tree, "top,middle,below,beside")]
    [TestCase(VersionSharing.System, "top,middle,below,beside,elsewhere")]
    public async Task A_version_is_available_where_it_is_shared_and_both_lists_say_so(VersionSharing sharing, string projects)
    {
        var id = await DefineAsync("middle", sharing);

        var version = await client.GetJsonAsync($"/api/v3/versions/{id}");
        var workspaces = await client.GetJsonAsync(version["_links/availableInProjects/href"].GetString()!);
        Assert.That(Values(workspaces, "identifier"), Is.EquivalentTo(projects.Split(',')));
        Assert.That((await client.GetJsonAsync($"/api/v3/versions/{id}/projects"))["total"].GetInt32(), Is.EqualTo(workspaces["total"].GetInt32()));
        foreach (var project in Everywhere)
        {
            var listed = Values(await client.GetJsonAsync($"/api/v3/workspaces/{project}/versions"), "id");
            Assert.That(listed.Contains(id.ToString()), Is.EqualTo(projects.Split(',').Contains(project)), project);
        }
    }

    [Test]
    public async Task A_project_whose_version_others_plan_for_cannot_be_deleted()
    {
        var id = await DefineAsync("elsewhere", VersionSharing.System);
        var work = await client.PostJsonAsync(hrefs["below"] + "/work_packages", new { subject = "Planned", _links = new { version = new { href = $"/api/v3/versions/{id}" } } });
        Assert.That(work.Status, Is.EqualTo(HttpStatusCode.Created), work.ToString());

        var refused = await client.DeleteJsonAsync(hrefs["elsewhere"]);

        Assert.That(refused.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity), refused.ToString());
        Assert.That(refused["_embedded/details/attribute"].GetString(), Is.EqualTo("base"));
        Assert.That((await client.GetJsonAsync(hrefs["elsewhere"])).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task Names_are_ordered_by_their_numbers()
    {
        foreach (var name in new[] { "Release 10", "Release 9" })
            await DefineAsync("beside", VersionSharing.None, name);

        var names = Values(await client.GetJsonAsync("/api/v3/projects/beside/versions"), "name").Where(n => n.StartsWith("Release", StringComparison.Ordinal));

        Assert.That(names, Is.EqualTo(new[] { "Release 9", "Release 10" }));
    }

    [Test]
    public async Task The_schema_tells_the_limits()
    {
        var schema = await client.GetJsonAsync("/api/v3/versions/schema");

        Assert.That(schema["name/maxLength"].GetInt32(), Is.EqualTo(60));
        Assert.That(schema["definingProject/location"].GetString(), Is.EqualTo("_links"));
    }

    [Test]
    public async Task Strangers_see_no_versions()
    {
        var id = await DefineAsync("middle", VersionSharing.None, "Private");
        using var stranger = await server.ClientOfAsync("stranger");

        Assert.That((await stranger.GetJsonAsync($"/api/v3/versions/{id}")).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await stranger.GetJsonAsync($"/api/v3/versions/{id}/workspaces")).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await stranger.GetJsonAsync("/api/v3/versions"))["total"].GetInt32(), Is.Zero);
        Assert.That((await stranger.GetJsonAsync("/api/v3/versions/schema")).Status, Is.EqualTo(HttpStatusCode.Forbidden));
    }

    [Test]
    public async Task A_version_shared_by_an_invisible_project_does_not_tell_its_name()
    {
        var id = await DefineAsync("middle", VersionSharing.System, "Seen from afar");
        await server.JoinAsync("neighbour", long.Parse(hrefs["elsewhere"].Split('/')[^1]), "Member");
        using var neighbour = await server.ClientOfAsync("neighbour");

        var version = await neighbour.GetJsonAsync($"/api/v3/versions/{id}");

        Assert.That(version["name"].GetString(), Is.EqualTo("Seen from afar"), version.ToString());
        Assert.That(version.Text, Does.Not.Contain("definingProject"));
        Assert.That(Values(await neighbour.GetJsonAsync($"/api/v3/versions/{id}/workspaces"), "identifier"), Is.EqualTo(new[] { "elsewhere" }));
    }

    private async Task<long> DefineAsync(string project, VersionSharing sharing, string? name = null)
    {
        await using var scope = server.Services.CreateAsyncScope();
        var version = ProjectVersion.Create(long.Parse(hrefs[project].Split('/')[^1]), name ?? $"Shared {sharing}", DateTime.UnixEpoch);
        version.Share(sharing);
        scope.ServiceProvider.GetRequiredService<IAggregates<ProjectVersion>>().Add(version);
        await scope.ServiceProvider.GetRequiredService<IUnitOfWork>().SaveAsync(CancellationToken.None);
        return version.Id;
    }

    private static List<string> Values(ApiAnswer list, string member) =>
        [.. list["_embedded/elements"].EnumerateArray().Select(e => e.GetProperty(member).ToString())];
}
