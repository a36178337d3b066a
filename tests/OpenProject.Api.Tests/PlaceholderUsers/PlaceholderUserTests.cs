using System.Net;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;
using OpenProject.Testing.Databases;

namespace OpenProject.Api.Tests.PlaceholderUsers;

/// <summary>Placeholder users over HTTP: one life, what is refused, what lists can be asked, and who may do what.</summary>
[OnEachDatabase]
public sealed class PlaceholderUserTests(DatabaseProvider provider)
{
    private const string Path = "/api/v3/placeholder_users";

    private PermissionWorld world = null!;

    private HttpClient Admin => world["admin"];

    [OneTimeSetUp]
    public async Task Start()
    {
        world = await PermissionWorld.StartAsync(provider, ("project admin", "aiko"), ("staff", "staff"));
        await world.Server.JoinAsync("staff", null, "Staff and projects manager");
    }

    [OneTimeTearDown]
    public void Stop() => world.Dispose();

    [Test]
    public async Task A_placeholder_lives_from_creation_to_removal()
    {
        var made = await CreateAsync("Painter");
        Assert.That((made["_type"].GetString(), made["name"].GetString(), made["status"].GetString()), Is.EqualTo(("PlaceholderUser", "Painter", "active")));
        Assert.That((await Admin.GetJsonAsync(made["_links/memberships/href"].GetString()!))["total"].GetInt32(), Is.Zero);
        var work = await WorkForAsync(made);
        Assert.That(work["_embedded/assignee/name"].GetString(), Is.EqualTo("Painter"), work.ToString());

        var renamed = await Admin.PatchJsonAsync(Self(made), new { name = "Varnisher" });
        Assert.That(renamed["name"].GetString(), Is.EqualTo("Varnisher"), renamed.ToString());
        Assert.That((await Admin.DeleteJsonAsync(Self(made))).Status, Is.EqualTo(HttpStatusCode.Accepted));

        Assert.That((await Admin.GetJsonAsync(Self(made))).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await Admin.GetJsonAsync(Self(work)))["_links/assignee/href"].GetString(), Does.StartWith("/api/v3/users/"), "the deleted user has what it was to do");
    }

    [Test]
    public async Task What_cannot_be_is_refused()
    {
        await CreateAsync("Taken");

        foreach (var (name, message) in new[] { (" ", "Name can't be blank."), ("TAKEN", "Name has already been taken."), (new string('x', 256), "Name is too long (maximum is 255 characters).") })
        {
            var refused = await Admin.PostJsonAsync(Path, new { name });
            Assert.That((refused.Status, refused["message"].GetString()), Is.EqualTo((HttpStatusCode.UnprocessableEntity, message)));
        }
    }

    [TestCase("""filters=[{"name":{"operator":"~","values":["listed"]}}]""", "Listed b,Listed a")]
    [TestCase("""filters=[{"typeahead":{"operator":"**","values":["LISTED A"]}}]""", "Listed a")]
    [TestCase("""filters=[{"name":{"operator":"~","values":["listed"]}}]&sortBy=[["name","asc"]]""", "Listed a,Listed b")]
    [TestCase("""filters=[{"name":{"operator":"~","values":["listed"]}},{"status":{"operator":"=","values":["1"]}}]&pageSize=1&offset=2""", "Listed a")]
    [TestCase("""filters=[{"name":{"operator":"~","values":["listed"]}},{"status":{"operator":"=","values":["locked"]}}]""", "")]
    [TestCase("""filters=[{"name":{"operator":"~","values":["listed"]}},{"group":{"operator":"*","values":[]}}]""", "")]
    public async Task Lists_are_filtered_ordered_and_paged(string query, string names)
    {
        foreach (var name in new[] { "Listed b", "Listed a" })
            await Admin.PostJsonAsync(Path, new { name });

        var list = await Admin.GetJsonAsync($"{Path}?{query}");

        Assert.That(list["_embedded/elements"].EnumerateArray().Select(p => p.GetProperty("name").GetString()), Is.EqualTo(names.Split(',', StringSplitOptions.RemoveEmptyEntries)));
    }

    [TestCase("admin", 200, 200, 200, 201, 200, 202)]
    [TestCase("staff", 200, 200, 200, 201, 200, 202)]
    // He manages members in the public project, so that he may choose any of them.
    [TestCase("project admin", 200, 200, 200, 403, 403, 403)]
    [TestCase("member", 403, 200, 404, 403, 403, 403)]
    [TestCase("reader", 403, 200, 404, 403, 403, 403)]
    [TestCase("non-member", 403, 404, 404, 403, 404, 404)]
    [TestCase("anonymous", 403, 404, 404, 403, 404, 404)]
    public async Task Everybody_sees_and_does_what_the_role_says(string who, int list, int ofProject, int ofNowhere, int create, int update, int delete)
    {
        var client = world[who];
        var (inProject, nowhere) = (await CreateAsync($"In the project of {who}"), await CreateAsync($"Nowhere for {who}"));
        await WorkForAsync(inProject);

        Assert.That((int)(await client.GetJsonAsync(Path)).Status, Is.EqualTo(list));
        var seen = await client.GetJsonAsync(Self(inProject));
        Assert.That((int)seen.Status, Is.EqualTo(ofProject), seen.ToString());
        foreach (var (rel, allowed) in new[] { ("updateImmediately", update == 200), ("delete", delete == 202) })
            Assert.That(ofProject == 200 && seen["_links"].TryGetProperty(rel, out _), Is.EqualTo(allowed), rel);
        Assert.That((int)(await client.GetJsonAsync(Self(nowhere))).Status, Is.EqualTo(ofNowhere));
        Assert.That((int)(await client.PostJsonAsync(Path, new { name = $"Made by {who}" })).Status, Is.EqualTo(create));
        Assert.That((int)(await client.PatchJsonAsync(Self(inProject), new { name = $"Changed by {who}" })).Status, Is.EqualTo(update));
        Assert.That((int)(await client.DeleteJsonAsync(Self(inProject))).Status, Is.EqualTo(delete));
    }

    private static string Self(ApiAnswer resource) => resource["_links/self/href"].GetString()!;

    private async Task<ApiAnswer> CreateAsync(string name)
    {
        var made = await Admin.PostJsonAsync(Path, new { name });
        Assert.That(made.Status, Is.EqualTo(HttpStatusCode.Created), made.ToString());
        return made;
    }

    // Makes it a member of the public project, with something to do there.
    private async Task<ApiAnswer> WorkForAsync(ApiAnswer placeholder)
    {
        var role = (await Admin.GetJsonAsync("/api/v3/roles"))["_embedded/elements"].EnumerateArray().First(r => r.GetProperty("name").GetString() == "Member");
        var (principal, project) = (new { href = Self(placeholder) }, new { href = world.Projects["public"] });
        var joined = await Admin.PostJsonAsync("/api/v3/memberships", new { _links = new { principal, project, roles = new[] { new { href = $"/api/v3/roles/{role.GetProperty("id")}" } } } });
        Assert.That(joined.Status, Is.EqualTo(HttpStatusCode.Created), joined.ToString());
        return await Admin.PostJsonAsync("/api/v3/work_packages", new { subject = "Planned", _links = new { project, assignee = principal } });
    }
}
