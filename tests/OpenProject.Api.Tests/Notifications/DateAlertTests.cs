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
