using OpenProject.Domain.Projects;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;
using OpenProject.Testing.Databases;

namespace OpenProject.Api.Tests.Documents;

/// <summary>Who sees what there is to read in a public and in a private project, and who attaches files to it.</summary>
[OnEachDatabase]
public sealed class ContentPermissionTests(DatabaseProvider provider)
{
    private PermissionWorld world = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        world = await PermissionWorld.StartAsync(provider);
        foreach (var project in world.Projects.Values)
            await world.Server.ModulesAsync(long.Parse(project.Split('/')[^1]), "work_package_tracking", "documents", "meetings", "wiki", "forums");
    }

    [OneTimeTearDown]
    public void Stop() => world.Dispose();

    [TestCase(ProjectContentKind.Document, "admin", "private", 200, 201)]
    [TestCase(ProjectContentKind.Document, "member", "public", 200, 201)]
    [TestCase(ProjectContentKind.Document, "reader", "public", 404, 404)]
    [TestCase(ProjectContentKind.Document, "anonymous", "public", 404, 404)]
    [TestCase(ProjectContentKind.Document, "member", "private", 404, 404)]
    [TestCase(ProjectContentKind.WikiPage, "admin", "private", 200, 201)]
    [TestCase(ProjectContentKind.WikiPage, "member", "public", 200, 201)]
    [TestCase(ProjectContentKind.WikiPage, "reader", "public", 200, 403)]
    [TestCase(ProjectContentKind.WikiPage, "non-member", "public", 200, 403)]
    [TestCase(ProjectContentKind.WikiPage, "anonymous", "public", 200, 403)]
    [TestCase(ProjectContentKind.WikiPage, "anonymous", "private", 404, 404)]
    [TestCase(ProjectContentKind.Post, "admin", "private", 200, 201)]
    [TestCase(ProjectContentKind.Post, "member", "public", 200, 403)]
    [TestCase(ProjectContentKind.Post, "anonymous", "public", 200, 403)]
    [TestCase(ProjectContentKind.Post, "non-member", "private", 404, 404)]
    [TestCase(ProjectContentKind.Meeting, "admin", "private", 200, 201)]
    [TestCase(ProjectContentKind.Meeting, "member", "public", 200, 403)]
    [TestCase(ProjectContentKind.Meeting, "reader", "public", 404, 404)]
    [TestCase(ProjectContentKind.Meeting, "non-member", "private", 404, 404)]
    public async Task Everybody_reads_and_attaches_what_the_role_says(ProjectContentKind kind, string who, string project, int view, int attach)
    {
        var path = await world.Server.ContentAsync(kind, long.Parse(world.Projects[project].Split('/')[^1]), $"{kind} for {who} in {project}");
        var file = (await world["admin"].UploadAsync(path + "/attachments", "a.txt", [1]))["_links/self/href"].GetString()!;
        var client = world[who];

        var seen = await client.GetJsonAsync(path);
        Assert.That((int)seen.Status, Is.EqualTo(view), seen.ToString());
        Assert.That((int)(await client.GetJsonAsync(path + "/attachments")).Status, Is.EqualTo(view));
        Assert.That((int)(await client.GetJsonAsync(file)).Status, Is.EqualTo(view));
        if (view == 200)
            Assert.That(seen["_links"].TryGetProperty("addAttachment", out _), Is.EqualTo(attach == 201));
        Assert.That((int)(await client.UploadAsync(path + "/attachments", "b.txt", [1])).Status, Is.EqualTo(attach));
        Assert.That((int)(await client.DeleteJsonAsync(file)).Status, Is.EqualTo(attach == 201 ? 204 : attach));
        if (kind == ProjectContentKind.Document)
            Assert.That((int)(await client.PatchJsonAsync(path, new { title = "Changed" })).Status, Is.EqualTo(attach == 201 ? 200 : attach));
    }
}
