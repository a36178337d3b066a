using System.Text.Json;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing.Databases;

namespace OpenProject.Api.Tests.Mcp;

/// <summary>Resources of the protocol: what API v3 has an address for.</summary>
[OnEachDatabase]
public sealed class ResourceTests(DatabaseProvider provider)
{
    private const string Address = "http://localhost/api/v3";

    private McpWorld world = null!;

    [OneTimeSetUp]
    public async Task Start() => world = await McpWorld.StartAsync(provider);

    [OneTimeTearDown]
    public async Task Stop() => await world.DisposeAsync();

    [Test]
    public async Task They_are_listed_under_the_names_of_OpenProject()
    {
        var resources = await world["reader"].ListResourcesAsync();
        var templates = await world["reader"].ListResourceTemplatesAsync();

        Assert.That(
            resources.Select(r => (r.Name, r.Uri)),
            Is.EqualTo(new[] { ("current_user", Address + "/users/me"), ("status_list", Address + "/statuses"), ("type_list", Address + "/types") }));
        Assert.That(
            templates.Select(t => (t.Name, t.UriTemplate)),
            Is.EqualTo(new[]
            {
                ("project", Address + "/projects/{id}"), ("status", Address + "/statuses/{id}"), ("type", Address + "/types/{id}"), ("user", Address + "/users/{id}"),
                ("version", Address + "/versions/{id}"), ("work_package", Address + "/work_packages/{id}"),
            }));
    }

    [TestCase("/users/me", "User")]
    [TestCase("/statuses", "Collection")]
    [TestCase("/types", "Collection")]
    [TestCase("/projects/3", "Project")]
    [TestCase("/statuses/1", "Status")]
    [TestCase("/types/1", "Type")]
    [TestCase("/users/mira", "User")]
    [TestCase("/work_packages/2", "WorkPackage")]
    [TestCase("/versions/1", "Version")]
    public async Task Each_is_read_by_its_address(string path, string type)
    {
        var read = await world["member"].ReadResourceAsync(Address + path);
        var contents = (TextResourceContents)read.Contents.Single();

        Assert.That(contents.MimeType, Is.EqualTo("application/json"));
        Assert.That(JsonElement.Parse(contents.Text).GetProperty("_type").GetString(), Is.EqualTo(type));
    }

    [TestCase("http://localhost/wp/2")]
    [TestCase("http://localhost/work_packages/2")]
    public async Task Addresses_of_pages_lead_there_too(string uri) =>
        Assert.That(((TextResourceContents)(await world["member"].ReadResourceAsync(uri)).Contents.Single()).Text, Does.StartWith("{\"_type\":\"WorkPackage\",\"id\":2,"));

    [TestCase(Address + "/work_packages/4711")]
    [TestCase(Address + "/work_packages/2?select=id")]
    [TestCase(Address + "/work_packages/../users/me")]
    [TestCase(Address + "/projects/demo-project")]
    [TestCase(Address + "/queries/1")]
    [TestCase("http://evil.example.com/api/v3/work_packages/2")]
    [TestCase("file:///etc/passwd")]
    [TestCase("nonsense")]
    public void What_is_no_address_of_one_is_missing(string uri)
    {
        var refused = Assert.CatchAsync<McpProtocolException>(async () => await world["admin"].ReadResourceAsync(uri));

        Assert.That(refused!.ErrorCode, Is.EqualTo(McpErrorCode.ResourceNotFound).Or.EqualTo(McpErrorCode.InvalidParams));
    }

    [Test]
    public async Task What_one_may_not_see_is_missing()
    {
        var hidden = "http://localhost" + world.People.Projects["private"];

        Assert.That((await world["admin"].ReadResourceAsync(hidden)).Contents, Has.Count.EqualTo(1));
        foreach (var kind in new[] { "member", "reader", "non-member" })
            Assert.CatchAsync<McpProtocolException>(async () => await world[kind].ReadResourceAsync(hidden), kind);
    }
}
