using System.Net;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;
using OpenProject.Testing.Databases;

namespace OpenProject.Api.Tests.WorkPackages;

/// <summary>Watching work packages over HTTP.</summary>
[OnEachDatabase]
public sealed class WatcherTests(DatabaseProvider provider)
{
    private readonly Dictionary<string, string> users = [];

    private PermissionWorld world = null!;
    private HttpClient admin = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        world = await PermissionWorld.StartAsync(provider);
        admin = world["admin"];
        foreach (var kind in world.Kinds)
            users[kind] = Self(await world[kind].GetJsonAsync("/api/v3/users/me"));
    }

    [OneTimeTearDown]
    public void Stop() => world.Dispose();

    [Test]
    public async Task Whoever_sees_a_work_package_watches_it_by_following_links()
    {
        var reader = world["reader"];
        var work = await reader.GetJsonAsync(await MakeAsync());
        Assert.That(work["_links"].TryGetProperty("unwatch", out _), Is.False);

        var watch = work["_links/watch"];
        var watching = await reader.PostJsonAsync(watch.GetProperty("href").GetString()!, watch.GetProperty("payload").GetRawText());
        Assert.That((watching.Status, watching["_type"].GetString(), Self(watching)), Is.EqualTo((HttpStatusCode.Created, "User", users["reader"])), watching.ToString());
        var again = await reader.PostJsonAsync(watch.GetProperty("href").GetString()!, watch.GetProperty("payload").GetRawText());
        Assert.That(again.Status, Is.EqualTo(HttpStatusCode.OK), again.ToString());

        work = await reader.GetJsonAsync(Self(work));
        Assert.That(work["_links"].TryGetProperty("watch", out _), Is.False);
        Assert.That((await reader.DeleteJsonAsync(work["_links/unwatch/href"].GetString()!)).Status, Is.EqualTo(HttpStatusCode.NoContent));
        Assert.That((await reader.GetJsonAsync(Self(work)))["_links"].TryGetProperty("watch", out _), Is.True);
        Assert.That((await reader.DeleteJsonAsync(Self(work) + "/watchers/me")).Status, Is.EqualTo(HttpStatusCode.NoContent), "once more");
    }

    [Test]
    public async Task Others_are_added_listed_and_removed()
    {
        var (member, work) = (world["member"], await MakeAsync());
        Assert.That(Selves(await member.GetJsonAsync(work + "/available_watchers")), Does.Contain(users["reader"]));

        Assert.That((await AddAsync(member, work, users["reader"])).Status, Is.EqualTo(HttpStatusCode.Created));
        Assert.That((await AddAsync(member, work, users["member"])).Status, Is.EqualTo(HttpStatusCode.Created));

        Assert.That(Selves(await member.GetJsonAsync(work + "/watchers")), Is.EquivalentTo(new[] { users["reader"], users["member"] }));
        Assert.That(Selves(await member.GetJsonAsync(work + "/available_watchers")), Does.Not.Contain(users["reader"]));
        var templated = (await member.GetJsonAsync(work))["_links/removeWatcher/href"].GetString()!;
        Assert.That((await member.DeleteJsonAsync(templated.Replace("{user_id}", users["reader"].Split('/')[^1], StringComparison.Ordinal))).Status, Is.EqualTo(HttpStatusCode.NoContent));
        Assert.That(Selves(await member.GetJsonAsync(work + "/watchers")), Is.EqualTo(new[] { users["member"] }));
    }

    [Test]
    public async Task Work_packages_are_found_by_who_watches_them()
    {
        var work = await MakeAsync();
        await AddAsync(admin, work, users["reader"]);

        async Task<string[]> FoundAsync(string who, string user) => Selves(await world[who].GetJsonAsync(
            "/api/v3/work_packages?pageSize=100&filters=" + Uri.EscapeDataString($$$"""[{"watcher":{"operator":"=","values":["{{{user.Split('/')[^1]}}}"]}}]""")));
        Assert.That(await FoundAsync("reader", "me"), Does.Contain(work));
        Assert.That(await FoundAsync("member", users["reader"]), Does.Contain(work));
        Assert.That(await FoundAsync("member", "me"), Does.Not.Contain(work));
        Assert.That(await FoundAsync("non-member", users["reader"]), Does.Not.Contain(work), "who may not see watchers");
    }

    [TestCase("admin", 200, 201, 204, 200)]
    [TestCase("member", 200, 201, 204, 200)]
    [TestCase("reader", 403, 403, 403, 403)]
    [TestCase("non-member", 403, 403, 403, 403)]
    [TestCase("anonymous", 403, 403, 403, 403)]
    public async Task Everybody_does_what_the_role_says(string who, int list, int add, int remove, int available)
    {
        var (client, work) = (world[who], await MakeAsync());
        var watched = await client.GetJsonAsync(work);

        foreach (var (rel, allowed) in new[] { ("watchers", list == 200), ("addWatcher", add == 201), ("availableWatchers", add == 201), ("removeWatcher", remove == 204), ("watch", who != "anonymous") })
            Assert.That(watched["_links"].TryGetProperty(rel, out _), Is.EqualTo(allowed), rel);
        Assert.That((int)(await client.GetJsonAsync(work + "/watchers")).Status, Is.EqualTo(list));
        Assert.That((int)(await client.GetJsonAsync(work + "/available_watchers")).Status, Is.EqualTo(available));
        Assert.That((int)(await AddAsync(client, work, who == "reader" ? users["member"] : users["reader"])).Status, Is.EqualTo(add));
        Assert.That((int)(await client.DeleteJsonAsync($"{work}/watchers/{(who == "reader" ? users["member"] : users["reader"]).Split('/')[^1]}")).Status, Is.EqualTo(remove));
        Assert.That((int)(await AddAsync(client, work, users[who])).Status, Is.EqualTo(who == "anonymous" ? 403 : 201), "himself");
    }

    [Test]
    public async Task Who_could_not_see_it_does_not_watch_it()
    {
        var hidden = Self(await admin.PostJsonAsync("/api/v3/projects", new { name = "Hidden from watchers" }));
        var work = Self(await admin.PostJsonAsync("/api/v3/work_packages", new { subject = "x", _links = new { project = new { href = hidden } } }));

        await RefusedAsync(AddAsync(admin, work, users["member"]), 422, "PropertyConstraintViolation");
        Assert.That((await AddAsync(world["member"], work, users["member"])).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await world["member"].GetJsonAsync(work + "/watchers")).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(Selves(await admin.GetJsonAsync(work + "/available_watchers")), Is.EqualTo(new[] { users["admin"] }));
    }

    [Test]
    public async Task A_body_that_names_no_user_is_refused()
    {
        var work = await MakeAsync();

        await RefusedAsync(admin.PostJsonAsync(work + "/watchers"), 400, "InvalidRequestBody");
        await RefusedAsync(admin.PostJsonAsync(work + "/watchers", """{"user":5}"""), 400, "InvalidRequestBody");
        await RefusedAsync(admin.PostJsonAsync(work + "/watchers", """{"user":{}}"""), 400, "InvalidRequestBody");
        await RefusedAsync(admin.PostJsonAsync(work + "/watchers", "[]"), 400, "InvalidRequestBody");
        await RefusedAsync(AddAsync(admin, work, "/api/v3/projects/1"), 422, "ResourceTypeMismatch");
        await RefusedAsync(AddAsync(admin, work, "/api/v3/users/999999"), 422, "PropertyConstraintViolation");
        Assert.That((await admin.DeleteJsonAsync(work + "/watchers/999999")).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    private static async Task RefusedAsync(Task<ApiAnswer> request, int status, string error)
    {
        var answer = await request;
        Assert.That((int)answer.Status, Is.EqualTo(status), answer.ToString());
        Assert.That(answer["errorIdentifier"].GetString(), Does.EndWith(":" + error));
    }

    private static Task<ApiAnswer> AddAsync(HttpClient client, string work, string user) =>
        client.PostJsonAsync(work + "/watchers", new { user = new { href = user } });

    private static string Self(ApiAnswer resource) => resource["_links/self/href"].GetString()!;

    private static string[] Selves(ApiAnswer list) =>
        [.. list["_embedded/elements"].EnumerateArray().Select(e => e.GetProperty("_links").GetProperty("self").GetProperty("href").GetString()!)];

    private async Task<string> MakeAsync() => Self(await admin.PostJsonAsync("/api/v3/projects/demo-project/work_packages", new { subject = "Watched" }));
}
