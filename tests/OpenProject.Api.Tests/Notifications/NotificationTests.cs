using System.Net;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;
using OpenProject.Testing.Databases;
using static OpenProject.Api.Tests.Notifications.NotificationWorld;

namespace OpenProject.Api.Tests.Notifications;

/// <summary>Who is told of what and why, and what one can do with what one is told.</summary>
[OnEachDatabase]
public sealed class NotificationTests(DatabaseProvider provider)
{
    private NotificationWorld world = null!;
    private string mira = "";
    private string jonas = "";

    [OneTimeSetUp]
    public async Task Start()
    {
        world = await NotificationWorld.StartAsync(provider);
        (mira, jonas) = (await NotificationWorld.IdentityOfAsync(world.Mira), await NotificationWorld.IdentityOfAsync(world.Jonas));
    }

    [OneTimeTearDown]
    public void Stop() => world.Dispose();

    [Test]
    public async Task Who_is_assigned_work_is_told_who_did_it_and_marks_it_as_read()
    {
        var work = await world.WorkAsync("Assigned", mira);
        await world.TellAsync();

        var told = (await OfAsync(world.Mira, work))["_embedded/elements/0"];
        Assert.That((told.GetProperty("_type").GetString(), told.GetProperty("reason").GetString(), told.GetProperty("readIAN").GetBoolean()), Is.EqualTo(("Notification", "assigned", false)));
        Assert.That(await ReasonsAsync(world.Admin, work), Is.Empty, "who did it is not told");
        var self = $"/api/v3/notifications/{told.GetProperty("id").GetInt64()}";
        var one = await world.Mira.GetJsonAsync(self);
        Assert.That(one["_links/resource/href"].GetString(), Is.EqualTo(work), one.ToString());
        Assert.That(one["_links/project/href"].GetString(), Is.EqualTo(world.Project));
        Assert.That(one["_embedded/actor/name"].GetString(), Is.EqualTo("OpenProject Admin"));
        Assert.That(one["_embedded/resource/subject"].GetString(), Is.EqualTo("Assigned"));
        Assert.That(one["_embedded/activity/version"].GetInt32(), Is.EqualTo(1));
        Assert.That(one["_embedded/details"].GetArrayLength(), Is.Zero);
        Assert.That(one["_links"].TryGetProperty("unreadIAN", out _), Is.False);

        Assert.That((await world.Mira.PostJsonAsync(one["_links/readIAN/href"].GetString()!)).Status, Is.EqualTo(HttpStatusCode.NoContent));
        var read = await world.Mira.GetJsonAsync(self);
        Assert.That(read["readIAN"].GetBoolean(), Is.True);
        Assert.That((await world.Mira.PostJsonAsync(read["_links/unreadIAN/href"].GetString()!)).Status, Is.EqualTo(HttpStatusCode.NoContent));
        Assert.That((await world.Mira.GetJsonAsync(self))["readIAN"].GetBoolean(), Is.False);
    }

    [Test]
    public async Task Notifications_are_ones_own()
    {
        var work = await world.WorkAsync("Own", mira);
        await world.TellAsync();
        var id = (await OfAsync(world.Mira, work))["_embedded/elements/0/id"].GetInt64();

        foreach (var client in new[] { world.Admin, world.Jonas })
        {
            Assert.That((await client.GetJsonAsync($"/api/v3/notifications/{id}")).Status, Is.EqualTo(HttpStatusCode.NotFound));
            Assert.That((await client.PostJsonAsync($"/api/v3/notifications/{id}/read_ian")).Status, Is.EqualTo(HttpStatusCode.NotFound));
        }

        using var anonymous = world.Server.Anonymous();
        Assert.That((await anonymous.GetJsonAsync("/api/v3/notifications"))["total"].GetInt32(), Is.Zero);
    }

    [Test]
    public async Task The_first_of_several_reasons_counts()
    {
        var work = await world.WorkAsync("Reasons", mira);
        await world.TellAsync();
        await world.SayAsync(work, $"""<mention data-id="{mira.Split('/')[^1]}" data-type="user">@mira</mention>, and user:jonas""");
        await world.TellAsync();
        await world.Admin.PostJsonAsync(work + "/watchers", new { user = new { href = jonas } });
        await world.SayAsync(work, "Something else");
        await world.TellAsync();

        Assert.That(await ReasonsAsync(world.Mira, work), Is.EqualTo(new[] { "assigned", "mentioned", "assigned" }));
        Assert.That(await ReasonsAsync(world.Jonas, work), Is.EqualTo(new[] { "watched", "mentioned" }));
    }

    [Test]
    public async Task A_description_mentions_once()
    {
        var work = await world.WorkAsync("Described", description: $"user#{jonas.Split('/')[^1]} knows");
        await world.TellAsync();
        await world.ChangeAsync(work, new { responsible = new { href = mira } });
        await world.SayAsync(work, "And now?");
        await world.TellAsync();

        Assert.That(await ReasonsAsync(world.Jonas, work), Is.EqualTo(new[] { "mentioned" }));
        Assert.That(await ReasonsAsync(world.Mira, work), Is.EqualTo(new[] { "responsible", "responsible" }));
    }

    [Test]
    public async Task The_users_of_a_group_are_told_what_it_is_assigned()
    {
        var scrum = SelfOf(await world.Admin.GetJsonAsync("/api/v3/projects/your-scrum-project"));
        var groups = (await world.Admin.GetJsonAsync("/api/v3/groups"))["_embedded/elements"].EnumerateArray();
        var developers = groups.Single(g => g.GetProperty("name").GetString() == "Developers").GetProperty("_links").GetProperty("self").GetProperty("href").GetString();
        var work = await world.WorkAsync("For the group", developers, project: scrum);

        await world.TellAsync();

        Assert.That(await ReasonsAsync(world.Mira, work), Is.EqualTo(new[] { "assigned" }));
        Assert.That(await ReasonsAsync(world.Jonas, work), Is.Empty);
    }

    [Test]
    public async Task Nobody_is_told_of_what_he_may_not_see()
    {
        var hidden = await world.WorkAsync("Hidden", description: "user:mira", project: world.Private);
        var work = await world.WorkAsync("Confidential");
        await world.TellAsync();
        await world.Admin.PostJsonAsync(work + "/watchers", new { user = new { href = mira } });
        await world.TellAsync();
        await world.SayAsync(work, "user:mira user:jonas", isInternal: true);
        await world.TellAsync();

        Assert.That(await ReasonsAsync(world.Mira, hidden), Is.Empty);
        Assert.That(await ReasonsAsync(world.Mira, work), Is.Empty);
        Assert.That(await ReasonsAsync(world.Jonas, work), Is.Empty);
    }

    [Test]
    public async Task An_internal_comment_is_told_to_those_who_may_read_it()
    {
        await world.Server.RoleAsync("Insider", "view_work_packages", "view_internal_comments");
        var project = (await world.Admin.GetJsonAsync(world.Project))["id"].GetInt64();
        await world.Server.JoinAsync("insider", project, "Insider");
        using var insider = await world.Server.ClientOfAsync("insider");
        var work = await world.WorkAsync("Between us");
        await world.TellAsync();

        await world.SayAsync(work, "user:mira user:insider", isInternal: true);
        await world.TellAsync();

        Assert.That(await ReasonsAsync(insider, work), Is.EqualTo(new[] { "mentioned" }));
        Assert.That(await ReasonsAsync(world.Mira, work), Is.Empty);
    }

    [Test]
    public async Task What_one_wants_to_be_told_of_counts_in_the_project_before_everywhere_else()
    {
        using var aiko = await world.Server.ClientOfAsync("aiko");
        var nowhere = await aiko.PatchJsonAsync("/api/v3/my_preferences", new { notifications = new object[] { new { workPackageCreated = true }, new { workPackageCommented = true, startDate = "P3D", _links = new { project = new { href = world.Project } } } } });
        Assert.That(nowhere.Status, Is.EqualTo(HttpStatusCode.OK), nowhere.ToString());
        Assert.That(nowhere["notifications/1/_links/project/href"].GetString(), Is.EqualTo(world.Project));
        Assert.That((nowhere["notifications/1/startDate"].GetString(), nowhere["notifications/1/workPackageCreated"].GetBoolean()), Is.EqualTo(("P3D", false)));

        var work = await world.WorkAsync("Curious");
        await world.SayAsync(work, "A word");
        var other = await world.WorkAsync("Elsewhere", project: SelfOf(await world.Admin.GetJsonAsync("/api/v3/projects/your-scrum-project")));
        await world.SayAsync(other, "A word");
        await world.TellAsync();

        Assert.That(await ReasonsAsync(aiko, work), Is.EqualTo(new[] { "commented" }));
        Assert.That(await ReasonsAsync(aiko, other), Is.EqualTo(new[] { "created" }));
        Assert.That((await world.Mira.GetJsonAsync("/api/v3/my_preferences"))["notifications/0/assignee"].GetBoolean(), Is.True, "the usual");
    }

    [TestCase("""[{"assignee":1}]""")]
    [TestCase("""[{"startDate":"soon"}]""")]
    [TestCase("""[{"startDate":"P2D"}]""")]
    [TestCase("""[{},{}]""")]
    [TestCase("""[{"_links":{"project":{"href":"/api/v3/users/1"}}}]""")]
    [TestCase("""[{"_links":{"project":{"href":"/api/v3/projects/999999"}}}]""")]
    [TestCase("""{}""")]
    public async Task Wishes_that_cannot_be_are_refused(string notifications)
    {
        var refused = await world.Jonas.PatchJsonAsync("/api/v3/my_preferences", $$"""{"notifications":{{notifications}}}""");

        Assert.That(refused.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity), refused.ToString());
        Assert.That(refused["_embedded/details/attribute"].GetString(), Is.EqualTo("notifications"));
    }

    [Test]
    public async Task Lists_are_filtered_grouped_and_ordered_and_marked_by_filters()
    {
        var (one, two) = (await world.WorkAsync("One", mira), await world.WorkAsync("Two", mira));
        await world.SayAsync(two, "user:mira");
        await world.TellAsync();

        var grouped = await OfAsync(world.Mira, two, "&groupBy=reason");
        Assert.That(grouped["groups"].EnumerateArray().Select(g => (g.GetProperty("value").GetString(), g.GetProperty("count").GetInt32())), Is.EquivalentTo(new[] { ("mentioned", 1), ("assigned", 1) }));
        var byProject = await OfAsync(world.Mira, two, "&groupBy=project");
        Assert.That((byProject["groups/0/value"].GetString(), byProject["groups/0/count"].GetInt32()), Is.EqualTo(("Demo project", 2)));
        Assert.That((await OfAsync(world.Mira, two, """&sortBy=[["reason","asc"]]"""))["_embedded/elements/0/reason"].GetString(), Is.EqualTo("mentioned"));
        var filters = Uri.EscapeDataString($$$"""[{"resourceId":{"operator":"=","values":["{{{two.Split('/')[^1]}}}"]}},{"resourceType":{"operator":"=","values":["WorkPackage"]}},{"reason":{"operator":"=","values":["mentioned"]}}]""");

        Assert.That((await world.Mira.PostJsonAsync($"/api/v3/notifications/read_ian?filters={filters}")).Status, Is.EqualTo(HttpStatusCode.NoContent));

        Assert.That((await OfAsync(world.Mira, two))["_embedded/elements"].EnumerateArray().Select(n => (n.GetProperty("reason").GetString(), n.GetProperty("readIAN").GetBoolean())), Is.EqualTo(new[] { ("mentioned", true), ("assigned", false) }));
        Assert.That((await OfAsync(world.Mira, one))["_embedded/elements/0/readIAN"].GetBoolean(), Is.False);
        Assert.That((await world.Mira.PostJsonAsync("/api/v3/notifications/unread_ian")).Status, Is.EqualTo(HttpStatusCode.NoContent));
        Assert.That((await world.Mira.GetJsonAsync("/api/v3/notifications?filters=" + Uri.EscapeDataString("""[{"readIAN":{"operator":"=","values":["t"]}}]""")))["total"].GetInt32(), Is.Zero);
        Assert.That((await world.Mira.PostJsonAsync("/api/v3/notifications/read_ian?filters=oops")).Status, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    [Test]
    public async Task A_change_within_an_activity_tells_those_who_come_to_it_and_nobody_twice()
    {
        var work = await world.WorkAsync("Running");
        await world.TellAsync();
        await world.ChangeAsync(work, new { assignee = new { href = mira } });
        await world.TellAsync();
        await world.TellAsync();
        await world.ChangeAsync(work, new { responsible = new { href = mira } });
        await world.TellAsync();

        Assert.That(await ReasonsAsync(world.Mira, work), Is.EqualTo(new[] { "assigned" }));
    }

    [Test]
    public async Task What_is_gone_takes_its_notifications_along()
    {
        var work = await world.WorkAsync("Going", mira);
        await world.TellAsync();

        Assert.That((await world.Admin.DeleteJsonAsync(work)).Status, Is.EqualTo(HttpStatusCode.NoContent));

        Assert.That(await ReasonsAsync(world.Mira, work), Is.Empty);
    }
}
