using System.Net;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;
using OpenProject.Testing.Databases;

namespace OpenProject.Api.Tests.Projects;

/// <summary>Reading projects, programs and portfolios and what is inside them over HTTP.</summary>
[OnEachDatabase]
public sealed class ProjectReadTests(DatabaseProvider provider)
{
    private ApiServer server = null!;
    private HttpClient client = null!;
    private HttpClient mira = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        server = new ApiServer(provider);
        client = server.Client();
        mira = await server.ClientOfAsync("mira");
    }

    [OneTimeTearDown]
    public void Stop()
    {
        mira.Dispose();
        client.Dispose();
        server.Dispose();
    }

    [Test]
    public async Task A_project_is_found_by_id_and_by_identifier()
    {
        var byIdentifier = await client.GetJsonAsync("/api/v3/projects/demo-project");
        var byId = await client.GetJsonAsync("/api/v3/projects/" + byIdentifier["id"]);

        Assert.That(byId.Text, Is.EqualTo(byIdentifier.Text));
        Assert.That(byId["_type"].GetString(), Is.EqualTo("Project"));
        Assert.That(byId["_links/self/title"].GetString(), Is.EqualTo("Demo project"));
        Assert.That(byId["_links/status/href"].GetString(), Is.EqualTo("/api/v3/project_statuses/on_track"));
        Assert.That(byId["_links/status/title"].GetString(), Is.EqualTo("On track"));
        Assert.That(byId["description/html"].GetString(), Does.Contain("<strong>Demo project</strong>"));
        Assert.That(byId["favorited"].GetBoolean(), Is.False);
    }

    [Test]
    public async Task Those_above_are_linked_under_their_own_kind()
    {
        var project = await client.GetJsonAsync("/api/v3/projects/demo-project");

        Assert.That(project["_links/ancestors/0/href"].GetString(), Does.StartWith("/api/v3/portfolios/"));
        Assert.That(project["_links/ancestors/1/href"].GetString(), Does.StartWith("/api/v3/programs/"));
        Assert.That(project["_links/parent/href"].GetString(), Is.EqualTo(project["_links/ancestors/1/href"].GetString()));
        Assert.That((await client.GetJsonAsync(project["_links/parent/href"].GetString()!))["_type"].GetString(), Is.EqualTo("Program"));
        Assert.That((await client.GetJsonAsync(project["_links/ancestors/0/href"].GetString()!))["_type"].GetString(), Is.EqualTo("Portfolio"));
    }

    [TestCase("/api/v3/projects", "Project,Project")]
    [TestCase("/api/v3/workspaces", "Portfolio,Program,Project,Project")]
    [TestCase("/api/v3/programs", "Program")]
    [TestCase("/api/v3/portfolios", "Portfolio")]
    public async Task Lists_hold_one_kind_or_all(string path, string types)
    {
        var list = await client.GetJsonAsync(path);

        Assert.That(string.Join(',', list["_embedded/elements"].EnumerateArray().Select(e => e.GetProperty("_type").GetString())), Is.EqualTo(types));
    }

    [TestCase("""[{"name_and_identifier":{"operator":"~","values":["scrum"]}}]""", "your-scrum-project")]
    [TestCase("""[{"typeahead":{"operator":"**","values":["portfolio demo"]}}]""", "demo-portfolio")]
    [TestCase("""[{"parent_id":{"operator":"!*","values":[]}}]""", "demo-portfolio,your-scrum-project")]
    [TestCase("""[{"active":{"operator":"=","values":["f"]}}]""", "")]
    public async Task Lists_are_filtered(string filters, string identifiers)
    {
        var list = await client.GetJsonAsync("/api/v3/workspaces?filters=" + Uri.EscapeDataString(filters));

        Assert.That(list.Status, Is.EqualTo(HttpStatusCode.OK), list.ToString());
        Assert.That(string.Join(',', list["_embedded/elements"].EnumerateArray().Select(e => e.GetProperty("identifier").GetString())), Is.EqualTo(identifiers));
    }

    [TestCase("/api/v3/projects/missing")]
    [TestCase("/api/v3/projects/999999")]
    [TestCase("/api/v3/programs/demo-project")]
    [TestCase("/api/v3/portfolios/demo-project")]
    [TestCase("/api/v3/projects/missing/types")]
    [TestCase("/api/v3/projects/missing/versions")]
    [TestCase("/api/v3/workspaces/missing/categories")]
    [TestCase("/api/v3/project_statuses/doing_well")]
    [TestCase("/api/v3/categories/999999")]
    [TestCase("/api/v3/versions/999999")]
    public async Task What_is_missing_is_not_found(string path) =>
        Assert.That((await client.GetJsonAsync(path)).Status, Is.EqualTo(HttpStatusCode.NotFound));

    [Test]
    public async Task Every_link_of_a_project_leads_somewhere()
    {
        foreach (var path in new[] { "projects/demo-project", "programs/demo-program", "portfolios/demo-portfolio", "projects/your-scrum-project" })
        {
            var project = await client.GetJsonAsync("/api/v3/" + path);
            foreach (var link in project["_links"].EnumerateObject().Where(l => l.Value.ValueKind == System.Text.Json.JsonValueKind.Object && !l.Value.TryGetProperty("method", out _)))
            {
                if (link.Value.GetProperty("href").GetString() is { } href)
                    Assert.That((await client.GetJsonAsync(href)).Status, Is.EqualTo(HttpStatusCode.OK), $"{link.Name} of {path}: {href}");
            }
        }
    }

    [Test]
    public async Task Categories_types_and_versions_are_listed_by_project_and_shown()
    {
        var category = await client.GetJsonAsync("/api/v3/projects/demo-project/categories");
        var version = await client.GetJsonAsync("/api/v3/workspaces/your-scrum-project/versions");
        var types = await client.GetJsonAsync("/api/v3/projects/demo-project/types");

        Assert.That(category["_embedded/elements/0/name"].GetString(), Is.EqualTo("Programme"));
        Assert.That(version["_embedded/elements/0/name"].GetString(), Is.EqualTo("Release 1.0"));
        Assert.That(types["total"].GetInt32(), Is.EqualTo(3));
        Assert.That((await client.GetJsonAsync("/api/v3/projects/demo-project/versions"))["total"].GetInt32(), Is.Zero);
        var shown = await client.GetJsonAsync(category["_embedded/elements/0/_links/self/href"].GetString()!);
        Assert.That(shown["_embedded/project/identifier"].GetString(), Is.EqualTo("demo-project"));
        var release = await client.GetJsonAsync(version["_embedded/elements/0/_links/self/href"].GetString()!);
        Assert.That(release["_links/definingProject/title"].GetString(), Is.EqualTo("Scrum project"));
        var workspaces = await client.GetJsonAsync(release["_links/availableInProjects/href"].GetString()!);
        Assert.That(workspaces["_embedded/elements/0/identifier"].GetString(), Is.EqualTo("your-scrum-project"));
        Assert.That((await client.GetJsonAsync("/api/v3/versions?filters=" + Uri.EscapeDataString("""[{"sharing":{"operator":"=","values":["none"]}}]""")))["total"].GetInt32(), Is.EqualTo(1));
    }

    [Test]
    public async Task Work_packages_embed_their_project_whatever_its_kind()
    {
        var work = await mira.GetJsonAsync("/api/v3/work_packages");

        var first = await mira.GetJsonAsync(work["_embedded/elements/0/_links/self/href"].GetString()!);

        Assert.That(first["_embedded/project/identifier"].GetString(), Is.EqualTo("demo-project"));
    }
}
