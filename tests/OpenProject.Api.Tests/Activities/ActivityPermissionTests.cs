using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;
using OpenProject.Testing.Databases;

namespace OpenProject.Api.Tests.Activities;

/// <summary>Who may do what with the activities of a public and of a private project.</summary>
[OnEachDatabase]
public sealed class ActivityPermissionTests(DatabaseProvider provider)
{
    private readonly Dictionary<string, string> workPackages = [];

    private PermissionWorld world = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        world = await PermissionWorld.StartAsync(provider, ("lead", "lea"));
        var demo = await world["admin"].GetJsonAsync(world.Projects["public"]);
        await world.Server.JoinAsync("lea", demo["id"].GetInt64(), "Project admin");
        foreach (var (name, project) in world.Projects)
            workPackages[name] = await CreateAsync(project);
    }

    [OneTimeTearDown]
    public void Stop() => world.Dispose();

    [TestCase("admin", "public", 200, 201, 200, 200, 200)]
    [TestCase("lead", "public", 200, 201, 200, 200, 200)]
    [TestCase("member", "public", 200, 201, 200, 403, 200)]
    [TestCase("reader", "public", 200, 201, 200, 403, 200)]
    [TestCase("non-member", "public", 200, 403, 0, 403, 403)]
    [TestCase("anonymous", "public", 200, 403, 0, 403, 403)]
    [TestCase("admin", "private", 200, 201, 200, 200, 200)]
    [TestCase("member", "private", 404, 404, 0, 404, 404)]
    [TestCase("non-member", "private", 404, 404, 0, 404, 404)]
    [TestCase("anonymous", "private", 404, 404, 0, 404, 404)]
    public async Task Everybody_sees_and_says_what_the_role_allows(string who, string project, int view, int comment, int editOwn, int editOthers, int react)
    {
        var (client, workPackage) = (world[who], workPackages[project]);
        var others = Self(await SayAsync("admin", workPackage, isInternal: false));

        Assert.That((int)(await client.GetJsonAsync(workPackage + "/activities")).Status, Is.EqualTo(view));
        Assert.That((int)(await client.GetJsonAsync(workPackage + "/activities_emoji_reactions")).Status, Is.EqualTo(view));
        var seen = await client.GetJsonAsync(others);
        Assert.That((int)seen.Status, Is.EqualTo(view));
        Assert.That(view == 200 && seen["_links"].TryGetProperty("update", out _), Is.EqualTo(editOthers == 200));
        Assert.That((int)(await client.GetJsonAsync(others + "/emoji_reactions")).Status, Is.EqualTo(view));
        Assert.That((int)(await client.PatchJsonAsync(others, Text("changed"))).Status, Is.EqualTo(editOthers));
        Assert.That((int)(await client.PatchJsonAsync(others + "/emoji_reactions", new { reaction = "heart" })).Status, Is.EqualTo(react));
        var said = await SayAsync(who, workPackage, isInternal: false);
        Assert.That((int)said.Status, Is.EqualTo(comment), said.ToString());
        if (comment != 201)
            return;
        Assert.That(said["_links"].TryGetProperty("update", out _), Is.EqualTo(editOwn == 200));
        Assert.That((int)(await client.PatchJsonAsync(Self(said), Text("mine"))).Status, Is.EqualTo(editOwn));
        Assert.That((await client.GetJsonAsync(workPackage))["_links/addComment/method"].GetString(), Is.EqualTo("post"));
    }

    [TestCase("admin", 200, 201)]
    [TestCase("lead", 200, 201)]
    [TestCase("member", 404, 403)]
    [TestCase("reader", 404, 403)]
    [TestCase("non-member", 404, 403)]
    [TestCase("anonymous", 404, 403)]
    public async Task Internal_comments_are_for_some(string who, int view, int comment)
    {
        var (client, workPackage) = (world[who], workPackages["public"]);
        var told = await SayAsync("admin", workPackage, isInternal: true);
        await world["admin"].PatchJsonAsync(Self(told) + "/emoji_reactions", new { reaction = "rocket" });
        Assert.That(told["internal"].GetBoolean(), Is.True);

        Assert.That((int)(await client.GetJsonAsync(Self(told))).Status, Is.EqualTo(view));
        Assert.That((int)(await client.GetJsonAsync(Self(told) + "/emoji_reactions")).Status, Is.EqualTo(view));
        Assert.That((int)(await client.PatchJsonAsync(Self(told), Text("changed"))).Status, Is.EqualTo(view));
        Assert.That((int)(await client.PatchJsonAsync(Self(told) + "/emoji_reactions", new { reaction = "eyes" })).Status, Is.EqualTo(view));
        foreach (var list in new[] { "/activities", "/activities_emoji_reactions" })
        {
            var text = (await client.GetJsonAsync(workPackage + list)).Text;
            Assert.That(text.Contains($"\"{Self(told)}\"", StringComparison.Ordinal), Is.EqualTo(view == 200), list);
        }

        Assert.That((int)(await SayAsync(who, workPackage, isInternal: true)).Status, Is.EqualTo(comment));
    }

    private Task<ApiAnswer> SayAsync(string who, string workPackage, bool isInternal) =>
        world[who].PostJsonAsync(workPackage + "/activities", new { comment = new { raw = "Said" }, @internal = isInternal });

    private async Task<string> CreateAsync(string project) =>
        Self(await world["admin"].PostJsonAsync("/api/v3/work_packages", new { subject = "Talked about", _links = new { project = new { href = project } } }));

    private static object Text(string raw) => new { comment = new { raw } };

    private static string Self(ApiAnswer resource) => resource["_links/self/href"].GetString()!;
}
