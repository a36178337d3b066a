using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;
using OpenProject.Testing.Databases;

namespace OpenProject.Api.Tests.TimeEntries;

/// <summary>When work began and ended, where the installation keeps that.</summary>
[OnEachDatabase]
public sealed class TimesOfDayTests(DatabaseProvider provider)
{
    private const string Path = "/api/v3/time_entries";

    private ApiServer server = null!;
    private HttpClient client = null!;
    private string work = "";

    [OneTimeSetUp]
    public async Task Start()
    {
        server = new ApiServer(provider, ("TimeEntries:StartAndEndTimes", "true"))
        {
            TestServices = services => services.AddSingleton<TimeProvider>(new FakeTimeProvider(new DateTimeOffset(2026, 3, 4, 9, 7, 31, TimeSpan.Zero))),
        };
        client = server.Client();
        work = (await client.GetJsonAsync("/api/v3/work_packages"))["_embedded/elements/0/_links/self/href"].GetString()!;
    }

    [OneTimeTearDown]
    public void Stop()
    {
        client.Dispose();
        server.Dispose();
    }

    [Test]
    public async Task Time_ends_as_long_after_its_start_as_it_took()
    {
        var made = await client.PostJsonAsync(Path, Body("2026-03-02", "2026-03-02T09:58:00Z"));
        Assert.That((made.Status, made["startTime"].GetString(), made["endTime"].GetString()), Is.EqualTo((HttpStatusCode.Created, "2026-03-02T09:58:00.000Z", "2026-03-02T13:58:00.000Z")), made.ToString());

        var longer = await client.PatchJsonAsync(Self(made), new { hours = "PT5H" });
        Assert.That(longer["endTime"].GetString(), Is.EqualTo("2026-03-02T14:58:00.000Z"), longer.ToString());
        var moved = await client.PatchJsonAsync(Self(made), new { spentOn = "2026-03-05" });
        Assert.That((moved["startTime"].GetString(), moved["endTime"].GetString()), Is.EqualTo(("2026-03-05T09:58:00.000Z", "2026-03-05T14:58:00.000Z")), moved.ToString());
        var both = await client.PatchJsonAsync(Self(made), new { startTime = "2026-03-06T01:00:00Z", spentOn = "2026-03-06" });
        Assert.That((both["startTime"].GetString(), both["spentOn"].GetString()), Is.EqualTo(("2026-03-06T01:00:00.000Z", "2026-03-06")), both.ToString());
        var cleared = await client.PatchJsonAsync(Self(made), new { startTime = (string?)null });
        Assert.That((cleared.Status, cleared["startTime"].ValueKind, cleared["endTime"].ValueKind), Is.EqualTo((HttpStatusCode.OK, JsonValueKind.Null, JsonValueKind.Null)), cleared.ToString());
    }

    [TestCase("2026-03-02T10:00:00Z", true)]
    [TestCase("2026-03-01T10:00:00Z", true)]
    [TestCase("2026-03-03T11:59:00Z", true)]
    [TestCase("2026-03-01T09:59:00Z", false)]
    [TestCase("2026-03-03T12:00:00Z", false)]
    public async Task A_start_is_on_the_day_of_the_entry_in_some_time_zone(string start, bool isTaken)
    {
        var made = await client.PostJsonAsync(Path, Body("2026-03-02", start));
        Assert.That(made.Status, Is.EqualTo(isTaken ? HttpStatusCode.Created : HttpStatusCode.UnprocessableEntity), made.ToString());
        if (!isTaken)
            Assert.That(made["_embedded/details/attribute"].GetString(), Is.EqualTo("startTime"), made.ToString());
    }

    [Test]
    public async Task The_day_follows_from_the_start_and_what_goes_on_has_begun_now()
    {
        var made = await client.PostJsonAsync(Path, Body(day: null, "2026-03-02T09:58:00Z"));
        Assert.That((made.Status, made["spentOn"].GetString()), Is.EqualTo((HttpStatusCode.Created, "2026-03-02")), made.ToString());
        var running = await client.PostJsonAsync(Path, new { ongoing = true, _links = new { entity = new { href = work } } });
        Assert.That((running["startTime"].GetString(), running["endTime"].ValueKind), Is.EqualTo(("2026-03-04T09:07:00.000Z", JsonValueKind.Null)), running.ToString());
    }

    [Test]
    public async Task What_cannot_be_is_refused_and_never_fails()
    {
        var made = await client.PostJsonAsync(Path, Body("9999-12-30", "9999-12-31T11:00:00Z"));
        Assert.That((made.Status, made["endTime"].GetString()), Is.EqualTo((HttpStatusCode.Created, "9999-12-31T15:00:00.000Z")), made.ToString());
        var late = await client.PatchJsonAsync(Self(made), new { spentOn = "9999-12-31" });
        Assert.That((late.Status, late["_embedded/details/attribute"].GetString()), Is.EqualTo((HttpStatusCode.UnprocessableEntity, "spentOn")), late.ToString());
        var endless = await client.PatchJsonAsync(Self(made), new { hours = "PT100H" });
        Assert.That((endless.Status, endless["endTime"].ValueKind), Is.EqualTo((HttpStatusCode.OK, JsonValueKind.Null)), endless.ToString());
        var end = await client.PatchJsonAsync(Self(made), new { endTime = "2026-03-02T09:58:00Z" });
        Assert.That(end["errorIdentifier"].GetString(), Does.EndWith(":PropertyIsReadOnly"), end.ToString());
    }

    [Test]
    public async Task Forms_and_schemas_tell_of_them_where_they_are_kept()
    {
        var schema = await client.GetJsonAsync(Path + "/schema");
        Assert.That((schema["startTime/type"].GetString(), schema["startTime/writable"].GetBoolean(), schema["endTime/writable"].GetBoolean()), Is.EqualTo(("DateTime", true, false)), schema.ToString());
        var form = await client.PostJsonAsync(Path + "/form", Body("2026-03-02", "2026-03-02T09:58:00Z"));
        Assert.That((form["_embedded/payload/startTime"].GetString(), form["_embedded/payload"].TryGetProperty("endTime", out _)), Is.EqualTo(("2026-03-02T09:58:00.000Z", false)), form.ToString());
    }

    [Test]
    public async Task Elsewhere_nothing_is_told_of_them_and_none_is_taken()
    {
        using var other = new ApiServer(provider);
        using var asking = other.Client();
        var made = await asking.PostJsonAsync(Path, Body("2026-03-02", start: null));
        Assert.That((made.Status, made.Body.TryGetProperty("startTime", out _), made.Body.TryGetProperty("endTime", out _)), Is.EqualTo((HttpStatusCode.Created, false, false)), made.ToString());
        Assert.That((await asking.GetJsonAsync(Path + "/schema")).Body.TryGetProperty("startTime", out _), Is.False);
        var refused = await asking.PostJsonAsync(Path, Body("2026-03-02", "2026-03-02T09:58:00Z"));
        Assert.That(refused["errorIdentifier"].GetString(), Does.EndWith(":PropertyIsReadOnly"), refused.ToString());
    }

    private object Body(string? day, string? start) => day is null
        ? new { hours = "PT4H", startTime = start, _links = new { entity = new { href = work } } }
        : new { hours = "PT4H", startTime = start, spentOn = day, _links = new { entity = new { href = work } } };

    private static string Self(ApiAnswer answer) => answer["_links/self/href"].GetString()!;
}
