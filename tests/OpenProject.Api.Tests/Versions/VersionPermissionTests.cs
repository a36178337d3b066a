using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;
using OpenProject.Testing.Databases;

namespace OpenProject.Api.Tests.Versions;

/// <summary>Who may do what with versions of a public and of a private project.</summary>
[OnEachDatabase]
public sealed class VersionPermissionTests(DatabaseProvider provider)
{
    private const string Path = "/api/v3/versions";

    private PermissionWorld world = null!;
    private int made;

    [OneTimeSetUp]
    public async Task Start()
    {
        world = await PermissionWorld.StartAsync(provider, ("manager", "aiko"));
    }

    [OneTimeTearDown]
    public void Stop() => world.Dispose();

    [TestCase("admin", "public", 200, 201, 200, 204)]
    [TestCase("admin", "private", 200, 201, 200, 204)]
    [TestCase("manager", "public", 200, 201, 200, 204)]
    [TestCase("member", "public", 200, 403, 403, 403)]
    [TestCase("reader", "public", 200, 403, 403, 403)]
    [TestCase("non-member", "public", 200, 403, 403, 403)]
    [TestCase("anonymous", "public", 200, 403, 403, 403)]
    [TestCase("member", "private", 404, 403, 404, 404)]
    [TestCase("anonymous", "private", 404, 403, 404, 404)]
    // Managing versions elsewhere: a project that is not seen is told like one that does not exist.
    [TestCase("manager", "private", 404, 422, 404, 404)]
    public async Task Everybody_sees_and_does_what_the_role_says(string who, string project, int view, int create, int update, int delete)
    {
        var client = world[who];
        var self = Self(await world["admin"].PostJsonAsync(Path, Body(project)));

        var seen = await client.GetJsonAsync(self);
        Assert.That((int)seen.Status, Is.EqualTo(view), seen.ToString());
        foreach (var (rel, allowed) in new[] { ("update", update == 200), ("updateImmediately", update == 200), ("delete", delete == 204) })
            Assert.That(view == 200 && seen["_links"].TryGetProperty(rel, out _), Is.EqualTo(allowed), rel);
        Assert.That((int)(await client.PostJsonAsync(Path, Body(project))).Status, Is.EqualTo(create));
        Assert.That((int)(await client.PostJsonAsync(self + "/form", new { })).Status, Is.EqualTo(update));
        Assert.That((int)(await client.PatchJsonAsync(self, new { status = "locked" })).Status, Is.EqualTo(update));
        Assert.That((int)(await client.DeleteJsonAsync(self)).Status, Is.EqualTo(delete));
        Assert.That((int)(await client.GetJsonAsync(Path + "/available_projects")).Status, Is.EqualTo(who is "admin" or "manager" ? 200 : 403));
    }

    private static string Self(ApiAnswer resource) => resource["_links/self/href"].GetString()!;

    private object Body(string project) => new { name = $"Version {made++}", _links = new { definingProject = new { href = world.Projects[project] } } };
}
