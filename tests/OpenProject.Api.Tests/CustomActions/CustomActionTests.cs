using System.Net;
using System.Text.Json;
using OpenProject.Application.CustomActions;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;
using OpenProject.Testing.Databases;

namespace OpenProject.Api.Tests.CustomActions;

/// <summary>Changes of work packages that have a name: where and to whom they are offered, and what executing them does.</summary>
[OnEachDatabase]
public sealed class CustomActionTests(DatabaseProvider provider)
{
    private const string Path = "/api/v3/custom_actions";

    private PermissionWorld world = null!;
    private long claim;
    private long forProjectAdmins;
    private string closed = "";

    [OneTimeSetUp]
    public async Task Start()
    {
        world = await PermissionWorld.StartAsync(provider);
        var statuses = await world["admin"].GetJsonAsync("/api/v3/statuses");
        closed = statuses["_embedded/elements"].EnumerateArray().First(s => s.GetProperty("name").GetString() == "Closed").GetProperty("_links").GetProperty("self").GetProperty("href").GetString()!;
        claim = await world.Server.ActionAsync(Spec("Claim", """{"_links":{"assignee":{"href":"/api/v3/users/me"}}}""") with { Description = "Makes it yours", Statuses = ["New"] });
        forProjectAdmins = await world.Server.ActionAsync(Spec("Close", $$$$"""{"_links":{"status":{"href":"{{{{closed}}}}"}}}""") with { Roles = ["Project admin"], Projects = ["demo-project"] });
    }

    [OneTimeTearDown]
    public void Stop() => world.Dispose();

    [TestCase("admin", 200)]
    [TestCase("member", 200)]
    [TestCase("reader", 403)]
    [TestCase("non-member", 403)]
    [TestCase("anonymous", 403)]
    public async Task Those_see_actions_who_edit_work_packages_somewhere(string caller, int expected)
    {
        var answer = await world[caller].GetJsonAsync($"{Path}/{claim}");
        Assert.That((int)answer.Status, Is.EqualTo(expected), answer.ToString());
        if (expected == 200)
            Assert.That((answer["_type"].GetString(), answer["name"].GetString(), answer["description"].GetString(), answer["_links/executeImmediately/href"].GetString()), Is.EqualTo(("CustomAction", "Claim", "Makes it yours", $"{Path}/{claim}/execute")));
    }

    [Test]
    public async Task They_are_offered_where_their_conditions_hold()
    {
        var work = await WorkAsync();
        Assert.That(await OfferedAsync("admin", work), Is.EqualTo(new[] { "Take on", "Claim", "Close" }));
        Assert.That(await OfferedAsync("member", work), Is.EqualTo(new[] { "Take on", "Claim" }), "The member has another role.");
        Assert.That(await OfferedAsync("reader", work), Is.Empty);
        await world["admin"].PatchJsonAsync(work, new { lockVersion = 0, _links = new { status = new { href = closed } } });
        Assert.That(await OfferedAsync("admin", work), Is.EqualTo(new[] { "Close" }), "It is new no more.");
    }

    [Test]
    public async Task Executing_one_changes_the_work_package_as_its_user_may()
    {
        var work = await WorkAsync();
        var member = world["member"];
        var done = await member.PostJsonAsync($"{Path}/{claim}/execute", Body(work, 0));
        var me = (await member.GetJsonAsync("/api/v3/users/me"))["_links/self/href"].GetString();
        Assert.That((done.Status, done["_type"].GetString(), done["_links/assignee/href"].GetString(), done["lockVersion"].GetInt32()), Is.EqualTo((HttpStatusCode.OK, "WorkPackage", me, 1)), done.ToString());

        Assert.That((await member.PostJsonAsync($"{Path}/{claim}/execute", Body(work, 0))).Status, Is.EqualTo(HttpStatusCode.Conflict), "Somebody has changed it.");
        Assert.That((await member.PostJsonAsync($"{Path}/{claim}/execute", Body(work, null))).Status, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That((await member.PostJsonAsync($"{Path}/{forProjectAdmins}/execute", Body(work, 1))).Status, Is.EqualTo(HttpStatusCode.NotFound), "It is not offered that.");
        Assert.That((await member.PostJsonAsync($"{Path}/{claim}/execute", Body("/api/v3/work_packages/999999", 1))).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await member.PostJsonAsync($"{Path}/999999/execute", Body(work, 1))).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await world["reader"].PostJsonAsync($"{Path}/{claim}/execute", Body(work, 1))).Status, Is.EqualTo(HttpStatusCode.Forbidden));
        foreach (var broken in new[] { "{}", """{"_links":{}}""", """{"_links":{"workPackage":null}}""", "[]" })
            Assert.That((await member.PostJsonAsync($"{Path}/{claim}/execute", broken)).Status, Is.EqualTo(HttpStatusCode.BadRequest), broken);
        Assert.That((await member.PostJsonAsync($"{Path}/{claim}/execute", Body("/api/v3/statuses/1", 1))).Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
    }

    [Test]
    public void What_is_no_change_is_no_action()
    {
        Assert.ThrowsAsync<Domain.Common.BrokenRule>(() => world.Server.ActionAsync(Spec("Broken", "{")));
        Assert.ThrowsAsync<Domain.Common.BrokenRule>(() => world.Server.ActionAsync(Spec("Nothing", "{}")));
        Assert.ThrowsAsync<Domain.Common.BrokenRule>(() => world.Server.ActionAsync(Spec("Nowhere", """{"subject":"x"}""") with { Statuses = ["No such"] }));
    }

    [TestCase("""{"subject":"x","_links":{"statuss":{"href":"/api/v3/statuses/1"}}}""", "_links/statuss")]
    [TestCase("""{"subject":"x","subjct":"y"}""", "subjct")]
    public void A_change_with_a_slip_in_it_is_no_action(string change, string slip) => Assert.That(
        Assert.ThrowsAsync<Domain.Common.BrokenRule>(() => world.Server.ActionAsync(Spec("Slipped", change)))!.Message, Does.Contain($"'{slip}'"));

    [Test]
    public async Task Whoever_executes_it_is_linked_and_not_written()
    {
        var action = await world.Server.ActionAsync(Spec("Say", """{"subject":"/api/v3/users/me"}""") with { Projects = ["private"] });
        var work = (await world["admin"].PostJsonAsync($"{world.Projects["private"]}/work_packages", new { subject = "Silent" }))["_links/self/href"].GetString()!;
        var done = await world["admin"].PostJsonAsync($"{Path}/{action}/execute", Body(work, 0));

        Assert.That(done["subject"].GetString(), Is.EqualTo("/api/v3/users/me"), done.ToString());
    }

    private async Task<string> WorkAsync()
    {
        var made = await world["admin"].PostJsonAsync($"{world.Projects["public"]}/work_packages", new { subject = "Acted on" });
        return made["_links/self/href"].GetString()!;
    }

    private async Task<string[]> OfferedAsync(string caller, string work)
    {
        var answer = await world[caller].GetJsonAsync(work);
        var links = answer["_links/customActions"].EnumerateArray().Select(a => a.GetProperty("title").GetString()!).ToArray();
        Assert.That(answer["_embedded/customActions"].EnumerateArray().Select(a => a.GetProperty("name").GetString()), Is.EqualTo(links));
        return links;
    }

    private static CustomActionSpec Spec(string name, string change) => new(name, null, change, [], [], [], []);

    private static object Body(string work, int? lockVersion) => new { lockVersion, _links = new { workPackage = new { href = work } } };
}
