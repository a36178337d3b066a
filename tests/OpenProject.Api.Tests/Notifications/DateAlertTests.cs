using System.Net;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;
using OpenProject.Testing.Databases;
using static OpenProject.Api.Tests.Notifications.NotificationWorld;

namespace OpenProject.Api.Tests.Notifications;

/// <summary>Who is told that days are near or over.</summary>
[OnEachDatabase]
public sealed class DateAlertTests(DatabaseProvider provider)
{
    [Test]
    public async Task Of_a_date_one_is_told_once_a_day_before_it_and_as_often_as_one_wants_after_it()
    {
        using var world = await NotificationWorld.StartAsync(provider);
        var mira = await NotificationWorld.IdentityOfAsync(world.Mira);
        var wishes = new { notifications = new[] { new { assignee = true, dueDate = "P1D", overdue = "P3D", startDate = (string?)null } } };
        Assert.That((await world.Mira.PatchJsonAsync("/api/v3/my_preferences", wishes)).Status, Is.EqualTo(HttpStatusCode.OK));
        var work = await world.WorkAsync("Due on the fourth", mira, dates: new { startDate = "2027-03-02", dueDate = "2027-03-04" });
        await world.TellAsync();
        await world.Mira.PostJsonAsync("/api/v3/notifications/read_ian");

        // From the first to the thirteenth, three times a day.
        var alerts = new List<int>();
        for (var day = 1; day <= 13; day++)
        {
            var before = (await ReasonsAsync(world.Mira, work)).Length;
            for (var time = 0; time < 3; time++)
                await world.AlertAsync();
            if ((await ReasonsAsync(world.Mira, work)).Length - before is > 0 and var count)
                alerts.AddRange(Enumerable.Repeat(day, count));
            world.Clock.Advance(TimeSpan.FromDays(1));
        }

        Assert.That(alerts, Is.EqualTo(new[] { 3, 7, 10, 13 }));
        var list = await OfAsync(world.Mira, work);
        var alert = list["_embedded/elements/0"];
        Assert.That((alert.GetProperty("reason").GetString(), alert.GetProperty("_links").GetProperty("activity").GetProperty("href").GetString()), Is.EqualTo(("dateAlert", (string?)null)));
        Assert.That(list["_links/detailsSchemas/0/href"].GetString(), Is.EqualTo("/api/v3/values/schema/dueDate"));
        Assert.That(list["_embedded/detailsSchemas/0/value/type"].GetString(), Is.EqualTo("Date"));
        var detail = await world.Mira.GetJsonAsync(list["_embedded/elements/0/_embedded/details/0/_links/self/href"].GetString()!);
        Assert.That((detail["_type"].GetString(), detail["property"].GetString(), detail["value"].GetString()), Is.EqualTo(("Values::Property", "dueDate", "2027-03-04")), detail.ToString());
        Assert.That((await world.Mira.GetJsonAsync(detail["_links/schema/href"].GetString()!))["value/name"].GetString(), Is.EqualTo("Due date").Or.EqualTo("Finish date"));
        Assert.That((await world.Mira.GetJsonAsync(alert.GetProperty("_links").GetProperty("self").GetProperty("href").GetString() + "/details/1")).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await world.Jonas.GetJsonAsync(detail["_links/self/href"].GetString()!)).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task Who_is_told_of_which_dates()
    {
        using var world = await NotificationWorld.StartAsync(provider);
        var mira = await NotificationWorld.IdentityOfAsync(world.Mira);
        var wishes = new { notifications = new[] { new { dueDate = "P1D", startDate = "P1D", overdue = "P3D" } } };
        Assert.That((await world.Mira.PatchJsonAsync("/api/v3/my_preferences", wishes)).Status, Is.EqualTo(HttpStatusCode.OK));
        var scrum = SelfOf(await world.Admin.GetJsonAsync("/api/v3/projects/your-scrum-project"));
        var archived = await world.Admin.PostJsonAsync("/api/v3/projects", new { name = "Archived soon" });
        await world.Server.JoinAsync("mira", archived["id"].GetInt64(), "Member");
        object tomorrow = new { startDate = "2027-02-22", dueDate = "2027-03-02" };
        var expected = new Dictionary<string, string[]>
        {
            [await world.WorkAsync("Begins", mira, dates: new { startDate = "2027-03-02", dueDate = "2027-03-12" })] = ["startDate"],
            [await world.WorkAsync("Is one day", mira, dates: new { startDate = "2027-03-02", dueDate = "2027-03-02" })] = ["dueDate", "startDate"],
            [await world.WorkAsync("Is over", mira, dates: new { startDate = "2027-02-22", dueDate = "2027-02-23" })] = ["dueDate"],
            [await world.WorkAsync("Is over on another day", mira, dates: new { startDate = "2027-02-22", dueDate = "2027-02-24" })] = [],
            [await world.WorkAsync("Is not near", mira, dates: new { startDate = "2027-02-22", dueDate = "2027-03-03" })] = [],
            [await world.WorkAsync("Is nobody's", dates: tomorrow)] = [],
            [await world.WorkAsync("Is the group's", await NamedAsync("groups", "Developers"), dates: tomorrow, project: scrum)] = ["dueDate"],
            [await MilestoneAsync()] = ["date"],
        };
        var (answered, watched) = (await world.WorkAsync("Answered for", dates: tomorrow), await world.WorkAsync("Watched", dates: tomorrow));
        var (closed, lost) = (await world.WorkAsync("Closed", mira, dates: tomorrow), await world.WorkAsync("Out of sight", mira, dates: tomorrow, project: SelfOf(archived)));
        await world.ChangeAsync(answered, new { responsible = new { href = mira } });
        await world.Admin.PostJsonAsync(watched + "/watchers", new { user = new { href = mira } });
        await world.ChangeAsync(closed, new { status = new { href = await NamedAsync("statuses", "Closed") } });
        Assert.That((await world.Admin.PatchJsonAsync(SelfOf(archived), new { active = false })).Status, Is.EqualTo(HttpStatusCode.OK));
        expected[answered] = expected[watched] = ["dueDate"];
        expected[closed] = expected[lost] = [];

        await world.AlertAsync();

        foreach (var (work, dates) in expected)
            Assert.That(await AlertedAsync(work), Is.EqualTo(dates), work);

        async Task<string> MilestoneAsync() => SelfOf(await world.Admin.PostJsonAsync(
            "/api/v3/work_packages",
            new { subject = "Milestone", date = "2027-03-02", _links = new { project = new { href = world.Project }, assignee = new { href = mira }, type = new { href = await NamedAsync("types", "Milestone") } } }));

        async Task<string> NamedAsync(string kind, string name) => (await world.Admin.GetJsonAsync("/api/v3/" + kind))["_embedded/elements"].EnumerateArray()
            .Single(e => e.GetProperty("name").GetString() == name).GetProperty("_links").GetProperty("self").GetProperty("href").GetString()!;

        async Task<string[]> AlertedAsync(string work) =>
        [
            .. (await OfAsync(world.Mira, work))["_embedded/elements"].EnumerateArray().Where(n => n.GetProperty("reason").GetString() == "dateAlert")
                .Select(n => n.GetProperty("_embedded").GetProperty("details")[0].GetProperty("property").GetString()!).Order(StringComparer.Ordinal),
        ];
    }

    [TestCase("nothing", 404)]
    [TestCase("start_date", 400)]
    [TestCase("StartDate", 400)]
    [TestCase("startDate", 200)]
    public async Task Schemas_of_values_have_names_of_attributes(string name, int status)
    {
        using var server = new ApiServer(provider);

        Assert.That((int)(await server.Client().GetJsonAsync("/api/v3/values/schema/" + name)).Status, Is.EqualTo(status));
    }
}
