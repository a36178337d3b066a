using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;
using OpenProject.Testing.Databases;

namespace OpenProject.Api.Tests.Groups;

/// <summary>
/// Who sees which groups and may change them. One is a member of the public project, one of the private project, one of none.
/// The project's administrator manages members in the public project; a member of another one may not see members there.
/// </summary>
[OnEachDatabase]
public sealed class GroupPermissionTests(DatabaseProvider provider)
{
    private const string Path = "/api/v3/groups";

    private readonly Dictionary<string, string> groups = [];
    private PermissionWorld world = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        world = await PermissionWorld.StartAsync(provider, ("project admin", "aiko"));
        var admin = world["admin"];
        var role = (await admin.GetJsonAsync("/api/v3/roles"))["_embedded/elements"].EnumerateArray().First(r => r.GetProperty("name").GetString() == "Reader");
        foreach (var where in new[] { "public", "private", "nowhere" })
        {
            groups[where] = "/api/v3/groups/" + await world.Server.GroupAsync("Group of " + where, "jonas");
            if (where == "nowhere")
                continue;
            var body = new { _links = new { principal = new { href = groups[where] }, project = new { href = world.Projects[where] }, roles = new[] { new { href = $"/api/v3/roles/{role.GetProperty("id")}" } } } };
            Assert.That((int)(await admin.PostJsonAsync("/api/v3/memberships", body)).Status, Is.EqualTo(201));
        }
    }

    [OneTimeTearDown]
    public void Stop() => world.Dispose();

    [TestCase("admin", 200, 200, 200, true)]
    [TestCase("project admin", 200, 200, 200, true)]
    [TestCase("member", 200, 404, 404, false)]
    // Through the groups he is in he is a member of the private project, too.
    [TestCase("reader", 200, 200, 404, false)]
    [TestCase("non-member", 404, 404, 404, false)]
    [TestCase("anonymous", 404, 404, 404, false)]
    public async Task Groups_are_seen_by_those_who_see_or_manage_members(string who, int ofPublic, int ofPrivate, int ofNowhere, bool seesMembers)
    {
        var list = await world[who].GetJsonAsync(Path + "?pageSize=100");
        Assert.That((int)list.Status, Is.EqualTo(ofPublic == 200 ? 200 : 403), list.ToString());
        foreach (var (where, expected) in new[] { ("public", ofPublic), ("private", ofPrivate), ("nowhere", ofNowhere) })
        {
            var seen = await world[who].GetJsonAsync(groups[where]);
            Assert.That((int)seen.Status, Is.EqualTo(expected), seen.ToString());
            Assert.That(list.Text.Contains($"\"{groups[where]}\"", StringComparison.Ordinal), Is.EqualTo(expected == 200), where);
            if (expected != 200)
                continue;
            Assert.That(seen["_links"].TryGetProperty("members", out var members) && members.GetArrayLength() == 1, Is.EqualTo(seesMembers), seen.ToString());
            Assert.That(seen.Text.Contains("/api/v3/users/", StringComparison.Ordinal), Is.EqualTo(seesMembers));
            Assert.That(seen["_links"].TryGetProperty("memberships", out _), Is.True);
        }
    }

    [TestCase("admin", 201, 200, 202)]
    [TestCase("project admin", 403, 403, 403)]
    [TestCase("member", 403, 403, 403)]
    [TestCase("reader", 403, 403, 403)]
    [TestCase("non-member", 403, 404, 404)]
    [TestCase("anonymous", 403, 404, 404)]
    public async Task Administrators_alone_change_groups(string who, int create, int update, int delete)
    {
        var group = groups["public"];
        if (who == "admin")
            group = "/api/v3/groups/" + await world.Server.GroupAsync("To be removed");
        var seen = await world[who].GetJsonAsync(group);
        foreach (var rel in new[] { "updateImmediately", "delete" })
            Assert.That((int)seen.Status == 200 && seen["_links"].TryGetProperty(rel, out _), Is.EqualTo(who == "admin"), rel);

        Assert.That((int)(await world[who].PostJsonAsync(Path, new { name = "Made by " + who })).Status, Is.EqualTo(create));
        Assert.That((int)(await world[who].PatchJsonAsync(group, new { _links = new { members = Array.Empty<object>() } })).Status, Is.EqualTo(update));
        Assert.That((int)(await world[who].DeleteJsonAsync(group)).Status, Is.EqualTo(delete));
    }
}
