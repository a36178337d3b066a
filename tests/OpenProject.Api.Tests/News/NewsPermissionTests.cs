using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;
using OpenProject.Testing.Databases;

namespace OpenProject.Api.Tests.News;

/// <summary>Who may do what with news of a public and of a private project.</summary>
[OnEachDatabase]
public sealed class NewsPermissionTests(DatabaseProvider provider)
{
    private const string Path = "/api/v3/news";

    private PermissionWorld world = null!;

    [OneTimeSetUp]
    public async Task Start() => world = await PermissionWorld.StartAsync(provider);

    [OneTimeTearDown]
    public void Stop() => world.Dispose();

    [TestCase("admin", "public", 200, 201, 200, 202)]
    [TestCase("admin", "private", 200, 201, 200, 202)]
    [TestCase("member", "public", 200, 201, 200, 202)]
    [TestCase("reader", "public", 200, 403, 403, 403)]
    [TestCase("non-member", "public", 200, 403, 403, 403)]
    [TestCase("anonymous", "public", 200, 403, 403, 403)]
    [TestCase("non-member", "private", 404, 403, 404, 404)]
    [TestCase("anonymous", "private", 404, 403, 404, 404)]
    // Managing news elsewhere: a project that is not seen is told like one that does not exist.
    [TestCase("member", "private", 404, 422, 404, 404)]
    public async Task Everybody_sees_and_does_what_the_role_says(string who, string project, int view, int create, int update, int delete)
    {
        var client = world[who];
        var self = Self(await world["admin"].PostJsonAsync(Path, Body(project)));

        var seen = await client.GetJsonAsync(self);
        Assert.That((int)seen.Status, Is.EqualTo(view), seen.ToString());
        Assert.That((await client.GetJsonAsync(Path + "?pageSize=1000")).Text.Contains($"\"{self}\"", StringComparison.Ordinal), Is.EqualTo(view == 200));
        foreach (var (rel, allowed) in new[] { ("updateImmediately", update == 200), ("delete", delete == 202) })
            Assert.That(view == 200 && seen["_links"].TryGetProperty(rel, out _), Is.EqualTo(allowed), rel);
        Assert.That((int)(await client.PostJsonAsync(Path, Body(project))).Status, Is.EqualTo(create));
        Assert.That((int)(await client.PatchJsonAsync(self, new { summary = "changed" })).Status, Is.EqualTo(update));
        Assert.That((int)(await client.DeleteJsonAsync(self)).Status, Is.EqualTo(delete));
    }

    [Test]
    public async Task Who_only_reads_news_takes_none_to_where_he_manages_it()
    {
        var watched = await world["admin"].PostJsonAsync("/api/v3/projects", new { name = "Watched" });
        await world.Server.JoinAsync("mira", watched["id"].GetInt64(), "Reader");
        world.Projects["watched"] = Self(watched);
        var self = Self(await world["admin"].PostJsonAsync(Path, Body("watched")));

        var taken = await world["member"].PatchJsonAsync(self, Body("public"));

        Assert.That((int)taken.Status, Is.EqualTo(403), taken.ToString());
        Assert.That((await world["member"].GetJsonAsync(self))["_links/project/href"].GetString(), Is.EqualTo(Self(watched)));
    }

    private object Body(string project) => new { title = "Table", _links = new { project = new { href = world.Projects[project] } } };

    private static string Self(ApiAnswer resource) => resource["_links/self/href"].GetString()!;
}
