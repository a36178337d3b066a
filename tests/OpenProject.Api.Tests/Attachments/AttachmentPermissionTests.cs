using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;
using OpenProject.Testing.Databases;

namespace OpenProject.Api.Tests.Attachments;

/// <summary>Who may do what with attachments of a work package, of a comment, and of nothing.</summary>
[OnEachDatabase]
public sealed class AttachmentPermissionTests(DatabaseProvider provider)
{
    private PermissionWorld world = null!;

    [OneTimeSetUp]
    public async Task Start() => world = await PermissionWorld.StartAsync(provider);

    [OneTimeTearDown]
    public void Stop() => world.Dispose();

    [TestCase("admin", "public", 200, 201, 204)]
    [TestCase("admin", "private", 200, 201, 204)]
    [TestCase("member", "public", 200, 201, 204)]
    [TestCase("reader", "public", 200, 403, 403)]
    [TestCase("non-member", "public", 200, 403, 403)]
    [TestCase("anonymous", "public", 200, 403, 403)]
    [TestCase("member", "private", 404, 404, 404)]
    [TestCase("non-member", "private", 404, 404, 404)]
    [TestCase("anonymous", "private", 404, 404, 404)]
    public async Task Everybody_sees_and_does_what_the_role_says(string who, string project, int view, int create, int delete)
    {
        var (client, list) = (world[who], Self(await WorkPackageAsync(project)) + "/attachments");
        var attachment = Self(await world["admin"].UploadAsync(list, "file.bin", [1, 2, 3]));

        Assert.That((int)(await client.GetJsonAsync(list)).Status, Is.EqualTo(view));
        var seen = await client.GetJsonAsync(attachment);
        Assert.That((int)seen.Status, Is.EqualTo(view), seen.ToString());
        Assert.That(view == 200 && seen["_links"].TryGetProperty("delete", out _), Is.EqualTo(delete == 204));
        using (var content = await client.GetAsync(attachment + "/content"))
            Assert.That((int)content.StatusCode, Is.EqualTo(view));
        Assert.That((int)(await client.UploadAsync(list, "another.bin", [4])).Status, Is.EqualTo(create));
        Assert.That((int)(await client.DeleteJsonAsync(attachment)).Status, Is.EqualTo(delete));
    }

    [TestCase("admin", 201)]
    [TestCase("member", 201)]
    [TestCase("reader", 403)]
    [TestCase("non-member", 403)]
    [TestCase("anonymous", 403)]
    public async Task Files_that_hang_on_nothing_are_uploaded_by_those_who_may_attach_files_somewhere(string who, int create) =>
        Assert.That((int)(await world[who].UploadAsync("/api/v3/attachments", "file.bin", [1])).Status, Is.EqualTo(create));

    [Test]
    public async Task Nobody_sees_or_deletes_what_another_uploaded_and_hangs_on_nothing()
    {
        var attachment = Self(await world["member"].UploadAsync("/api/v3/attachments", "file.bin", [1]));

        foreach (var who in new[] { "admin", "reader", "anonymous" })
        {
            Assert.That((int)(await world[who].GetJsonAsync(attachment)).Status, Is.EqualTo(404), who);
            Assert.That((int)(await world[who].DeleteJsonAsync(attachment)).Status, Is.EqualTo(404), who);
        }

        Assert.That((int)(await world["member"].DeleteJsonAsync(attachment)).Status, Is.EqualTo(204));
    }

    [Test]
    public async Task Files_of_comments_are_attached_by_those_who_may_edit_them_and_seen_with_them()
    {
        var activities = Self(await WorkPackageAsync("public")) + "/activities";
        var own = Self(await world["reader"].PostJsonAsync(activities, new { comment = new { raw = "Look" } }));
        var secret = Self(await world["admin"].PostJsonAsync(activities, new { comment = new { raw = "Psst" }, @internal = true }));

        var made = await world["reader"].UploadAsync(own + "/attachments", "shot.png", [1]);
        Assert.That((int)made.Status, Is.EqualTo(201), made.ToString());
        Assert.That(made["_links/container/href"].GetString(), Is.EqualTo(own));
        Assert.That((await world["reader"].GetJsonAsync(own))["_links"].TryGetProperty("addAttachment", out _), Is.True);
        Assert.That((int)(await world["member"].UploadAsync(own + "/attachments", "b", [1])).Status, Is.EqualTo(403));
        Assert.That((int)(await world["member"].DeleteJsonAsync(Self(made))).Status, Is.EqualTo(403));
        Assert.That((await world["anonymous"].GetJsonAsync(own + "/attachments"))["total"].GetInt32(), Is.EqualTo(1));
        Assert.That((await world["admin"].GetJsonAsync(activities.Replace("/activities", "/attachments", StringComparison.Ordinal)))["total"].GetInt32(), Is.Zero);

        var hidden = Self(await world["admin"].UploadAsync(secret + "/attachments", "secret.png", [1]));
        Assert.That((int)(await world["reader"].GetJsonAsync(hidden)).Status, Is.EqualTo(404));
        Assert.That((int)(await world["reader"].GetJsonAsync(secret + "/attachments")).Status, Is.EqualTo(404));
        Assert.That((int)(await world["reader"].DeleteJsonAsync(Self(made))).Status, Is.EqualTo(204));
    }

    private static string Self(ApiAnswer resource) => resource["_links/self/href"].GetString()!;

    private Task<ApiAnswer> WorkPackageAsync(string project) => world["admin"].PostJsonAsync(
        "/api/v3/work_packages", new { subject = "Table", _links = new { project = new { href = world.Projects[project] } } });
}
