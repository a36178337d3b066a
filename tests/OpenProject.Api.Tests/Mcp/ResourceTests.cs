using System.Text.Json;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;
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
                ("activity", Address + "/activities/{id}"), ("attachment", Address + "/attachments/{id}"), ("attachment_content", Address + "/attachments/{id}/content"), ("custom_field", Address + "/custom_fields/{id}"), ("meeting", Address + "/meetings/{id}"), ("news", Address + "/news/{id}"),
                ("project", Address + "/projects/{id}"), ("project_types", Address + "/projects/{id}/types"), ("project_versions", Address + "/projects/{id}/versions"),
                ("query", Address + "/queries/{id}"), ("relation", Address + "/relations/{id}"), ("sprint", Address + "/sprints/{id}"), ("status", Address + "/statuses/{id}"),
                ("time_entry", Address + "/time_entries/{id}"), ("type", Address + "/types/{id}"), ("user", Address + "/users/{id}"), ("version", Address + "/versions/{id}"),
                ("wiki_page", Address + "/wiki_pages/{id}"), ("work_package", Address + "/work_packages/{id}"), ("work_package_activities", Address + "/work_packages/{id}/activities"),
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
    [TestCase("/queries/1", "Query")]
    [TestCase("/projects/3/types", "Collection")]
    [TestCase("/projects/3/versions", "Collection")]
    [TestCase("/work_packages/2/activities", "Collection")]
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
    [TestCase(Address + "/queries/4711")]
    [TestCase(Address + "/projects/3/queries")]
    [TestCase(Address + "/projects/x/types")]
    [TestCase("http://evil.example.com/api/v3/work_packages/2")]
    [TestCase("file:///etc/passwd")]
    [TestCase("nonsense")]
    public void What_is_no_address_of_one_is_missing(string uri)
    {
        var refused = Assert.CatchAsync<McpProtocolException>(async () => await world["admin"].ReadResourceAsync(uri));

        Assert.That(refused!.ErrorCode, Is.EqualTo(McpErrorCode.ResourceNotFound).Or.EqualTo(McpErrorCode.InvalidParams));
    }

    [Test]
    public async Task A_comment_is_whole_however_long_it_is()
    {
        var said = new string('c', 5000);
        var comment = await world.People["admin"].PostJsonAsync("/api/v3/work_packages/2/activities", new { comment = new { raw = said } });
        var (_, listed) = await world.CallAsync("member", "list_work_package_comments", new() { ["work_package_id"] = 2 });
        var read = (TextResourceContents)(await world["member"].ReadResourceAsync(Address + $"/activities/{comment["id"]}")).Contents.Single();

        Assert.That(listed.GetProperty("items")[0].GetProperty("commentTruncated").GetBoolean(), Is.True);
        Assert.That(JsonElement.Parse(read.Text).GetProperty("comment").GetProperty("raw").GetString(), Is.EqualTo(said));
    }

    [Test]
    public async Task Files_are_read_as_text_or_bytes_while_they_are_small()
    {
        var path = (await MadeAsync("/api/v3/work_packages", new { subject = "With files", _links = new { project = new { href = world.People.Projects["private"] }, type = new { href = "/api/v3/types/1" } } })) + "/attachments";
        async Task<string> ContentOfAsync(string name, byte[] bytes) => "http://localhost" + (await world.People["admin"].UploadAsync(path, name, bytes))["_links/self/href"].GetString() + "/content";
        var (text, bytes, large) = (await ContentOfAsync("a.txt", "Größe"u8.ToArray()), await ContentOfAsync("a.zip", [0x50, 0x4b, 3, 4, 0, 255]), await ContentOfAsync("a.bin", new byte[(1024 * 1024) + 1]));

        var read = (TextResourceContents)(await world["admin"].ReadResourceAsync(text)).Contents.Single();
        var blob = (BlobResourceContents)(await world["admin"].ReadResourceAsync(bytes)).Contents.Single();
        Assert.That((read.Text, read.MimeType), Is.EqualTo(("Größe", "text/plain")));
        Assert.That(blob.DecodedData.ToArray(), Is.EqualTo(new byte[] { 0x50, 0x4b, 3, 4, 0, 255 }));
        var refused = Assert.CatchAsync<McpProtocolException>(async () => await world["admin"].ReadResourceAsync(large));
        Assert.That((refused!.ErrorCode, refused.Message), Is.EqualTo((McpErrorCode.InvalidParams, refused.Message)));
        Assert.That(refused.Message, Does.Contain("The file has more than 1048576 bytes"));
        foreach (var kind in new[] { "member", "reader", "non-member" })
            Assert.CatchAsync<McpProtocolException>(async () => await world[kind].ReadResourceAsync(text), kind);
    }

    [Test]
    public async Task Everything_else_is_read_by_those_who_see_it()
    {
        var admin = world.People["admin"];
        var project = world.People.Projects["private"];
        var work = await MadeAsync("/api/v3/work_packages", new { subject = "Hidden", _links = new { project = new { href = project }, type = new { href = "/api/v3/types/1" } } });
        var other = await MadeAsync("/api/v3/work_packages", new { subject = "Hidden too", _links = new { project = new { href = project }, type = new { href = "/api/v3/types/1" } } });
        var paths = new[]
        {
            work, work + "/activities", project + "/types", project + "/versions",
            await MadeAsync(work + "/relations", new { type = "relates", _links = new { to = new { href = other } } }),
            await MadeAsync("/api/v3/time_entries", new { hours = "PT1H", spentOn = "2026-01-05", _links = new { entity = new { href = work } } }),
            await MadeAsync("/api/v3/news", new { title = "Hidden", _links = new { project = new { href = project } } }),
            await MadeAsync("/api/v3/versions", new { name = "Hidden", _links = new { definingProject = new { href = project } } }),
            await MadeAsync(work + "/activities", new { comment = new { raw = "Hidden" } }),
        };
        foreach (var path in paths)
        {
            Assert.That((await world["admin"].ReadResourceAsync("http://localhost" + path)).Contents, Has.Count.EqualTo(1), path);
            Assert.That((await admin.GetJsonAsync(path)).Status, Is.EqualTo(System.Net.HttpStatusCode.OK), path);
            foreach (var kind in new[] { "member", "reader", "non-member" })
                Assert.CatchAsync<McpProtocolException>(async () => await world[kind].ReadResourceAsync("http://localhost" + path), $"{path} for {kind}");
        }
    }

    private async Task<string> MadeAsync(string path, object body)
    {
        var made = await world.People["admin"].PostJsonAsync(path, body);
        Assert.That(made.Status, Is.EqualTo(System.Net.HttpStatusCode.Created), made.ToString());
        return made["_links/self/href"].GetString()!;
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
