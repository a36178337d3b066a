using System.Net;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;
using OpenProject.Testing.Databases;

namespace OpenProject.Api.Tests.FileLinks;

/// <summary>Links to files over HTTP: how work packages get and lose them, and how they are found by them.</summary>
[OnEachDatabase]
public sealed class FileLinkTests(DatabaseProvider provider)
{
    private const string Host = "https://files.example/";

    private PermissionWorld world = null!;
    private string storage = "";

    private HttpClient Admin => world["admin"];

    [OneTimeSetUp]
    public async Task Start()
    {
        world = await PermissionWorld.StartAsync(provider);
        var made = await Admin.PostJsonAsync("/api/v3/storages", new { name = "Files", _links = new { type = new { href = "urn:openproject-org:api:v3:storages:Nextcloud" }, origin = new { href = Host } } });
        storage = made["_links/self/href"].GetString()!;
        await world.Server.UseStorageAsync("demo-project", "Files");
        await world.Server.UseStorageAsync("private", "Files");
    }

    [OneTimeTearDown]
    public void Stop() => world.Dispose();

    [Test]
    public async Task Files_are_linked_in_order_and_none_twice()
    {
        var work = await WorkAsync("public");
        var first = await Admin.PostJsonAsync(work + "/file_links", Files(File("5503", "logo.png"), File("7", "plan.pdf")));
        Assert.That(
            (first["pageSize"].GetInt32(), first["offset"].GetInt32(), first["_links/jumpTo/templated"].GetBoolean(), first["_links/changeSize/templated"].GetBoolean()),
            Is.EqualTo((20, 1, true, true)), "the published collection has pages");
        var again = await Admin.PostJsonAsync(work + "/file_links", Files(ByUrl(8, "new.txt"), ByUrl("7", "renamed.pdf"), ByUrl(8, "new.txt")));

        Assert.That(first.Status, Is.EqualTo(HttpStatusCode.Created), first.ToString());
        Assert.That(Ids(first), Is.EqualTo(new[] { "5503", "7" }));
        Assert.That(Ids(again), Is.EqualTo(new[] { "8", "7", "8" }), again.ToString());
        Assert.That(again["_embedded/elements"][1].GetProperty("originData").GetProperty("name").GetString(), Is.EqualTo("plan.pdf"));
        var listed = await Admin.GetJsonAsync(work + "/file_links?filters=" + Uri.EscapeDataString($$$"""[{"storage":{"operator":"=","values":["{{{storage.Split('/')[^1]}}}"]}}]"""));
        Assert.That((listed["total"].GetInt32(), listed["_links/self/href"].GetString()), Is.EqualTo((3, work + "/file_links?filters=" + Uri.EscapeDataString($$$"""[{"storage":{"operator":"=","values":["{{{storage.Split('/')[^1]}}}"]}}]""") + "&offset=1&pageSize=20")));
        Assert.That(Ids(listed), Is.EquivalentTo(new[] { "5503", "7", "8" }));

        var one = await Admin.GetJsonAsync(first["_embedded/elements"][0].GetProperty("_links").GetProperty("self").GetProperty("href").GetString()!);
        Assert.That((one["_type"].GetString(), one["originData/size"].GetInt32(), one["originData/createdAt"].GetString()), Is.EqualTo(("FileLink", 16042, "2021-12-19T09:42:10.170Z")), one.ToString());
        Assert.That(one["_links/container/href"].GetString(), Is.EqualTo(work));
        Assert.That(one["_embedded/storage/name"].GetString(), Is.EqualTo("Files"));
        Assert.That(one["_links/originOpen/href"].GetString(), Is.EqualTo(Host + "index.php/f/5503?openfile=1"));
        foreach (var (rel, flag) in new[] { ("staticOriginOpen", 1), ("staticOriginOpenLocation", 0) })
        {
            var opened = await Admin.GetJsonAsync(one[$"_links/{rel}/href"].GetString()!);
            Assert.That((opened.Status, opened.Headers.Location!.AbsoluteUri), Is.EqualTo((HttpStatusCode.SeeOther, $"{Host}index.php/f/5503?openfile={flag}")));
        }

        Assert.That((await Admin.DeleteJsonAsync(one["_links/delete/href"].GetString()!)).Status, Is.EqualTo(HttpStatusCode.NoContent));
        Assert.That((await Admin.GetJsonAsync(one["_links/self/href"].GetString()!)).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task Spaces_around_the_id_of_a_file_do_not_count()
    {
        var work = await WorkAsync("public");
        await Admin.PostJsonAsync(work + "/file_links", Files(File("aB1", "one")));

        var again = await Admin.PostJsonAsync(work + "/file_links", Files(File(" aB1 ", "one again"), File(" 2", "two")));

        Assert.That(again.Status, Is.EqualTo(HttpStatusCode.Created), again.ToString());
        Assert.That(Ids(again), Is.EqualTo(new[] { "aB1", "2" }));
        Assert.That((await Admin.GetJsonAsync(work + "/file_links"))["total"].GetInt32(), Is.EqualTo(2));
    }

    [Test]
    public async Task Nothing_is_linked_when_one_file_is_wrong()
    {
        var work = await WorkAsync("public");
        var elsewhere = new { originData = new { id = "2", name = "b" }, _links = new { storageUrl = new { href = "https://unknown.example" } } };

        var refusals = new[]
        {
            await Admin.PostJsonAsync(work + "/file_links", Files(File("1", "a"), elsewhere)),
            await Admin.PostJsonAsync(work + "/file_links", Files(File("1", "a"), File("2", ""))),
            await Admin.PostJsonAsync(work + "/file_links", Files(File("1", "a"), File(new string('x', 300), "long"))),
            await Admin.PostJsonAsync(work + "/file_links", Files(new { originData = new { id = "1", name = "a", size = -1 }, _links = new { storage = new { href = storage } } })),
        };

        Assert.That(refusals.Select(r => r.Status), Is.All.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(refusals[0]["message"].GetString(), Is.EqualTo("The request was invalid. File Link b - Storage was invalid."));
        foreach (var body in new object[] { new { }, Files(), Files([.. Enumerable.Range(0, 21).Select(i => File($"{i}", "f"))]), Files("text") })
            Assert.That((await Admin.PostJsonAsync(work + "/file_links", body)).Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That((await Admin.GetJsonAsync(work + "/file_links"))["total"].GetInt32(), Is.Zero);
    }

    [Test]
    public async Task Work_packages_are_found_by_their_files()
    {
        var work = await WorkAsync("public");
        var hidden = await WorkAsync("private");
        await Admin.PostJsonAsync(work + "/file_links", Files(File("sought", "a")));
        await Admin.PostJsonAsync(hidden + "/file_links", Files(File("sought", "a")));
        var filters = """[{"file_link_origin_id":{"operator":"=","values":["sought"]}},{"storageUrl":{"operator":"=","values":["https%3A%2F%2Ffiles.example%2F"]}}]""";
        var linkable = $$$"""[{"linkable_to_storage_url":{"operator":"=","values":["{{{Uri.EscapeDataString(Host)}}}"]}},{"id":{"operator":"=","values":["{{{work.Split('/')[^1]}}}"]}}]""";

        async Task<IEnumerable<string?>> FoundAsync(string who, string by) =>
            (await world[who].GetJsonAsync("/api/v3/work_packages?filters=" + Uri.EscapeDataString(by)))["_embedded/elements"].EnumerateArray()
                .Select(w => w.GetProperty("_links").GetProperty("self").GetProperty("href").GetString());

        Assert.That(await FoundAsync("admin", filters), Is.EquivalentTo(new[] { work, hidden }));
        Assert.That(await FoundAsync("reader", filters), Is.EqualTo(new[] { work }));
        Assert.That(await FoundAsync("member", linkable), Is.EqualTo(new[] { work }));
        Assert.That(await FoundAsync("reader", linkable), Is.Empty);
    }

    [TestCase("admin", "public", 200, 200, 201, 204)]
    [TestCase("member", "public", 200, 200, 201, 204)]
    [TestCase("reader", "public", 200, 200, 403, 403)]
    // The work package is seen, its links to files are not.
    [TestCase("non-member", "public", 403, 404, 403, 404)]
    [TestCase("anonymous", "public", 403, 404, 403, 404)]
    [TestCase("admin", "private", 200, 200, 201, 204)]
    [TestCase("member", "private", 404, 404, 404, 404)]
    [TestCase("anonymous", "private", 404, 404, 404, 404)]
    public async Task Everybody_sees_and_does_what_the_role_says(string who, string project, int list, int view, int create, int delete)
    {
        var work = await WorkAsync(project);
        var link = (await Admin.PostJsonAsync(work + "/file_links", Files(File("1", "a"))))["_embedded/elements"][0].GetProperty("_links").GetProperty("self").GetProperty("href").GetString()!;

        Assert.That((int)(await world[who].GetJsonAsync(link)).Status, Is.EqualTo(view));
        Assert.That((int)(await world[who].GetJsonAsync(work + "/file_links")).Status, Is.EqualTo(list));
        Assert.That((int)(await world[who].PostJsonAsync(work + "/file_links", Files(File("2", "b")))).Status, Is.EqualTo(create));
        Assert.That((int)(await world[who].DeleteJsonAsync(link)).Status, Is.EqualTo(delete));
    }

    [Test]
    public async Task Links_go_with_their_work_package()
    {
        var work = await WorkAsync("public");
        var link = (await Admin.PostJsonAsync(work + "/file_links", Files(File("1", "a"))))["_embedded/elements"][0].GetProperty("_links").GetProperty("self").GetProperty("href").GetString()!;

        await Admin.DeleteJsonAsync(work);

        Assert.That((await Admin.GetJsonAsync(link)).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    private static IEnumerable<string?> Ids(ApiAnswer list) =>
        list["_embedded/elements"].EnumerateArray().Select(e => e.GetProperty("originData").GetProperty("id").GetString());

    private static object Files(params object[] elements) => new { _embedded = new { elements } };

    private static object ByUrl(object id, string name) => new { originData = new { id, name }, _links = new { storageUrl = new { href = "https://FILES.example" } } };

    private object File(string id, string name) => new
    {
        originData = new { id, name, mimeType = "image/png", size = 16042, createdAt = "2021-12-19T09:42:10.170Z", createdByName = "Luke" },
        _links = new { storage = new { href = storage } },
    };

    private async Task<string> WorkAsync(string project) =>
        (await Admin.PostJsonAsync(world.Projects[project] + "/work_packages", new { subject = "Linked" }))["_links/self/href"].GetString()!;
}
