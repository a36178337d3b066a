using System.Net;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;
using OpenProject.Testing.Databases;

namespace OpenProject.Api.Tests.Storages;

/// <summary>Storages over HTTP: from set-up to removal, what is refused, and who sees them.</summary>
[OnEachDatabase]
public sealed class StorageTests(DatabaseProvider provider)
{
    private const string Path = "/api/v3/storages";
    private const string Nextcloud = "urn:openproject-org:api:v3:storages:Nextcloud";

    private PermissionWorld world = null!;

    private HttpClient Admin => world["admin"];

    [OneTimeSetUp]
    public async Task Start() => world = await PermissionWorld.StartAsync(provider);

    [OneTimeTearDown]
    public void Stop() => world.Dispose();

    [Test]
    public async Task A_storage_lives_from_its_set_up_to_its_removal()
    {
        var made = await Admin.PostJsonAsync(Path, Body("Moon", "HTTPS://Moon.example", password: "pass"));

        Assert.That(made.Status, Is.EqualTo(HttpStatusCode.Created), made.ToString());
        Assert.That(made["_type"].GetString(), Is.EqualTo("Storage"));
        Assert.That((made["hasApplicationPassword"].GetBoolean(), made["configured"].GetBoolean()), Is.EqualTo((true, false)));
        Assert.That(made["_links/origin/href"].GetString(), Is.EqualTo("https://moon.example/"));
        Assert.That(made["_links/type/href"].GetString(), Is.EqualTo(Nextcloud));
        Assert.That(made["_links/authenticationMethod/href"].GetString(), Does.EndWith("TwoWayOAuth2"));
        Assert.That(made["_links/authorizationState/href"].GetString(), Is.EqualTo("urn:openproject-org:api:v3:storages:authorization:Error"), "nobody is at .example");
        Assert.That(made["_links/oauthClientCredentials/href"].ValueKind, Is.EqualTo(System.Text.Json.JsonValueKind.Null));
        Assert.That(made.Text, Does.Not.Contain("\"pass\""));

        var self = made["_links/self/href"].GetString()!;
        var application = made["_links/oauthApplication/href"].GetString()!;
        Assert.That(made["_embedded/oauthApplication/clientSecret"].GetString(), Has.Length.EqualTo(43));
        Assert.That(made["_embedded/oauthApplication/_links/redirectUri"].EnumerateArray().Single().GetProperty("href").GetString(), Is.EqualTo("https://moon.example/index.php/apps/integration_openproject/oauth-redirect"));
        Assert.That(made["_embedded/oauthApplication/_links/integration/href"].GetString(), Is.EqualTo(self));
        foreach (var later in new[] { await Admin.GetJsonAsync(self), await Admin.GetJsonAsync(application), await Admin.GetJsonAsync(Path) })
            Assert.That(later.Text, Does.Not.Contain("clientSecret"));

        var changed = await Admin.PatchJsonAsync(self, new { name = "Far moon", applicationPassword = (string?)null });
        Assert.That((changed.Status, changed["name"].GetString(), changed["hasApplicationPassword"].GetBoolean()), Is.EqualTo((HttpStatusCode.OK, "Far moon", false)), changed.ToString());

        Assert.That((await Admin.DeleteJsonAsync(self)).Status, Is.EqualTo(HttpStatusCode.NoContent));
        Assert.That((await Admin.GetJsonAsync(self)).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await Admin.GetJsonAsync(application)).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task Credentials_complete_a_storage_and_replace_each_other()
    {
        var storage = await Admin.PostJsonAsync(Path, Body("Credited", "https://credited.example/cloud"));
        var there = storage["_links/self/href"].GetString() + "/oauth_client_credentials";

        var first = await Admin.PostJsonAsync(there, new { clientId = "abc", clientSecret = "hush-hush" });
        var second = await Admin.PostJsonAsync(there, new { clientId = "def", clientSecret = "other" });

        Assert.That((first.Status, first["configured"].GetBoolean(), first["_embedded/oauthClientCredentials/clientId"].GetString()), Is.EqualTo((HttpStatusCode.Created, true, "abc")), first.ToString());
        var seen = await Admin.GetJsonAsync(second["_links/oauthClientCredentials/href"].GetString()!);
        Assert.That((seen["clientId"].GetString(), seen["confidential"].GetBoolean()), Is.EqualTo(("def", true)));
        Assert.That(seen["_links/integration/href"].GetString(), Is.EqualTo(storage["_links/self/href"].GetString()));
        Assert.That(first.Text + second.Text + seen.Text, Does.Not.Contain("hush-hush").And.Not.Contain("\"other\""));
        Assert.That((await Admin.GetJsonAsync(first["_links/oauthClientCredentials/href"].GetString()!)).Status, Is.EqualTo(HttpStatusCode.NotFound));
        foreach (var body in new object[] { new { clientId = "abc" }, new { clientSecret = "x" }, new { clientId = 7, clientSecret = "x" }, new { } })
            Assert.That((await Admin.PostJsonAsync(there, body)).Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
    }

    [TestCase("""{"name":"","_links":{"type":{"href":"urn:openproject-org:api:v3:storages:Nextcloud"},"origin":{"href":"https://a.example"}}}""", "name")]
    [TestCase("""{"name":"No type","_links":{"origin":{"href":"https://a.example"}}}""", "type")]
    [TestCase("""{"name":"Odd","_links":{"type":{"href":"urn:openproject-org:api:v3:storages:Attic"},"origin":{"href":"https://a.example"}}}""", "type")]
    [TestCase("""{"name":"Nowhere","_links":{"type":{"href":"urn:openproject-org:api:v3:storages:Nextcloud"}}}""", "origin")]
    [TestCase("""{"name":"Plain","_links":{"type":{"href":"urn:openproject-org:api:v3:storages:Nextcloud"},"origin":{"href":"http://a.example"}}}""", "origin")]
    [TestCase("""{"name":"Script","_links":{"type":{"href":"urn:openproject-org:api:v3:storages:Nextcloud"},"origin":{"href":"javascript:alert(1)"}}}""", "origin")]
    [TestCase("""{"name":"User","_links":{"type":{"href":"urn:openproject-org:api:v3:storages:Nextcloud"},"origin":{"href":"https://me:pw@a.example"}}}""", "origin")]
    [TestCase("""{"name":"Way","_links":{"type":{"href":"urn:openproject-org:api:v3:storages:Nextcloud"},"origin":{"href":"https://a.example"},"authenticationMethod":{"href":"urn:x"}}}""", "authenticationMethod")]
    public async Task What_makes_no_storage_is_refused(string body, string attribute)
    {
        var refused = await Admin.AnswerAsync(HttpMethod.Post, Path, body);

        Assert.That(refused.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity), refused.ToString());
        Assert.That(refused.Text, Does.Contain($"\"attribute\":\"{attribute}\""));
    }

    [Test]
    public async Task Names_and_addresses_are_unique_and_the_kind_stays()
    {
        var one = await Admin.PostJsonAsync(Path, Body("One", "https://one.example/"));

        Assert.That((await Admin.PostJsonAsync(Path, Body("One", "https://two.example"))).Text, Does.Contain("Name has already been taken."));
        Assert.That((await Admin.PostJsonAsync(Path, Body("Two", "https://ONE.example"))).Text, Does.Contain("Host has already been taken."), "as the set-up of Nextcloud's integration reads it");
        var turned = await Admin.PatchJsonAsync(one["_links/self/href"].GetString()!, new { _links = new { type = new { href = "urn:openproject-org:api:v3:storages:OneDrive" } } });
        Assert.That((turned.Status, turned.Text.Contains("Type cannot be changed.", StringComparison.Ordinal)), Is.EqualTo((HttpStatusCode.UnprocessableEntity, true)), turned.ToString());
    }

    [Test]
    public async Task A_drive_has_a_tenant_and_no_address()
    {
        var drive = await Admin.PostJsonAsync(Path, new { tenantId = "tenant", driveId = "b!1", _links = new { type = new { href = "urn:openproject-org:api:v3:storages:OneDrive" } } });

        Assert.That((drive.Status, drive["name"].GetString(), drive["driveId"].GetString()), Is.EqualTo((HttpStatusCode.Created, "My OneDrive/SharePoint", "b!1")), drive.ToString());
        Assert.That(drive["_links"].TryGetProperty("origin", out _), Is.False);
        Assert.That(drive["_links"].TryGetProperty("oauthApplication", out _), Is.False);
        Assert.That((await Admin.GetJsonAsync(drive["_links/open/href"].GetString()!)).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task The_application_of_a_storage_moves_with_it()
    {
        var storage = await Admin.PostJsonAsync(Path, Body("Moving", "https://here.example"));

        var moved = await Admin.PatchJsonAsync(storage["_links/self/href"].GetString()!, new { _links = new { origin = new { href = "https://there.example" } } });

        Assert.That(moved["_links/origin/href"].GetString(), Is.EqualTo("https://there.example/"), moved.ToString());
        var application = await Admin.GetJsonAsync(storage["_links/oauthApplication/href"].GetString()!);
        Assert.That(application["_links/redirectUri"].EnumerateArray().Select(r => r.GetProperty("href").GetString()), Is.EqualTo(new[] { "https://there.example/index.php/apps/integration_openproject/oauth-redirect" }));
    }

    [TestCase("admin", 200, 201, 200, 201, 303, 204)]
    [TestCase("member", 200, 403, 403, 403, 303, 403)]
    [TestCase("reader", 200, 403, 403, 403, 303, 403)]
    [TestCase("non-member", 404, 403, 404, 404, 404, 404)]
    [TestCase("anonymous", 404, 403, 404, 404, 404, 404)]
    public async Task Those_see_a_storage_who_see_links_to_files_in_a_project_that_uses_it(
        string who, int view, int create, int update, int identify, int open, int delete)
    {
        var (seen, hidden) = (await UsedAsync(who + " seen", "demo-project"), await UsedAsync(who + " hidden", "private"));

        var client = world[who];
        Assert.That((int)(await client.GetJsonAsync(seen)).Status, Is.EqualTo(view));
        Assert.That((int)(await client.GetJsonAsync(hidden)).Status, Is.EqualTo(who == "admin" ? 200 : 404));
        var listed = (await client.GetJsonAsync(Path + "?pageSize=1000")).Text;
        Assert.That((listed.Contains($"\"{seen}\"", StringComparison.Ordinal), listed.Contains($"\"{hidden}\"", StringComparison.Ordinal)), Is.EqualTo((view == 200, who == "admin")));
        Assert.That(listed.Contains("oauthApplication", StringComparison.Ordinal), Is.EqualTo(who == "admin"));
        Assert.That((int)(await client.PostJsonAsync(Path, Body(who + " own", $"https://{who}.own.example"))).Status, Is.EqualTo(create));
        Assert.That((int)(await client.PatchJsonAsync(seen, new { forbiddenFileNameCharacters = "?" })).Status, Is.EqualTo(update));
        var opened = await client.GetJsonAsync(seen + "/open");
        Assert.That(((int)opened.Status, opened.Headers.Location?.AbsoluteUri), Is.EqualTo((open, open == 303 ? $"https://{who}seen.example/index.php/apps/files" : null)));
        Assert.That((int)(await client.PostJsonAsync(seen + "/oauth_client_credentials", new { clientId = "a", clientSecret = "b" })).Status, Is.EqualTo(identify));
        Assert.That((int)(await client.DeleteJsonAsync(hidden)).Status, Is.EqualTo(who == "admin" ? 204 : 404));
        Assert.That((int)(await client.DeleteJsonAsync(seen)).Status, Is.EqualTo(delete));
    }

    [Test]
    public async Task Pairs_of_projects_and_storages_are_seen_and_found()
    {
        var storage = await UsedAsync("Paired", "demo-project", folder: "21");
        var id = storage[(storage.LastIndexOf('/') + 1)..];

        var all = await world["reader"].GetJsonAsync("/api/v3/project_storages?filters=" + Uri.EscapeDataString($$$"""[{"storageId":{"operator":"=","values":["{{{id}}}"]}}]"""));
        var byUrl = await world["reader"].GetJsonAsync("/api/v3/project_storages?filters=" + Uri.EscapeDataString("""[{"storageUrl":{"operator":"=","values":["https%3A%2F%2Fpaired.example"]}}]"""));

        Assert.That(all["total"].GetInt32(), Is.EqualTo(1), all.ToString());
        var pair = all["_embedded/elements"][0];
        Assert.That(pair.GetProperty("projectFolderMode").GetString(), Is.EqualTo("manual"));
        Assert.That(pair.GetProperty("_links").GetProperty("project").GetProperty("href").GetString(), Is.EqualTo(world.Projects["public"]));
        Assert.That(byUrl["_embedded/elements"][0].GetProperty("id").GetInt64(), Is.EqualTo(pair.GetProperty("id").GetInt64()));
        var opened = await world["reader"].GetJsonAsync(pair.GetProperty("_links").GetProperty("open").GetProperty("href").GetString()!);
        Assert.That((opened.Status, opened.Headers.Location!.AbsoluteUri), Is.EqualTo((HttpStatusCode.SeeOther, "https://paired.example/index.php/f/21?openfile=1")));
        var projects = await Admin.GetJsonAsync("/api/v3/projects?filters=" + Uri.EscapeDataString($$$"""[{"storageId":{"operator":"=","values":["{{{id}}}"]}}]"""));
        Assert.That(projects["_embedded/elements"].EnumerateArray().Select(p => p.GetProperty("identifier").GetString()), Is.EqualTo(new[] { "demo-project" }));
    }

    private async Task<string> UsedAsync(string name, string project, string? folder = null)
    {
        var host = name.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant();
        var made = await Admin.PostJsonAsync(Path, Body(name, $"https://{host}.example"));
        await world.Server.UseStorageAsync(project, name, folder);
        return made["_links/self/href"].GetString()!;
    }

    private static object Body(string name, string origin, string? password = null) =>
        new { name, applicationPassword = password, _links = new { type = new { href = Nextcloud }, origin = new { href = origin } } };
}
