using System.Net;
using Microsoft.Extensions.DependencyInjection;
using OpenProject.Application.Notifications;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;
using OpenProject.Testing.Databases;
using static OpenProject.Api.Tests.Notifications.NotificationWorld;

namespace OpenProject.Api.Tests.Notifications;

/// <summary>What nobody is told of, and who is not told of what he did himself.</summary>
[OnEachDatabase]
public sealed class QuietTests(DatabaseProvider provider)
{
    private NotificationWorld world = null!;
    private string mira = "";

    [OneTimeSetUp]
    public async Task Start()
    {
        world = await NotificationWorld.StartAsync(provider);
        mira = await IdentityOfAsync(world.Mira);
    }

    [OneTimeTearDown]
    public void Stop() => world.Dispose();

    [TestCase("false", 0)]
    [TestCase("no", 1)]
    [TestCase("true", 1)]
    public async Task Who_creates_work_says_whether_people_are_told(string notify, int count)
    {
        var body = new { subject = "Quiet " + notify, _links = new { assignee = new { href = mira }, project = new { href = world.Project } } };
        foreach (var path in new[] { "/api/v3/work_packages", world.Project + "/work_packages" })
        {
            var made = await world.Admin.PostJsonAsync($"{path}?notify={notify}", body);
            await world.TellAsync();

            Assert.That(made.Status, Is.EqualTo(HttpStatusCode.Created), made.ToString());
            Assert.That(await ReasonsAsync(world.Mira, SelfOf(made)), Has.Length.EqualTo(count));
        }
    }

    [Test]
    public async Task Who_changes_or_comments_work_says_whether_people_are_told()
    {
        var work = await world.WorkAsync("Changed quietly");
        await world.TellAsync();
        world.Clock.Advance(TimeSpan.FromMinutes(10));

        var changed = await world.Admin.PatchJsonAsync(work + "?notify=false", new { lockVersion = 0, _links = new { assignee = new { href = mira } } });
        var said = await world.Admin.PostJsonAsync(work + "/activities?notify=false", new { comment = new { raw = "user:jonas" } });
        await world.TellAsync();

        Assert.That((changed.Status, said.Status), Is.EqualTo((HttpStatusCode.OK, HttpStatusCode.Created)), changed.ToString());
        Assert.That(await ReasonsAsync(world.Mira, work), Is.Empty);
        Assert.That(await ReasonsAsync(world.Jonas, work), Is.Empty);
        await world.SayAsync(work, "Aloud");
        await world.TellAsync();
        Assert.That(await ReasonsAsync(world.Mira, work), Is.EqualTo(new[] { "assigned" }), "what is said aloud later is told");
    }

    [Test]
    public async Task A_quiet_change_that_follows_one_that_was_told_tells_nobody_again()
    {
        var work = await world.WorkAsync("Running");
        await world.TellAsync();

        await world.Admin.PatchJsonAsync(work + "?notify=false", new { lockVersion = 0, _links = new { assignee = new { href = mira } } });
        await world.TellAsync();

        Assert.That(await ReasonsAsync(world.Mira, work), Is.Empty);
    }

    [Test]
    public async Task Who_edits_somebody_s_comment_is_not_told_and_is_named_to_those_who_are()
    {
        var work = await world.WorkAsync("Edited by another");
        await world.Admin.PostJsonAsync(work + "/watchers", new { user = new { href = await IdentityOfAsync(world.Admin) } });
        await world.TellAsync();
        var said = await world.Mira.PostJsonAsync(work + "/activities", new { comment = new { raw = "Nobody" } });
        var edited = await world.Admin.PatchJsonAsync(SelfOf(said), new { comment = new { raw = "user:jonas" } });
        await world.TellAsync();

        Assert.That(edited.Status, Is.EqualTo(HttpStatusCode.OK), edited.ToString());
        Assert.That(await ReasonsAsync(world.Admin, work), Is.Empty);
        Assert.That(await ReasonsAsync(world.Mira, work), Is.Empty);
        var told = (await OfAsync(world.Jonas, work))["_embedded/elements/0"];
        Assert.That(told.GetProperty("_links").GetProperty("actor").GetProperty("href").GetString(), Is.EqualTo(await IdentityOfAsync(world.Admin)));
    }

    [Test]
    public async Task Wishes_that_were_read_can_be_sent_back_when_their_project_is_seen_no_longer()
    {
        var project = await world.Admin.GetJsonAsync(world.Private);
        await world.Server.JoinAsync("mira", project["id"].GetInt64(), "Member");
        var wishes = new object[] { new { assignee = true }, new { assignee = true, _links = new { project = new { href = world.Private } } } };
        Assert.That((await world.Mira.PatchJsonAsync("/api/v3/my_preferences", new { notifications = wishes })).Status, Is.EqualTo(HttpStatusCode.OK));

        await world.Admin.PatchJsonAsync(world.Private, new { active = false });
        var read = await world.Mira.GetJsonAsync("/api/v3/my_preferences");
        var back = await world.Mira.PatchJsonAsync("/api/v3/my_preferences", $$"""{"notifications":{{read["notifications"].GetRawText()}}}""");

        Assert.That((await world.Mira.GetJsonAsync(world.Private)).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((back.Status, back["notifications"].GetArrayLength()), Is.EqualTo((HttpStatusCode.OK, 2)), back.ToString());
        Assert.That((await world.Jonas.PatchJsonAsync("/api/v3/my_preferences", new { notifications = wishes })).Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
    }
}
