using System.Net;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;
using OpenProject.Testing.Databases;

namespace OpenProject.Api.Tests.Groups;

/// <summary>Groups over HTTP: one life, what is refused, what lists can be asked, and what users have through them.</summary>
[OnEachDatabase]
public sealed class GroupTests(DatabaseProvider provider)
{
    private const string Path = "/api/v3/groups";

    private ApiServer server = null!;
    private HttpClient admin = null!;
    private Dictionary<string, string> roles = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        server = new ApiServer(provider);
        admin = server.Client();
        roles = (await admin.GetJsonAsync("/api/v3/roles"))["_embedded/elements"].EnumerateArray()
            .ToDictionary(r => r.GetProperty("name").GetString()!, r => $"/api/v3/roles/{r.GetProperty("id")}");
    }

    [OneTimeTearDown]
    public void Stop()
    {
        admin.Dispose();
        server.Dispose();
    }

    [Test]
    public async Task A_group_lives_from_creation_to_removal()
    {
        var (ada, bob) = (await UserAsync("ada"), await UserAsync("bob"));
        var made = await CreateAsync("Life", ada);
        Assert.That(made["_type"].GetString(), Is.EqualTo("Group"));
        Assert.That(MembersOf(made), Is.EqualTo(new[] { ada }));
        Assert.That(made["_embedded/members/0/login"].GetString(), Is.EqualTo("ada"));
        Assert.That((await admin.GetJsonAsync(made["_links/memberships/href"].GetString()!))["total"].GetInt32(), Is.Zero);

        var renamed = await admin.PatchJsonAsync(Self(made), new { name = "Lives" });
        Assert.That((renamed["name"].GetString(), MembersOf(renamed).Single()), Is.EqualTo(("Lives", ada)), renamed.ToString());
        var refilled = await admin.PatchJsonAsync(Self(made), Members(bob));
        Assert.That((refilled["name"].GetString(), MembersOf(refilled).Single()), Is.EqualTo(("Lives", bob)), refilled.ToString());
        var emptied = await admin.PatchJsonAsync(Self(made), Members());
        Assert.That(MembersOf(emptied), Is.Empty);

        Assert.That((await admin.DeleteJsonAsync(Self(made))).Status, Is.EqualTo(HttpStatusCode.Accepted));
        Assert.That((await admin.GetJsonAsync(Self(made))).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await admin.DeleteJsonAsync(Self(made))).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task What_was_read_can_be_sent_back()
    {
        var made = await CreateAsync("Echoed", await UserAsync("echo"));

        var sent = await admin.PatchJsonAsync(Self(made), made.Text);

        Assert.That(sent.Status, Is.EqualTo(HttpStatusCode.OK), sent.ToString());
        Assert.That(sent["updatedAt"].GetString(), Is.EqualTo(made["updatedAt"].GetString()));
    }

    [Test]
    public async Task What_cannot_be_is_refused_and_changes_nothing()
    {
        var made = await CreateAsync("Refusing", await UserAsync("there"));
        var anonymous = (await admin.GetJsonAsync("/api/v3/users/2"))["_links/self/href"].GetString()!;

        await RefusedAsync(admin.PostJsonAsync(Path, new { name = " " }), "name", "Name can't be blank.");
        await RefusedAsync(admin.PostJsonAsync(Path, new { }), "name", "Name can't be blank.");
        await RefusedAsync(admin.PostJsonAsync(Path, new { name = "REFUSING" }), "name", "Name has already been taken.");
        await RefusedAsync(admin.PostJsonAsync(Path, new { name = new string('x', 256) }), "name", "Name is too long (maximum is 255 characters).");
        foreach (var nobody in new[] { "/api/v3/users/999999", "/api/v3/users/me-not", anonymous })
            await RefusedAsync(admin.PatchJsonAsync(Self(made), Members(nobody)), "members", "Members does not exist.");
        var strange = await admin.PatchJsonAsync(Self(made), Members(Self(made)));
        Assert.That(strange["errorIdentifier"].GetString(), Does.EndWith(":ResourceTypeMismatch"), strange.ToString());
        Assert.That(MembersOf(await admin.GetJsonAsync(Self(made))), Has.Length.EqualTo(1));
    }

    [Test]
    public async Task Lists_are_filtered_ordered_and_paged()
    {
        foreach (var name in new[] { "List b", "List a", "List c" })
            await CreateAsync(name, await UserAsync(name.Replace(' ', '-')));
        const string Listed = """filters=[{"name":{"operator":"~","values":["list"]}}]""";

        Assert.That(await NamesAsync($"{Listed}"), Is.EqualTo(new[] { "List b", "List a", "List c" }));
        Assert.That(await NamesAsync($$"""{{Listed}}&sortBy=[["name","asc"]]"""), Is.EqualTo(new[] { "List a", "List b", "List c" }));
        Assert.That(await NamesAsync($$"""{{Listed}}&sortBy=[["created_at","desc"],["id","desc"]]&pageSize=2"""), Is.EqualTo(new[] { "List c", "List a" }));
        Assert.That(await NamesAsync($$"""{{Listed}}&sortBy=[["name","asc"]]&pageSize=2&offset=2"""), Is.EqualTo(new[] { "List c" }));
        Assert.That(await NamesAsync("""filters=[{"typeahead":{"operator":"**","values":["LIST c"]}}]"""), Is.EqualTo(new[] { "List c" }));
        var ids = (await admin.GetJsonAsync($"{Path}?{Listed}"))["_embedded/elements"].EnumerateArray().Select(g => g.GetProperty("id").ToString()).ToList();
        Assert.That(await NamesAsync($$$"""filters=[{"id":{"operator":"=","values":["{{{ids[0]}}}","{{{ids[2]}}}"]}}]"""), Is.EqualTo(new[] { "List b", "List c" }));
        Assert.That((await admin.GetJsonAsync(Path + """?filters=[{"colour":{"operator":"=","values":["1"]}}]""")).Status, Is.EqualTo(HttpStatusCode.BadRequest));
        var selected = await admin.GetJsonAsync($"{Path}?{Listed}&select=total,elements/name");
        Assert.That(selected["_embedded/elements/0"].EnumerateObject().Select(m => m.Name), Is.EqualTo(new[] { "name" }));
    }

    [Test]
    public async Task Users_have_what_the_group_has_as_long_as_both_are_in_it()
    {
        var (ada, bob) = (await UserAsync("anna"), await UserAsync("bert"));
        var group = await CreateAsync("Sharing", ada);
        var project = await ProjectAsync("Shared");
        var given = await JoinAsync(Self(group), project, "Member");
        Assert.That(await RolesOfAsync(ada, project), Is.EqualTo(new[] { "Member" }));

        await admin.PatchJsonAsync(Self(group), Members(ada, bob));
        Assert.That(await RolesOfAsync(bob, project), Is.EqualTo(new[] { "Member" }));
        var changed = await admin.PatchJsonAsync(Self(given), new { _links = new { roles = new[] { Link(roles["Reader"]), Link(roles["Project admin"]) } } });
        Assert.That(changed.Status, Is.EqualTo(HttpStatusCode.OK), changed.ToString());
        Assert.That(await RolesOfAsync(bob, project), Is.EqualTo(new[] { "Reader", "Project admin" }));
        using var client = await server.ClientOfAsync("bert");
        Assert.That((await client.GetJsonAsync(project)).Status, Is.EqualTo(HttpStatusCode.OK));

        await admin.PatchJsonAsync(Self(group), Members(ada));
        Assert.That(await RolesOfAsync(bob, project), Is.Empty);
        Assert.That((await client.GetJsonAsync(project)).Status, Is.EqualTo(HttpStatusCode.NotFound), "and this process knows it at once");
        Assert.That((await admin.DeleteJsonAsync(Self(group))).Status, Is.EqualTo(HttpStatusCode.Accepted));
        Assert.That(await RolesOfAsync(ada, project), Is.Empty);
        Assert.That((await admin.GetJsonAsync(Self(given))).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task What_comes_from_a_group_cannot_be_removed_from_one_of_its_users()
    {
        var (carl, project) = (await UserAsync("carl"), await ProjectAsync("Firm"));
        await JoinAsync(Self(await CreateAsync("Firms", carl)), project, "Reader");
        var inherited = (await MembershipsAsync(carl, project))[0].GetProperty("_links").GetProperty("self").GetProperty("href").GetString()!;

        await RefusedAsync(admin.DeleteJsonAsync(inherited), "base", "An inherited membership cannot be removed here.");
        var more = await admin.PatchJsonAsync(inherited, new { _links = new { roles = new[] { Link(roles["Reader"]), Link(roles["Member"]) } } });
        Assert.That(more.Status, Is.EqualTo(HttpStatusCode.OK), more.ToString());
        Assert.That((await admin.DeleteJsonAsync(inherited)).Status, Is.EqualTo(HttpStatusCode.NoContent));
        Assert.That(await RolesOfAsync(carl, project), Is.EqualTo(new[] { "Reader" }), "his own is gone, that of the group is not");
    }

    [Test]
    public async Task A_removed_group_leaves_its_work_to_the_deleted_user()
    {
        var (group, project) = (await CreateAsync("Workers", await UserAsync("worker")), await ProjectAsync("Work"));
        await JoinAsync(Self(group), project, "Member");
        var work = await admin.PostJsonAsync("/api/v3/work_packages", new { subject = "Theirs", _links = new { project = Link(project), assignee = Link(Self(group)) } });
        Assert.That(work["_embedded/assignee/_type"].GetString(), Is.EqualTo("Group"), work.ToString());

        Assert.That((await admin.DeleteJsonAsync(Self(group))).Status, Is.EqualTo(HttpStatusCode.Accepted));

        var left = await admin.GetJsonAsync(Self(work));
        Assert.That(left["_links/assignee/href"].GetString(), Does.StartWith("/api/v3/users/"), left.ToString());
        Assert.That((await admin.DeleteJsonAsync(await UserAsync("worker"))).Status, Is.EqualTo(HttpStatusCode.Accepted));
    }

    private static object Link(string href) => new { href };

    private static object Members(params string[] hrefs) => new { _links = new { members = hrefs.Select(Link).ToArray() } };

    private static string Self(ApiAnswer resource) => resource["_links/self/href"].GetString()!;

    private static string[] MembersOf(ApiAnswer group) =>
        [.. group["_links/members"].EnumerateArray().Select(link => link.GetProperty("href").GetString()!)];

    private static async Task RefusedAsync(Task<ApiAnswer> asked, string attribute, string message)
    {
        var answer = await asked;
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity), answer.ToString());
        Assert.That((answer["_embedded/details/attribute"].GetString(), answer["message"].GetString()), Is.EqualTo((attribute, message)));
    }

    private async Task<ApiAnswer> CreateAsync(string name, params string[] members)
    {
        var made = await admin.PostJsonAsync(Path, new { name, _links = new { members = members.Select(Link).ToArray() } });
        Assert.That(made.Status, Is.EqualTo(HttpStatusCode.Created), made.ToString());
        return made;
    }

    private async Task<ApiAnswer> JoinAsync(string principal, string project, string role)
    {
        var made = await admin.PostJsonAsync("/api/v3/memberships", new { _links = new { principal = Link(principal), project = Link(project), roles = new[] { Link(roles[role]) } } });
        Assert.That(made.Status, Is.EqualTo(HttpStatusCode.Created), made.ToString());
        return made;
    }

    private async Task<string[]> NamesAsync(string query)
    {
        var list = await admin.GetJsonAsync($"{Path}?{query}");
        Assert.That(list.Status, Is.EqualTo(HttpStatusCode.OK), list.ToString());
        return [.. list["_embedded/elements"].EnumerateArray().Select(g => g.GetProperty("name").GetString()!)];
    }

    private async Task<string[]> RolesOfAsync(string user, string project) =>
        [.. (await MembershipsAsync(user, project)).SelectMany(m => m.GetProperty("_links").GetProperty("roles").EnumerateArray()).Select(r => r.GetProperty("title").GetString()!)];

    private async Task<System.Text.Json.JsonElement[]> MembershipsAsync(string user, string project)
    {
        var filters = $$$"""[{"principal":{"operator":"=","values":["{{{user.Split('/')[^1]}}}"]}},{"project":{"operator":"=","values":["{{{project.Split('/')[^1]}}}"]}}]""";
        return [.. (await admin.GetJsonAsync("/api/v3/memberships?filters=" + Uri.EscapeDataString(filters)))["_embedded/elements"].EnumerateArray()];
    }

    private async Task<string> ProjectAsync(string name) => Self(await admin.PostJsonAsync("/api/v3/projects", new { name }));

    private async Task<string> UserAsync(string login)
    {
        using var client = await server.ClientOfAsync(login);
        return Self(await client.GetJsonAsync("/api/v3/users/me"));
    }
}
