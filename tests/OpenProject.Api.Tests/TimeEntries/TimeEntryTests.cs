using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;
using OpenProject.Testing.Databases;

namespace OpenProject.Api.Tests.TimeEntries;

/// <summary>Time over HTTP: from booking to removal, what is refused, and what lists can be asked.</summary>
[OnEachDatabase]
public sealed class TimeEntryTests(DatabaseProvider provider)
{
    private const string Path = "/api/v3/time_entries";

    private ApiServer server = null!;
    private HttpClient client = null!;
    private HttpClient mira = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        server = new ApiServer(provider)
        {
            TestServices = services => services.AddSingleton<TimeProvider>(new FakeTimeProvider(new DateTimeOffset(2026, 3, 4, 9, 0, 0, TimeSpan.Zero))),
        };
        client = server.Client();
        mira = await server.ClientOfAsync("mira");
    }

    [OneTimeTearDown]
    public void Stop()
    {
        mira.Dispose();
        client.Dispose();
        server.Dispose();
    }

    [Test]
    public async Task Time_lives_from_its_booking_to_its_removal()
    {
        var work = await WorkPackageAsync("Life");
        var made = await client.PostJsonAsync(Path, new
        {
            hours = "PT2H30M", spentOn = "2026-03-02", comment = new { raw = "a < b\n*c*" }, _links = new { entity = Link(Self(work)), activity = Link(Path + "/activities/3") },
        });

        Assert.That(made.Status, Is.EqualTo(HttpStatusCode.Created), made.ToString());
        Assert.That((made["_type"].GetString(), made["hours"].GetString(), made["spentOn"].GetString(), made["ongoing"].GetBoolean()), Is.EqualTo(("TimeEntry", "PT2H30M", "2026-03-02", false)));
        Assert.That((made["comment/format"].GetString(), made["comment/html"].GetString()), Is.EqualTo(("plain", "<p>a &lt; b<br>\n*c*</p>")));
        Assert.That(made["_links/project/href"].GetString(), Is.EqualTo(work["_links/project/href"].GetString()));
        Assert.That((made["_links/entity/href"].GetString(), made["_links/workPackage/title"].GetString()), Is.EqualTo((Self(work), "Life")));
        Assert.That((made["_links/activity/title"].GetString(), made["_embedded/user/login"].GetString()), Is.EqualTo(("Development", "admin")));
        Assert.That((await client.GetJsonAsync(Self(work)))["spentTime"].GetString(), Is.EqualTo("PT2H30M"));

        var changed = await client.PatchJsonAsync(Self(made), new { hours = "PT3H", comment = (object?)null });
        Assert.That((changed.Status, changed["hours"].GetString(), changed["comment/html"].GetString()), Is.EqualTo((HttpStatusCode.OK, "PT3H", "")), changed.ToString());
        Assert.That((await client.DeleteJsonAsync(Self(made))).Status, Is.EqualTo(HttpStatusCode.NoContent));
        Assert.That((await client.GetJsonAsync(Self(made))).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await client.GetJsonAsync(Self(work)))["spentTime"].GetString(), Is.EqualTo("PT0S"));
    }

    [Test]
    public async Task Time_goes_with_the_work_packages_to_another_project()
    {
        var work = await WorkPackageAsync("Goes");
        var below = await client.PostJsonAsync("/api/v3/projects/demo-project/work_packages", new { subject = "Follows", _links = new { parent = Link(Self(work)) } });
        var scrum = Self(await client.GetJsonAsync("/api/v3/projects/your-scrum-project"));
        var booked = new List<string>();
        foreach (var on in new[] { work, below })
            booked.Add(Self(await client.PostJsonAsync(Path, new { hours = "PT1H", spentOn = "2026-03-02", _links = new { entity = Link(Self(on)) } })));

        var version = (await client.GetJsonAsync(Self(work)))["lockVersion"].GetInt32();
        var moved = await client.PatchJsonAsync(Self(work), new { lockVersion = version, _links = new { project = Link(scrum) } });
        Assert.That(moved.Status, Is.EqualTo(HttpStatusCode.OK), moved.ToString());
        foreach (var entry in booked)
            Assert.That((await client.GetJsonAsync(entry))["_links/project/href"].GetString(), Is.EqualTo(scrum));
    }

    [Test]
    public async Task Time_is_booked_on_the_project_as_a_whole_too()
    {
        var demo = Self(await client.GetJsonAsync("/api/v3/projects/demo-project"));
        var made = await client.PostJsonAsync(Path, new { hours = "PT1H", spentOn = "2026-03-02", _links = new { project = Link(demo) } });
        Assert.That((made.Status, made["_links/activity/title"].GetString()), Is.EqualTo((HttpStatusCode.Created, "Management")), made.ToString());
        Assert.That(made["_links/entity/href"].ValueKind, Is.EqualTo(JsonValueKind.Null));
    }

    [Test]
    public async Task What_cannot_be_is_refused()
    {
        var work = await WorkPackageAsync("Refusals");
        var other = Self(await client.GetJsonAsync("/api/v3/projects/your-scrum-project"));
        object Body(object? hours = null, string? spentOn = "2026-03-02", object? links = null) => new { hours, spentOn, _links = links ?? new { entity = Link(Self(work)) } };

        await RefusedAsync(client.PostJsonAsync(Path, Body()), "hours", "Hours can't be blank.");
        await RefusedAsync(client.PostJsonAsync(Path, Body("PT1H", spentOn: null)), "spentOn", "Date can't be blank.");
        await RefusedAsync(client.PostJsonAsync(Path, Body("PT9000H")), "hours", "Hours must be less than or equal to 8784.");
        await RefusedAsync(client.PostJsonAsync(Path, Body("PT1H", links: new { entity = Link(Self(work)), project = Link(other) })), "entity", "Work package is invalid.");
        await RefusedAsync(client.PostJsonAsync(Path, Body("PT1H", links: new { entity = Link(Self(work)), activity = Link(Path + "/activities/99") })), "activity", "Activity is not set to one of the allowed values.");
        await RefusedAsync(client.PostJsonAsync(Path, Body("PT1H", links: new { entity = Link(Self(work)), user = Link("/api/v3/users/1") })), "user", "User is not set to one of the allowed values.");
        var text = await client.PostJsonAsync(Path, Body("5"));
        Assert.That(text["errorIdentifier"].GetString(), Does.EndWith(":PropertyFormatError"), text.ToString());
        var nowhere = await client.PostJsonAsync(Path, Body("PT1H", links: new { }));
        Assert.That(nowhere["message"].GetString(), Is.EqualTo("Project can't be blank."), nowhere.ToString());
        var unseen = await mira.PostJsonAsync(Path, Body("PT1H", links: new { entity = Link("/api/v3/work_packages/999999") }));
        Assert.That(unseen.Text, Does.Contain("Work package is invalid."));
    }

    [Test]
    public async Task One_thing_is_going_on_at_a_time()
    {
        var work = await WorkPackageAsync("Clock");
        var links = new { entity = Link(Self(work)) };
        var running = await mira.PostJsonAsync(Path, new { ongoing = true, _links = links });

        Assert.That(running.Status, Is.EqualTo(HttpStatusCode.Created), running.ToString());
        Assert.That((running["hours"].ValueKind, running["spentOn"].GetString()), Is.EqualTo((JsonValueKind.Null, "2026-03-04")));
        await RefusedAsync(mira.PostJsonAsync(Path, new { ongoing = true, _links = links }), "ongoing", "Ongoing time is there already: end it before.");
        var me = Self(await mira.GetJsonAsync("/api/v3/users/me"));
        await RefusedAsync(client.PostJsonAsync(Path, new { ongoing = true, _links = new { entity = Link(Self(work)), user = Link(me) } }), "ongoing", "Ongoing time is one's own.");
        Assert.That((await mira.GetJsonAsync(Path + Filter(("ongoing", "=", ["t"]))))["total"].GetInt32(), Is.EqualTo(1));
        await RefusedAsync(mira.PatchJsonAsync(Self(running), new { ongoing = false }), "hours", "Hours can't be blank.");
        var ended = await mira.PatchJsonAsync(Self(running), new { ongoing = false, hours = "PT45M" });
        Assert.That((ended.Status, ended["hours"].GetString()), Is.EqualTo((HttpStatusCode.OK, "PT45M")), ended.ToString());
        Assert.That((await mira.DeleteJsonAsync(Self(running))).Status, Is.EqualTo(HttpStatusCode.NoContent));
    }

    [Test]
    public async Task Time_that_is_booked_on_another_work_package_is_in_the_project_of_that()
    {
        var (work, scrum) = (await WorkPackageAsync("Booked on"), Self(await client.GetJsonAsync("/api/v3/projects/your-scrum-project")));
        var made = await client.PostJsonAsync(Path, new { hours = "PT1H", spentOn = "2026-03-02", _links = new { workPackage = Link(Self(work)) } });
        var elsewhere = await client.PostJsonAsync("/api/v3/work_packages", new { subject = "Elsewhere", _links = new { project = Link(scrum) } });
        var moved = await client.PatchJsonAsync(Self(made), new { _links = new { entity = Link(Self(elsewhere)) } });
        Assert.That(moved["_links/project/href"].GetString(), Is.EqualTo(scrum), moved.ToString());
        Assert.That((await client.DeleteJsonAsync(Self(elsewhere))).Status, Is.EqualTo(HttpStatusCode.NoContent));
        Assert.That((await client.GetJsonAsync(Self(made))).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task Spent_time_is_summed_up_the_tree()
    {
        var parent = await WorkPackageAsync("Parent");
        var child = await client.PostJsonAsync("/api/v3/projects/demo-project/work_packages", new { subject = "Child", _links = new { parent = Link(Self(parent)) } });
        foreach (var (work, hours) in new[] { (parent, "PT1H"), (child, "PT2H"), (child, "PT30M") })
            await client.PostJsonAsync(Path, new { hours, spentOn = "2026-03-02", _links = new { entity = Link(Self(work)) } });

        Assert.That((await client.GetJsonAsync(Self(parent)))["spentTime"].GetString(), Is.EqualTo("PT3H30M"));
        Assert.That((await client.GetJsonAsync(Self(child)))["spentTime"].GetString(), Is.EqualTo("PT2H30M"));
        var links = (await client.GetJsonAsync(Self(child)))["_links"];
        Assert.That(links.GetProperty("logTime").GetProperty("href").GetString(), Is.EqualTo(Path));
        Assert.That((await client.GetJsonAsync(links.GetProperty("timeEntries").GetProperty("href").GetString()!))["total"].GetInt32(), Is.EqualTo(2));
    }

    [Test]
    public async Task Lists_can_be_filtered_and_ordered()
    {
        var work = await WorkPackageAsync("Listed");
        var id = work["id"].GetInt64().ToString();
        foreach (var (hours, day) in new[] { ("PT3H", "2026-02-03"), ("PT1H", "2026-02-01"), ("PT2H", "2026-02-02") })
            await client.PostJsonAsync(Path, new { hours, spentOn = day, _links = new { entity = Link(Self(work)) } });
        async Task<IEnumerable<string?>> HoursAsync(string query) =>
            (await client.GetJsonAsync(Path + query))["_embedded/elements"].EnumerateArray().Select(e => e.GetProperty("hours").GetString());
        var ofWork = Filter(("entity_type", "=", ["WorkPackage"]), ("entity_id", "=", [id]));

        Assert.That(await HoursAsync(ofWork), Is.EqualTo(new[] { "PT1H", "PT2H", "PT3H" }));
        Assert.That(await HoursAsync(ofWork + """&sortBy=[["hours","desc"]]"""), Is.EqualTo(new[] { "PT3H", "PT2H", "PT1H" }));
        Assert.That(await HoursAsync(Filter(("workPackage", "=", [id]), ("spentOn", "<>d", ["2026-02-02", "2026-02-03"]), ("user", "=", ["me"]))), Is.EqualTo(new[] { "PT2H", "PT3H" }));
        Assert.That(await HoursAsync(Filter(("entity_id", "=", [id]), ("entity_type", "=", ["Meeting"]))), Is.Empty);
        Assert.That(await HoursAsync(Filter(("entity_id", "=", [id]), ("activity", "!", ["1"]))), Is.Empty);
        Assert.That((await client.GetJsonAsync(Path + Filter(("nonsense", "=", ["1"])))).Status, Is.EqualTo(HttpStatusCode.BadRequest));
        var list = await client.GetJsonAsync(Path);
        Assert.That(list["_links/createTimeEntry/href"].GetString(), Is.EqualTo(Path + "/form"));
    }

    [Test]
    public async Task Forms_tell_the_kinds_of_work_and_schemas_the_rest()
    {
        var form = await client.PostJsonAsync(Path + "/form", new { });
        Assert.That(form.Status, Is.EqualTo(HttpStatusCode.OK), form.ToString());
        Assert.That(form["_embedded/schema/activity/_embedded/allowedValues"].EnumerateArray().Select(a => a.GetProperty("name").GetString()),
            Is.EqualTo(new[] { "Management", "Specification", "Development", "Testing", "Support", "Other" }));
        Assert.That(form["_embedded/payload/_links/activity/title"].GetString(), Is.EqualTo("Management"));
        Assert.That(form["_embedded/validationErrors"].EnumerateObject().Select(e => e.Name), Is.EquivalentTo(new[] { "hours", "spentOn", "project" }));
        var schema = await client.GetJsonAsync(Path + "/schema");
        Assert.That((schema["hours/type"].GetString(), schema["entity/location"].GetString(), schema["project/_links/allowedValues/href"].GetString()),
            Is.EqualTo(("Duration", "_links", Path + "/available_projects")), schema.ToString());
        Assert.That((await client.GetJsonAsync(Path + "/available_projects"))["total"].GetInt32(), Is.GreaterThan(0));
        var linked = schema["entity/_links/allowedValues/href"].GetString()!;
        Assert.That(linked, Is.EqualTo(Path + "/schema/available_work_packages"), "a path that is no time entry's");
        var candidates = (await client.GetJsonAsync(linked))["total"].GetInt32();
        Assert.That(candidates, Is.GreaterThan(0));
        Assert.That((await client.GetJsonAsync(Path + "/available_work_packages"))["total"].GetInt32(), Is.EqualTo(candidates));
        var kinds = (await client.GetJsonAsync(Path + "/activities"))["_embedded/elements"].EnumerateArray().ToList();
        Assert.That(kinds.Select(k => k.GetProperty("position").GetInt32()), Is.Ordered.And.Not.Empty);
        Assert.That(kinds[0].GetProperty("_links").GetProperty("self").GetProperty("href").GetString(), Is.EqualTo(Path + "/activities/1"));
        foreach (var path in new[] { "/activities/1", "/activity/1" })
        {
            var activity = await client.GetJsonAsync(Path + path);
            Assert.That((activity["name"].GetString(), activity["default"].GetBoolean(), activity["_links/self/href"].GetString()), Is.EqualTo(("Management", true, Path + "/activities/1")));
            Assert.That(activity["_embedded/projects"].EnumerateArray().Select(p => p.GetProperty("name").GetString()), Does.Contain("Demo project"));
        }
    }

    [Test]
    public async Task Time_of_somebody_who_goes_stays()
    {
        var work = await WorkPackageAsync("Left");
        foreach (var login in new[] { "leaver", "another" })
        {
            await server.JoinAsync(login, (await client.GetJsonAsync("/api/v3/projects/demo-project"))["id"].GetInt64(), "Member");
            using var leaver = await server.ClientOfAsync(login);
            var made = await leaver.PostJsonAsync(Path, new { ongoing = true, _links = new { entity = Link(Self(work)) } });
            Assert.That((await client.DeleteJsonAsync(made["_links/user/href"].GetString()!)).Status, Is.EqualTo(HttpStatusCode.Accepted));

            var left = await client.GetJsonAsync(Self(made));
            Assert.That((left["_links/user/title"].GetString(), left["ongoing"].GetBoolean(), left["hours"].GetString()), Is.EqualTo(("Deleted user", false, "PT0S")), left.ToString());
        }
    }

    private static object Link(string href) => new { href };

    private static string Self(ApiAnswer resource) => resource["_links/self/href"].GetString()!;

    private static string Filter(params (string Name, string Operator, string[] Values)[] filters) => "?filters=" + Uri.EscapeDataString(
        JsonSerializer.Serialize(filters.Select(f => new Dictionary<string, object> { [f.Name] = new { @operator = f.Operator, values = f.Values } })));

    private static async Task RefusedAsync(Task<ApiAnswer> request, string attribute, string message)
    {
        var answer = await request;
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity), answer.ToString());
        Assert.That((answer["_embedded/details/attribute"].GetString(), answer["message"].GetString()), Is.EqualTo((attribute, message)));
    }

    private Task<ApiAnswer> WorkPackageAsync(string subject) => client.PostJsonAsync("/api/v3/projects/demo-project/work_packages", new { subject });
}
