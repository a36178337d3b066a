using System.Net;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;
using OpenProject.Testing.Databases;

namespace OpenProject.Api.Tests.Sprints;

/// <summary>Work packages that are planned in sprints.</summary>
[OnEachDatabase]
public sealed class WorkInSprintsTests(DatabaseProvider provider)
{
    private const string Scrum = "/api/v3/projects/your-scrum-project";

    private ApiServer server = null!;
    private HttpClient client = null!;
    private HttpClient mira = null!;
    private string sprint = "";

    [OneTimeSetUp]
    public async Task Start()
    {
        server = new ApiServer(provider);
        client = server.Client();
        mira = await server.ClientOfAsync("mira");
        sprint = (await client.GetJsonAsync(Scrum + "/sprints"))["_embedded/elements/0/_links/self/href"].GetString()!;
    }

    [OneTimeTearDown]
    public void Stop()
    {
        mira.Dispose();
        client.Dispose();
        server.Dispose();
    }

    [Test]
    public async Task Work_is_planned_for_a_sprint_of_its_project_and_found_by_it()
    {
        var made = await client.PostJsonAsync(Scrum + "/work_packages", new { subject = "Story", storyPoints = 5, _links = new { sprint = Link(sprint) } });
        Assert.That((made.Status, made["storyPoints"].GetInt32(), made["_links/sprint/href"].GetString(), made["_links/sprint/title"].GetString()), Is.EqualTo((HttpStatusCode.Created, 5, sprint, "Sprint 1")), made.ToString());
        Assert.That(await FoundAsync(client, "sprint", "=", sprint.Split('/')[^1]), Does.Contain(made["id"].GetInt64()));
        Assert.That(await FoundAsync(client, "storyPoints", "=", "5"), Is.EqualTo(new[] { made["id"].GetInt64() }));
        var form = await client.PostJsonAsync(Self(made) + "/form", new { lockVersion = 0 });
        Assert.That(form["_embedded/schema/sprint/_links/allowedValues"].EnumerateArray().Select(s => s.GetProperty("title").GetString()), Is.EqualTo(new[] { "Sprint 1", "Sprint 2" }));
        var less = await client.PatchJsonAsync(Self(made), new { lockVersion = 0, storyPoints = -1 });
        Assert.That((less.Status, less["_embedded/details/attribute"].GetString()), Is.EqualTo((HttpStatusCode.UnprocessableEntity, "storyPoints")), less.ToString());

        var moved = await client.PatchJsonAsync(Self(made), new { lockVersion = 0, _links = new { project = Link("/api/v3/projects/3") } });
        Assert.That(moved.Status, Is.EqualTo(HttpStatusCode.OK), moved.ToString());
        Assert.That(await FoundAsync(client, "sprint", "=", sprint.Split('/')[^1]), Does.Not.Contain(made["id"].GetInt64()), "A sprint is of one project.");
    }

    [Test]
    public async Task Sprints_of_other_projects_are_refused()
    {
        var made = await client.PostJsonAsync("/api/v3/projects/demo-project/work_packages", new { subject = "Elsewhere", _links = new { sprint = Link(sprint) } });
        Assert.That((made.Status, made["_embedded/details/attribute"].GetString()), Is.EqualTo((HttpStatusCode.UnprocessableEntity, "sprint")), made.ToString());
    }

    [Test]
    public async Task Planning_sprints_is_a_permission_of_its_own()
    {
        var made = await client.PostJsonAsync(Scrum + "/work_packages", new { subject = "Story", storyPoints = 8, _links = new { sprint = Link(sprint) } });
        var written = await mira.PatchJsonAsync(Self(made), new { lockVersion = 0, _links = new { sprint = new { href = (string?)null } } });
        Assert.That(written["errorIdentifier"].GetString(), Does.EndWith(":PropertyIsReadOnly"), "It takes manage_sprint_items. " + written);
        Assert.That((await client.DeleteJsonAsync(Self(made))).Status, Is.EqualTo(HttpStatusCode.NoContent));
    }

    [Test]
    public async Task Projects_without_sprints_have_no_story_points()
    {
        var made = await client.PostJsonAsync("/api/v3/projects/demo-project/work_packages", new { subject = "No story" });
        Assert.That((made.Body.TryGetProperty("storyPoints", out _), made["_links"].TryGetProperty("sprint", out _)), Is.EqualTo((false, false)), made.ToString());
        var written = await client.PatchJsonAsync(Self(made), new { lockVersion = 0, storyPoints = 1 });
        Assert.That(written["errorIdentifier"].GetString(), Does.EndWith(":PropertyIsReadOnly"), written.ToString());
    }

    private static async Task<long[]> FoundAsync(HttpClient asking, string filter, string @operator, string value)
    {
        var filters = Uri.EscapeDataString($$$"""[{"{{{filter}}}":{"operator":"{{{@operator}}}","values":["{{{value}}}"]}}]""");
        var found = await asking.GetJsonAsync("/api/v3/work_packages?filters=" + filters);
        return [.. found["_embedded/elements"].EnumerateArray().Select(w => w.GetProperty("id").GetInt64())];
    }

    private static object Link(string href) => new { href };

    private static string Self(ApiAnswer answer) => answer["_links/self/href"].GetString()!;
}
