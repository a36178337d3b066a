using System.Net;
using OpenProject.Domain.Actions;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;
using OpenProject.Testing.Databases;

namespace OpenProject.Api.Tests.Capabilities;

/// <summary>
/// Who may do what where, as capabilities tell it. One project is archived and one has no modules; the group Crew is a Reader in
/// the private project, through which jonas, a Reader of the public one, is a member there, too.
/// </summary>
[OnEachDatabase]
public sealed class CapabilityTests(DatabaseProvider provider)
{
    private const string Path = "/api/v3/capabilities";

    private readonly Dictionary<string, string> ids = [];
    private PermissionWorld world = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        world = await PermissionWorld.StartAsync(provider, ("project admin", "aiko"), ("staff", "staff"));
        await world.Server.JoinAsync("staff", null, "Staff and projects manager");
        var admin = world["admin"];
        var archived = await admin.PostJsonAsync("/api/v3/projects", new { name = "Archived", @public = true });
        Assert.That((await admin.PatchJsonAsync(Self(archived), new { active = false })).Status, Is.EqualTo(HttpStatusCode.OK));
        ids["archived"] = archived["id"].ToString();
        foreach (var name in new[] { "public", "private" })
            ids[name] = (await admin.GetJsonAsync(world.Projects[name]))["id"].ToString();
        ids["crew"] = $"{await world.Server.GroupAsync("Crew", "jonas")}";
        ids["painter"] = (await admin.PostJsonAsync("/api/v3/placeholder_users", new { name = "Painter" }))["id"].ToString();
        await JoinAsync("/api/v3/groups/" + ids["crew"], "private", "Reader");
        await JoinAsync("/api/v3/placeholder_users/" + ids["painter"], "private", "Member");
        foreach (var kind in world.Kinds.Where(kind => kind != "anonymous"))
            ids[kind] = (await world[kind].GetJsonAsync("/api/v3/users/me"))["id"].ToString();
    }

    [OneTimeTearDown]
    public void Stop() => world.Dispose();

    // The same is asked of lists of workspaces, which know it by other means.
    [TestCase("admin")]
    [TestCase("project admin")]
    [TestCase("member")]
    [TestCase("reader")]
    [TestCase("non-member")]
    [TestCase("staff")]
    public async Task Capabilities_are_what_one_may_do(string who)
    {
        var told = (await AllAsync(world[who], """[{"principal":{"operator":"=","values":["me"]}}]""")).ToHashSet();
        var known = new HashSet<string>();
        foreach (var action in KnownActions.All.Where(action => !action.Needed.IsGlobal))
        {
            var list = await world[who].GetJsonAsync($$$"""/api/v3/workspaces?pageSize=1000&filters=[{"user_action":{"operator":"=","values":["{{{action.Code}}}"]}}]""");
            known.UnionWith(list["_embedded/elements"].EnumerateArray().Select(p => $"{action.Code}/p{p.GetProperty("id")}-{ids[who]}"));
        }

        Assert.That(told.Where(id => !id.Contains("/g-", StringComparison.Ordinal)), Is.EquivalentTo(known));
        Assert.That(told.Where(id => id.Contains("/g-", StringComparison.Ordinal)), Is.EquivalentTo(who is not ("admin" or "staff") ? [] : KnownActions.All
            .Where(action => action.Needed.IsGlobal).Select(action => $"{action.Code}/g-{ids[who]}")));
    }

    [TestCase("member", "non-member", "public", "work_packages/read", 404)]
    [TestCase("member", "reader", "public", "work_packages/read", 200)]
    [TestCase("member", "reader", "public", "work_packages/create", 404)]
    [TestCase("member", "reader", "private", "work_packages/read", 404)]
    [TestCase("member", "admin", "public", "projects/update", 200)]
    [TestCase("reader", "crew", "private", "memberships/read", 200)]
    [TestCase("reader", "painter", "private", "work_packages/assigned", 200)]
    [TestCase("non-member", "member", "public", "work_packages/read", 404)]
    [TestCase("non-member", "non-member", "public", "work_packages/read", 200)]
    [TestCase("anonymous", "member", "public", "work_packages/read", 404)]
    [TestCase("admin", "non-member", "public", "work_packages/read", 200)]
    [TestCase("admin", "non-member", "private", "work_packages/read", 404)]
    [TestCase("admin", "member", "public", "work_packages/assigned", 200)]
    [TestCase("admin", "crew", "private", "work_packages/read", 200)]
    [TestCase("admin", "admin", "archived", "projects/read", 404)]
    public async Task Capabilities_are_seen_by_those_who_see_members(string who, string principal, string project, string action, int status)
    {
        // The one who administrates is a member of the demo project, as its creator is.
        var seen = await world[who].GetJsonAsync($"{Path}/{action}/w{ids[project]}-{ids[principal]}");

        Assert.That((int)seen.Status, Is.EqualTo(status), seen.ToString());
        if (status == 200)
            Assert.That(seen["id"].GetString(), Is.EqualTo($"{action}/p{ids[project]}-{ids[principal]}"));
    }

    [Test]
    public async Task A_capability_links_to_what_it_is_made_of()
    {
        var admin = world["admin"];
        var seen = await admin.GetJsonAsync($"{Path}/work_packages/create/p{ids["private"]}-{ids["painter"]}");
        foreach (var (rel, type) in new[] { ("action", "Action"), ("context", "Project"), ("principal", "PlaceholderUser") })
        {
            var target = await admin.GetJsonAsync(seen[$"_links/{rel}/href"].GetString()!);
            Assert.That((target["_type"].GetString(), target["name"].GetString()), Is.EqualTo((type, seen[$"_links/{rel}/title"].GetString())));
        }

        Assert.That(seen["_links/self/href"].GetString(), Is.EqualTo($"{Path}/{seen["id"]}"));
        var global = await admin.GetJsonAsync($"{Path}/users/create/g-{ids["staff"]}");
        Assert.That((await admin.GetJsonAsync(global["_links/context/href"].GetString()!))["_type"].GetString(), Is.EqualTo("CapabilityContext::Global"));
        foreach (var none in new[] { "work_packages/create", "work_packages/create/p1", "work_packages/create/x1-1", "work_packages/fly/p1-1", $"users/create/p1-{ids["staff"]}", "nothing" })
            Assert.That((await admin.GetJsonAsync($"{Path}/{none}")).Status, Is.EqualTo(HttpStatusCode.NotFound), none);
    }

    // A page is found among the projects that it can reach; together the pages are all.
    [TestCase("admin", "admin", 1)]
    [TestCase("admin", "member", 3)]
    [TestCase("admin", "non-member", 2)]
    [TestCase("admin", "crew", 1)]
    [TestCase("admin", "painter", 7)]
    [TestCase("reader", "reader", 2)]
    [TestCase("reader", "crew", 2)]
    public async Task Pages_of_any_size_make_up_the_whole(string who, string principal, int size)
    {
        var filters = $$$"""[{"principal":{"operator":"=","values":["{{{ids[principal]}}}"]}}]""";
        var whole = await AllAsync(world[who], filters);
        var pages = new List<string>();
        for (var offset = 1; pages.Count < whole.Length; offset++)
        {
            var page = await world[who].GetJsonAsync($"{Path}?filters={Uri.EscapeDataString(filters)}&pageSize={size}&offset={offset}");
            Assert.That((page["total"].GetInt32(), page["count"].GetInt32()), Is.EqualTo((whole.Length, Math.Min(size, whole.Length - pages.Count))), page.ToString());
            pages.AddRange(page["_embedded/elements"].EnumerateArray().Select(c => c.GetProperty("id").GetString()!));
        }

        Assert.That(pages, Is.EqualTo(whole));
        Assert.That(whole, Is.Not.Empty);
    }

    [Test]
    public async Task Who_asks_for_nobody_and_nowhere_is_told_his_own()
    {
        foreach (var who in new[] { "admin", "reader" })
            Assert.That(await AllAsync(world[who], "[]"), Is.EqualTo(await AllAsync(world[who], """[{"principal":{"operator":"=","values":["me"]}}]""")));
        Assert.That(await AllAsync(world["anonymous"], "[]"), Is.Empty);
    }

    [Test]
    public async Task Filters_and_pages_cut_the_list()
    {
        var admin = world["admin"];
        var inPrivate = await AllAsync(admin, $$$"""[{"context":{"operator":"=","values":["w{{{ids["private"]}}}"]}}]""");
        Assert.That(inPrivate.Select(id => id[(id.LastIndexOf('-') + 1)..]).Distinct(), Is.EquivalentTo(new[] { ids["admin"], ids["reader"], ids["crew"], ids["painter"] }));
        Assert.That(
            await AllAsync(admin, $$$"""[{"context":{"operator":"=","values":["p{{{ids["private"]}}}"]}},{"action":{"operator":"=","values":["memberships/create","work_packages/create"]}},{"principal":{"operator":"!","values":["me"]}}]"""),
            Is.EqualTo(new[] { $"work_packages/create/p{ids["private"]}-{ids["painter"]}" }));
        Assert.That(await AllAsync(admin, $$$"""[{"context":{"operator":"=","values":["g"]}},{"principal":{"operator":"=","values":["{{{ids["member"]}}}"]}}]"""), Is.Empty);

        var last = await admin.GetJsonAsync($$$"""{{{Path}}}?pageSize=3&offset=2&sortBy=[["id","desc"]]&filters=[{"context":{"operator":"=","values":["w{{{ids["private"]}}}"]}}]""");
        Assert.That(last["total"].GetInt32(), Is.EqualTo(inPrivate.Length));
        Assert.That(last["_embedded/elements"].EnumerateArray().Select(c => c.GetProperty("id").GetString()), Is.EqualTo(inPrivate.Reverse().Skip(3).Take(3)));
    }

    [TestCase("""[{"context":{"operator":"=","values":["x3"]}}]""")]
    [TestCase("""[{"action":{"operator":"=","values":["work_packages/fly"]}}]""")]
    [TestCase("""[{"principal":{"operator":"=","values":["everybody"]}}]""")]
    [TestCase("""[{"colour":{"operator":"=","values":["1"]}}]""")]
    public async Task What_cannot_be_understood_is_an_invalid_query(string filters) =>
        Assert.That((await world["admin"].GetJsonAsync($"{Path}?filters={Uri.EscapeDataString(filters)}")).Status, Is.EqualTo(HttpStatusCode.BadRequest));

    private static string Self(ApiAnswer resource) => resource["_links/self/href"].GetString()!;

    private static async Task<string[]> AllAsync(HttpClient client, string filters)
    {
        var list = await client.GetJsonAsync($"{Path}?pageSize=1000&filters={Uri.EscapeDataString(filters)}");
        Assert.That(list.Status, Is.EqualTo(HttpStatusCode.OK), list.ToString());
        Assert.That(list["total"].GetInt32(), Is.EqualTo(list["count"].GetInt32()));
        return [.. list["_embedded/elements"].EnumerateArray().Select(c => c.GetProperty("id").GetString()!)];
    }

    private async Task JoinAsync(string principal, string project, string roleName)
    {
        var role = (await world["admin"].GetJsonAsync("/api/v3/roles"))["_embedded/elements"].EnumerateArray().First(r => r.GetProperty("name").GetString() == roleName);
        var body = new { _links = new { principal = new { href = principal }, project = new { href = world.Projects[project] }, roles = new[] { new { href = $"/api/v3/roles/{role.GetProperty("id")}" } } } };
        Assert.That((await world["admin"].PostJsonAsync("/api/v3/memberships", body)).Status, Is.EqualTo(HttpStatusCode.Created));
    }
}
