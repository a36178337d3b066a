using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;
using OpenProject.Testing.Databases;

namespace OpenProject.Api.Tests.WorkSchedule;

/// <summary>Days, the week and free days over HTTP.</summary>
[OnEachDatabase]
public sealed class DayTests(DatabaseProvider provider)
{
    private const string Days = "/api/v3/days";
    private const string Free = Days + "/non_working";
    private const string Week = Days + "/week";
    private const string WorkPackages = "/api/v3/projects/demo-project/work_packages";

    private ApiServer server = null!;
    private HttpClient client = null!;

    [SetUp]
    public void Start()
    {
        server = new ApiServer(provider)
        {
            TestServices = services => services.AddSingleton<TimeProvider>(new FakeTimeProvider(new DateTimeOffset(2026, 12, 10, 8, 0, 0, TimeSpan.Zero))),
        };
        client = server.Client();
    }

    [TearDown]
    public void Stop()
    {
        client.Dispose();
        server.Dispose();
    }

    [Test]
    public async Task A_free_day_lives_from_its_creation_to_its_removal()
    {
        var work = await client.PostJsonAsync(WorkPackages, new { subject = "Over Christmas", startDate = "2026-12-21", dueDate = "2027-01-01" });
        var every = await client.PostJsonAsync(WorkPackages, new { subject = "Every day", startDate = "2026-12-21", dueDate = "2027-01-01", ignoreNonWorkingDays = true });
        var made = await client.PostJsonAsync(Free, new { date = "2026-12-25", name = "Christmas" });

        Assert.That(made.Status, Is.EqualTo(HttpStatusCode.Created), made.ToString());
        Assert.That((made["_type"].GetString(), made["_links/self/href"].GetString(), made["_links/self/title"].GetString()), Is.EqualTo(("NonWorkingDay", Free + "/2026-12-25", "Christmas")));
        Assert.That((await DurationAsync(work), await DurationAsync(every)), Is.EqualTo(("P9D", "P12D")));
        Assert.That((await client.GetJsonAsync(Self(work)))["lockVersion"].GetInt32(), Is.Zero, "Nobody changed it.");
        var day = await client.GetJsonAsync(Days + "/2026-12-25");
        Assert.That((day["name"].GetString(), day["working"].GetBoolean()), Is.EqualTo(("Friday (Christmas)", false)));
        Assert.That(day["_links/nonWorkingReasons/0/href"].GetString(), Is.EqualTo(Free + "/2026-12-25"));
        Assert.That(day["_links/weekDay/title"].GetString(), Is.EqualTo("Friday"));

        var renamed = await client.PatchJsonAsync(Free + "/2026-12-25", new { date = "2026-12-25", name = "Feast" });
        Assert.That((renamed.Status, renamed["name"].GetString()), Is.EqualTo((HttpStatusCode.OK, "Feast")), renamed.ToString());
        Assert.That((await client.DeleteJsonAsync(Free + "/2026-12-25")).Status, Is.EqualTo(HttpStatusCode.NoContent));
        Assert.That((await client.GetJsonAsync(Free + "/2026-12-25")).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(await DurationAsync(work), Is.EqualTo("P10D"));
        var renewed = await client.PatchJsonAsync(Self(work), new { lockVersion = 0, subject = "Still over Christmas" });
        var activities = await client.GetJsonAsync(Self(work) + "/activities");
        Assert.That(activities.Text, Does.Not.Contain("Duration changed"), renewed.ToString());
    }

    [Test]
    public async Task What_cannot_be_is_refused()
    {
        await client.PostJsonAsync(Free, new { date = "2026-12-25", name = "Christmas" });

        await RefusedAsync(client.PostJsonAsync(Free, new { date = "2026-12-25", name = "Again" }), "date", "Date has already been taken.");
        await RefusedAsync(client.PostJsonAsync(Free, new { name = "Never" }), "date", "Date can't be blank.");
        await RefusedAsync(client.PostJsonAsync(Free, new { date = "2026-12-26", name = " " }), "name", "Name can't be blank.");
        var moved = await client.PatchJsonAsync(Free + "/2026-12-25", new { date = "2026-12-26" });
        Assert.That(moved["errorIdentifier"].GetString(), Does.EndWith(":PropertyIsReadOnly"), moved.ToString());
        Assert.That((int)(await client.PatchJsonAsync(Free + "/2026-12-26", new { name = "x" })).Status, Is.EqualTo(404));
        Assert.That((int)(await client.GetJsonAsync(Free + "/yesterday")).Status, Is.EqualTo(400));
        Assert.That((int)(await client.GetJsonAsync(Days + "/2026-02-30")).Status, Is.EqualTo(400));
        Assert.That((int)(await client.GetJsonAsync(Week + "/8")).Status, Is.EqualTo(404));
        Assert.That((int)(await client.GetJsonAsync(Days + Filter("date", "<>d", "2000-01-01", "2020-01-01"))).Status, Is.EqualTo(400));
        Assert.That((int)(await client.GetJsonAsync(Days + Filter("date", "<>d", "2026-01-01", "soon"))).Status, Is.EqualTo(400));
        Assert.That((int)(await client.GetJsonAsync(Days + Filter("nonsense", "=", "1"))).Status, Is.EqualTo(400));
    }

    [Test]
    public async Task Days_are_listed_by_interval_and_by_whether_they_are_worked_on()
    {
        await client.PostJsonAsync(Free, new { date = "2026-12-25", name = "Christmas" });

        var usual = await client.GetJsonAsync(Days);
        Assert.That((usual["total"].GetInt32(), usual["_embedded/elements/0/date"].GetString()), Is.EqualTo((62, "2026-12-01")));
        var week = await client.GetJsonAsync(Days + Filter("date", "<>d", "2026-12-24", "2026-12-28"));
        Assert.That(Values(week, "name"), Is.EqualTo(new[] { "Thursday", "Friday (Christmas)", "Saturday", "Sunday", "Monday" }));
        var two = Uri.EscapeDataString("""[{"date":{"operator":"<>d","values":["2026-12-24","2026-12-28"]}},{"working":{"operator":"=","values":["t"]}}]""");
        Assert.That(Values(await client.GetJsonAsync($"{Days}?filters={two}"), "date"), Is.EqualTo(new[] { "2026-12-24", "2026-12-28" }));
        Assert.That((await client.GetJsonAsync(Days + Filter("date", "<>d", "2026-12-26", "")))["total"].GetInt32(), Is.EqualTo(366));
        await client.PostJsonAsync(Free, new { date = "2027-01-01", name = "New year" });
        Assert.That(Values(await client.GetJsonAsync(Free), "name"), Is.EqualTo(new[] { "Christmas" }));
        Assert.That(Values(await client.GetJsonAsync(Free + Filter("date", "<>d", "2026-12-26", "")), "name"), Is.EqualTo(new[] { "New year" }));
    }

    [Test]
    public async Task The_week_is_written_day_by_day_or_whole()
    {
        var work = await client.PostJsonAsync(WorkPackages, new { subject = "A week", startDate = "2026-12-14", dueDate = "2026-12-22" });
        Assert.That(await DurationAsync(work), Is.EqualTo("P7D"));

        var saturday = await client.PatchJsonAsync(Week + "/6", new { working = true });
        Assert.That((saturday.Status, saturday["working"].GetBoolean(), saturday["name"].GetString()), Is.EqualTo((HttpStatusCode.OK, true, "Saturday")), saturday.ToString());
        Assert.That(await DurationAsync(work), Is.EqualTo("P8D"));
        var whole = await client.PatchJsonAsync(Week, WeekOf((6, false), (7, true), (1, false)));
        Assert.That(whole["_embedded/elements"].EnumerateArray().Where(d => d.GetProperty("working").GetBoolean()).Select(d => d.GetProperty("day").GetInt32()), Is.EqualTo(new[] { 2, 3, 4, 5, 7 }));

        await RefusedAsync(client.PatchJsonAsync(Week, WeekOf((2, false), (3, false), (4, false), (5, false), (7, false))), "working", "At least one day of the week must be worked on.");
        await RefusedAsync(client.PatchJsonAsync(Week, WeekOf((8, false))), "day", "Day does not exist.");
        Assert.That((int)(await client.PatchJsonAsync(Week, new { _type = "Collection" })).Status, Is.EqualTo(400));
        foreach (var day in new[] { 2, 3, 4, 5 })
            await client.PatchJsonAsync($"{Week}/{day}", new { working = false });
        await RefusedAsync(client.PatchJsonAsync(Week + "/7", new { working = false }), "working", "At least one day of the week must be worked on.");
        Assert.That((await client.GetJsonAsync(Week))["total"].GetInt32(), Is.EqualTo(7));
        Assert.That(await DurationAsync(work), Is.EqualTo("P1D"));
    }

    [Test]
    public async Task Administrators_write_and_everybody_reads()
    {
        using var mira = await server.ClientOfAsync("mira");
        await client.PostJsonAsync(Free, new { date = "2026-12-25", name = "Christmas" });

        foreach (var path in new[] { Days, Week, Week + "/1", Free, Free + "/2026-12-25", Days + "/2026-12-25" })
            Assert.That((await mira.GetJsonAsync(path)).Status, Is.EqualTo(HttpStatusCode.OK), path);
        Assert.That((await mira.GetJsonAsync(Week + "/1"))["_links"].TryGetProperty("update", out _), Is.False);
        Assert.That((await client.GetJsonAsync(Week + "/1"))["_links/update/method"].GetString(), Is.EqualTo("patch"));
        Assert.That((int)(await mira.PostJsonAsync(Free, new { date = "2026-12-26", name = "x" })).Status, Is.EqualTo(403));
        Assert.That((int)(await mira.PatchJsonAsync(Free + "/2026-12-25", new { name = "x" })).Status, Is.EqualTo(403));
        Assert.That((int)(await mira.DeleteJsonAsync(Free + "/2026-12-25")).Status, Is.EqualTo(403));
        Assert.That((int)(await mira.PatchJsonAsync(Week + "/6", new { working = true })).Status, Is.EqualTo(403));
        Assert.That((int)(await mira.PatchJsonAsync(Week, WeekOf((6, true)))).Status, Is.EqualTo(403));
    }

    private static string Self(ApiAnswer resource) => resource["_links/self/href"].GetString()!;

    private static string Filter(string name, string @operator, params string[] values) => "?filters=" + Uri.EscapeDataString(
        System.Text.Json.JsonSerializer.Serialize(new[] { new Dictionary<string, object> { [name] = new { @operator, values } } }));

    private static IEnumerable<string?> Values(ApiAnswer list, string name) =>
        list["_embedded/elements"].EnumerateArray().Select(e => e.GetProperty(name).GetString());

    private static object WeekOf(params (int Day, bool Working)[] days) => new
    {
        _type = "Collection",
        _embedded = new { elements = days.Select(d => new { _type = "WeekDay", working = d.Working, _links = new { self = new { href = $"{Week}/{d.Day}" } } }) },
    };

    private static async Task RefusedAsync(Task<ApiAnswer> request, string attribute, string message)
    {
        var answer = await request;
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity), answer.ToString());
        Assert.That((answer["_embedded/details/attribute"].GetString(), answer["message"].GetString()), Is.EqualTo((attribute, message)));
    }

    private async Task<string?> DurationAsync(ApiAnswer workPackage) => (await client.GetJsonAsync(Self(workPackage)))["duration"].GetString();
}
