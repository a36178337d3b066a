using System.Net;
using System.Net.Http.Headers;
using System.Text;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;
using OpenProject.Testing.Databases;

namespace OpenProject.Api.Tests.Storages;

/// <summary>What is behind a storage: a WebDAV server with the folders of two projects, and what is said when there is none.</summary>
[OnEachDatabase]
public sealed class RemoteStorageTests(DatabaseProvider provider)
{
    private const string Urn = "urn:openproject-org:api:v3:storages:authorization:";

    private WebDavServer remote = null!;
    private PermissionWorld world = null!;
    private string storage = "";

    private HttpClient Admin => world["admin"];

    [OneTimeSetUp]
    public async Task Start()
    {
        remote = await WebDavServer.StartAsync();
        Directory.CreateDirectory(Path.Combine(remote.Folder, "Projects", "Demo", "plans & more"));
        Directory.CreateDirectory(Path.Combine(remote.Folder, "Projects", "Hidden"));
        await File.WriteAllTextAsync(Path.Combine(remote.Folder, "Projects", "Demo", "read me.txt"), "hello");
        await File.WriteAllTextAsync(Path.Combine(remote.Folder, "Projects", "Hidden", "secret.txt"), "no");
        world = await PermissionWorld.StartAsync(provider);
        storage = await world.StorageAsync("Remote", remote.Address, WebDavServer.Password);
        await world.Server.UseStorageAsync("demo-project", "Remote", "/Projects/Demo");
        await world.Server.UseStorageAsync("private", "Remote", "/Projects/Hidden");
    }

    [OneTimeTearDown]
    public void Stop()
    {
        world?.Dispose();
        remote?.Dispose();
    }

    [Test]
    public async Task A_storage_tells_whether_it_lets_the_server_in()
    {
        var refusing = await world.StorageAsync("Refusing", $"http://localhost:{remote.Port}/", "wrong");
        var away = await world.StorageAsync("Away", "http://127.0.0.1:1/", "any");
        var without = await world.StorageAsync("Without", "http://127.0.0.1:2/", password: null);

        Assert.That(await StateAsync(storage), Is.EqualTo(Urn + "Connected"));
        Assert.That(await StateAsync(refusing), Is.EqualTo(Urn + "FailedAuthorization"));
        Assert.That(await StateAsync(away), Is.EqualTo(Urn + "Error"));
        Assert.That(await StateAsync(without), Is.EqualTo(Urn + "FailedAuthorization"));
        var names = new Dictionary<string, string> { [refusing] = "Refusing", [away] = "Away", [without] = "Without" };
        foreach (var (of, error) in new[] { (refusing, "OutboundRequest:Forbidden"), (away, "OutboundRequest"), (without, "OutboundRequest:Forbidden") })
        {
            var listed = await Admin.GetJsonAsync(of + "/files");
            Assert.That((listed.Status, listed["errorIdentifier"].GetString()), Is.EqualTo((HttpStatusCode.NotFound, "urn:openproject-org:api:v3:errors:" + error)), listed.ToString());
            var folder = await Admin.PostJsonAsync(of + "/folders", new { name = "New", parentId = "/" });
            Assert.That((folder.Status, folder["errorIdentifier"].GetString()), Is.EqualTo((of == away ? HttpStatusCode.NotFound : HttpStatusCode.Forbidden, "urn:openproject-org:api:v3:errors:" + error)), folder.ToString());
            await world.Server.UseStorageAsync("demo-project", names[of], "/");
            var upload = await Admin.PostJsonAsync(of + "/files/prepare_upload", await UploadAsync("/", "new.txt"));
            Assert.That((upload.Status, upload["errorIdentifier"].GetString()), Is.EqualTo((HttpStatusCode.InternalServerError, "urn:openproject-org:api:v3:errors:" + error)), upload.ToString());
        }
    }

    [Test]
    public async Task Administrators_see_everything_that_is_in_a_folder()
    {
        var root = await Admin.GetJsonAsync(storage + "/files");
        var projects = await Admin.GetJsonAsync(storage + "/files?parent=/Projects");
        var demo = await Admin.GetJsonAsync(storage + "/files?parent=" + Uri.EscapeDataString("/Projects/Demo/"));

        Assert.That((root["_type"].GetString(), root["parent/location"].GetString(), root["ancestors"].GetArrayLength()), Is.EqualTo(("StorageFiles", "/", 0)), root.ToString());
        Assert.That(Names(projects), Is.EqualTo(new[] { "Demo", "Hidden" }));
        Assert.That(demo["ancestors"].EnumerateArray().Select(a => a.GetProperty("location").GetString()), Is.EqualTo(new[] { "/", "/Projects" }));
        var file = demo["files"].EnumerateArray().Single(f => f.GetProperty("name").GetString() == "read me.txt");
        Assert.That((file.GetProperty("_type").GetString(), file.GetProperty("id").GetString(), file.GetProperty("location").GetString()), Is.EqualTo(("StorageFile", "/Projects/Demo/read me.txt", "/Projects/Demo/read me.txt")));
        Assert.That((file.GetProperty("size").GetInt64(), file.GetProperty("mimeType").GetString()), Is.EqualTo((5L, "text/plain; charset=utf-8")));
        Assert.That(file.GetProperty("lastModifiedAt").GetDateTime(), Is.GreaterThan(new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc)));
        Assert.That(demo["files"].EnumerateArray().Single(f => f.GetProperty("name").GetString() == "plans & more").GetProperty("mimeType").GetString(), Is.EqualTo("application/x-op-directory"));
    }

    [Test]
    public async Task Others_see_the_folders_of_their_projects_and_the_way_there()
    {
        Assert.That(Names(await world["reader"].GetJsonAsync(storage + "/files")), Is.EqualTo(new[] { "Projects" }));
        Assert.That(Names(await world["reader"].GetJsonAsync(storage + "/files?parent=/Projects")), Is.EqualTo(new[] { "Demo" }));
        Assert.That(Names(await world["reader"].GetJsonAsync(storage + "/files?parent=/Projects/Demo")), Does.Contain("read me.txt"));
        Assert.That((int)(await world["reader"].GetJsonAsync(storage + "/files?parent=/Projects/Hidden")).Status, Is.EqualTo(404));
        foreach (var outsider in new[] { "non-member", "anonymous" })
            Assert.That((int)(await world[outsider].GetJsonAsync(storage + "/files")).Status, Is.EqualTo(404));
    }

    [TestCase("/Projects/Demo/read me.txt", 400)]
    [TestCase("/Projects/Demo/../Hidden", 400)]
    [TestCase("/Projects//Demo", 400)]
    [TestCase("Projects", 400)]
    [TestCase("/Nowhere", 404)]
    public async Task A_parent_is_a_folder_that_there_is(string parent, int status) =>
        Assert.That((int)(await Admin.GetJsonAsync(storage + "/files?parent=" + Uri.EscapeDataString(parent))).Status, Is.EqualTo(status));

    [Test]
    public async Task A_folder_is_made_once()
    {
        var made = await world["member"].PostJsonAsync(storage + "/folders", new { name = "Übersicht", parentId = "/Projects/Demo" });

        Assert.That(made.Status, Is.EqualTo(HttpStatusCode.Created), made.ToString());
        Assert.That((made["_type"].GetString(), made["location"].GetString(), made["mimeType"].GetString()), Is.EqualTo(("StorageFile", "/Projects/Demo/Übersicht", "application/x-op-directory")));
        Assert.That(Directory.Exists(Path.Combine(remote.Folder, "Projects", "Demo", "Übersicht")), Is.True);
        Assert.That((int)(await world["member"].PostJsonAsync(storage + "/folders", new { name = "Übersicht", parentId = "/Projects/Demo" })).Status, Is.EqualTo(409));
    }

    [TestCase("reader", "/Projects/Demo", "x", 403)]
    [TestCase("member", "/Projects", "x", 403)]
    [TestCase("member", "/Projects/Hidden", "x", 404)]
    [TestCase("non-member", "/Projects/Demo", "x", 404)]
    [TestCase("member", "/Projects/Demo/none", "x", 404)]
    [TestCase("member", "/Projects/Demo/read me.txt", "x", 400)]
    [TestCase("member", "/Projects/Demo", "a/b", 422)]
    [TestCase("member", "/Projects/Demo", "..", 422)]
    [TestCase("member", "/Projects/Demo", "what?", 422)]
    [TestCase("member", "/Projects/Demo", " ", 422)]
    [TestCase("member", "/Projects/Demo", null, 400)]
    [TestCase("member", null, "x", 400)]
    public async Task No_folder_is_made_where_one_may_not_or_cannot(string who, string? parentId, string? name, int status) =>
        Assert.That((int)(await world[who].PostJsonAsync(storage + "/folders", new { name, parentId })).Status, Is.EqualTo(status));

    [Test]
    public async Task A_file_is_sent_where_the_answer_says()
    {
        var prepared = await world["member"].PostJsonAsync(storage + "/files/prepare_upload", await UploadAsync("/Projects/Demo", "sent.txt"));

        Assert.That((prepared.Status, prepared["_type"].GetString()), Is.EqualTo((HttpStatusCode.Created, "UploadLink")), prepared.ToString());
        using var client = Known();
        using var content = new StringContent("sent");
        Assert.That((await client.PutAsync(new Uri(prepared["_links/destination/href"].GetString()!), content)).IsSuccessStatusCode, Is.True);
        Assert.That(await File.ReadAllTextAsync(Path.Combine(remote.Folder, "Projects", "Demo", "sent.txt")), Is.EqualTo("sent"));
    }

    [TestCase("reader", "/Projects/Demo", "x.txt", 403)]
    [TestCase("non-member", "/Projects/Demo", "x.txt", 404)]
    [TestCase("member", "/Projects/Hidden", "x.txt", 404)]
    [TestCase("member", "/Projects", "x.txt", 403)]
    [TestCase("member", "/Projects/Demo/none", "x.txt", 500)]
    [TestCase("member", "/Projects/Demo/read me.txt", "x.txt", 400)]
    [TestCase("member", "/Projects/Demo", "../x.txt", 422)]
    public async Task No_upload_is_prepared_where_one_may_not_or_cannot(string who, string parent, string fileName, int status) =>
        Assert.That((int)(await world[who].PostJsonAsync(storage + "/files/prepare_upload", await UploadAsync(parent, fileName))).Status, Is.EqualTo(status));

    [Test]
    public async Task An_upload_takes_a_project_that_uses_the_storage()
    {
        var elsewhere = await Admin.PostJsonAsync("/api/v3/projects", new { name = "Elsewhere" });

        Assert.That((int)(await Admin.PostJsonAsync(storage + "/files/prepare_upload", new { projectId = elsewhere["id"].GetInt64(), fileName = "x", parent = "/" })).Status, Is.EqualTo(404));
        Assert.That((int)(await Admin.PostJsonAsync(storage + "/files/prepare_upload", new { projectId = "one", fileName = "x", parent = "/" })).Status, Is.EqualTo(400));
        Assert.That((int)(await Admin.PostJsonAsync(storage + "/files/prepare_upload", new { fileName = "x", parent = "/" })).Status, Is.EqualTo(400));
    }

    [Test]
    public async Task A_linked_file_is_had_from_where_it_is()
    {
        var link = await world.LinkAsync(storage, "/Projects/Demo/read me.txt");
        var found = await world["reader"].GetJsonAsync((await world["reader"].GetJsonAsync(link))["_links/staticOriginDownload/href"].GetString()!);

        Assert.That(found.Status, Is.EqualTo(HttpStatusCode.SeeOther), found.ToString());
        using var client = Known();
        Assert.That(await client.GetStringAsync(found.Headers.Location), Is.EqualTo("hello"));
        var opened = await world["reader"].GetJsonAsync(link + "/open");
        Assert.That(opened.Headers.Location!.AbsoluteUri, Is.EqualTo(remote.Address + "index.php/apps/files?dir=%2FProjects%2FDemo"));
    }

    // Anybody who links files can say that a file is any file.
    [TestCase("/Projects/Hidden/secret.txt", 404, 303)]
    [TestCase("/Projects/Demo/gone.txt", 404, 404)]
    [TestCase("/Projects/Demo", 404, 404)]
    [TestCase("not a file", 404, 404)]
    public async Task A_linked_file_that_is_not_there_or_not_the_project_s_is_not_found(string id, int forMember, int forAdmin)
    {
        var link = await world.LinkAsync(storage, id);

        Assert.That((int)(await world["member"].GetJsonAsync(link + "/download")).Status, Is.EqualTo(forMember));
        Assert.That((int)(await Admin.GetJsonAsync(link + "/download")).Status, Is.EqualTo(forAdmin));
        Assert.That((int)(await world["non-member"].GetJsonAsync(link + "/download")).Status, Is.EqualTo(404));
    }

    private static IEnumerable<string?> Names(ApiAnswer answer) => answer["files"].EnumerateArray().Select(f => f.GetProperty("name").GetString());

    private static HttpClient Known() => new()
    {
        DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes("OpenProject:" + WebDavServer.Password))) },
    };

    private async Task<object> UploadAsync(string parent, string fileName) =>
        new { projectId = (await Admin.GetJsonAsync(world.Projects["public"]))["id"].GetInt64(), fileName, parent };

    private async Task<string?> StateAsync(string of) => (await Admin.GetJsonAsync(of))["_links/authorizationState/href"].GetString();
}
