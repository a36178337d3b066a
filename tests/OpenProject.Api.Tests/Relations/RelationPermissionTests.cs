using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;
using OpenProject.Testing.Databases;

namespace OpenProject.Api.Tests.Relations;

/// <summary>Who sees and makes relations of a public and of a private project.</summary>
[OnEachDatabase]
public sealed class RelationPermissionTests(DatabaseProvider provider)
{
    private PermissionWorld world = null!;

    [OneTimeSetUp]
    public async Task Start() => world = await PermissionWorld.StartAsync(provider);

    [OneTimeTearDown]
    public void Stop() => world.Dispose();

    [TestCase("admin", "public", 200, 201, 200, 204)]
    [TestCase("admin", "private", 200, 201, 200, 204)]
    [TestCase("member", "public", 200, 201, 200, 204)]
    [TestCase("reader", "public", 200, 403, 403, 403)]
    [TestCase("non-member", "public", 200, 403, 403, 403)]
    [TestCase("anonymous", "public", 200, 403, 403, 403)]
    [TestCase("member", "private", 404, 404, 404, 404)]
    [TestCase("non-member", "private", 404, 404, 404, 404)]
    [TestCase("anonymous", "private", 404, 404, 404, 404)]
    public async Task Everybody_sees_and_does_what_the_role_says(string who, string project, int view, int create, int update, int delete)
    {
        var client = world[who];
        var (one, two, three) = (await MakeAsync(project), await MakeAsync(project), await MakeAsync(project));
        var self = Self(await RelateAsync(world["admin"], one, two));

        var seen = await client.GetJsonAsync(self);
        Assert.That((int)seen.Status, Is.EqualTo(view), seen.ToString());
        Assert.That((await client.GetJsonAsync("/api/v3/relations?pageSize=1000")).Text.Contains($"\"{self}\"", StringComparison.Ordinal), Is.EqualTo(view == 200));
        Assert.That((int)(await client.GetJsonAsync(one + "/relations")).Status, Is.EqualTo(view));
        Assert.That((int)(await client.GetJsonAsync(one + "/available_relation_candidates")).Status, Is.EqualTo(view));
        foreach (var (rel, allowed) in new[] { ("updateImmediately", update == 200), ("delete", delete == 204) })
            Assert.That(view == 200 && seen["_links"].TryGetProperty(rel, out _), Is.EqualTo(allowed), rel);
        if (view == 200)
            Assert.That((await client.GetJsonAsync(one))["_links"].TryGetProperty("addRelation", out _), Is.EqualTo(create == 201));
        Assert.That((int)(await RelateAsync(client, one, three)).Status, Is.EqualTo(create));
        Assert.That((int)(await client.PatchJsonAsync(self, new { description = "changed" })).Status, Is.EqualTo(update));
        Assert.That((int)(await client.DeleteJsonAsync(self)).Status, Is.EqualTo(delete));
    }

    [Test]
    public async Task What_one_cannot_see_at_the_other_end_is_no_relation_to_him()
    {
        var (seen, hidden) = (await MakeAsync("public"), await MakeAsync("private"));
        var self = Self(await RelateAsync(world["admin"], seen, hidden));
        var member = world["member"];

        Assert.That((int)(await member.GetJsonAsync(self)).Status, Is.EqualTo(404));
        Assert.That((await member.GetJsonAsync(seen + "/relations"))["total"].GetInt32(), Is.Zero);
        var filters = Uri.EscapeDataString($$$"""[{"relates":{"operator":"=","values":["{{{hidden.Split('/')[^1]}}}"]}}]""");
        Assert.That((await member.GetJsonAsync("/api/v3/work_packages?filters=" + filters))["total"].GetInt32(), Is.Zero);
        Assert.That((await world["admin"].GetJsonAsync("/api/v3/work_packages?filters=" + filters))["total"].GetInt32(), Is.EqualTo(1));
        var refused = await RelateAsync(member, await MakeAsync("public"), hidden);
        Assert.That(((int)refused.Status, refused["message"].GetString()), Is.EqualTo((422, "Related work package does not exist.")));
    }

    private async Task<string> MakeAsync(string project) =>
        Self(await world["admin"].PostJsonAsync("/api/v3/work_packages", new { subject = "x", _links = new { project = new { href = world.Projects[project] } } }));

    private static Task<ApiAnswer> RelateAsync(HttpClient client, string one, string other) =>
        client.PostJsonAsync(one + "/relations", new { type = "relates", _links = new { to = new { href = other } } });

    private static string Self(ApiAnswer resource) => resource["_links/self/href"].GetString()!;
}
