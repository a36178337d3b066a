using System.Net;
using System.Text.Json;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;
using OpenProject.Testing.Databases;

namespace OpenProject.Api.Tests.WorkPackages;

/// <summary>Manual and automatic scheduling over HTTP: what moves when something else does.</summary>
[OnEachDatabase]
public sealed class SchedulingTests(DatabaseProvider provider)
{
    private const string Work = "/api/v3/work_packages";

    // The first day of March 2026 is a Sunday.
    private const string Monday = "2026-03-02";
    private const string Tuesday = "2026-03-03";
    private const string Wednesday = "2026-03-04";
    private const string Thursday = "2026-03-05";
    private const string Friday = "2026-03-06";
    private const string NextMonday = "2026-03-09";

    private ApiServer server = null!;
    private HttpClient client = null!;
    private string project = "";

    [OneTimeSetUp]
    public async Task Start()
    {
        server = new ApiServer(provider);
        client = server.Client();
        project = Self(await client.PostJsonAsync("/api/v3/projects", new { name = "Scheduled" }));
    }

    [OneTimeTearDown]
    public void Stop()
    {
        client.Dispose();
        server.Dispose();
    }

    [Test]
    public async Task A_successor_moves_with_its_predecessor_by_whole_working_days()
    {
        var (first, second) = (await MakeAsync(Monday, Wednesday), await MakeAsync(Monday, Tuesday));

        var relation = await FollowAsync(second, first, lag: 1);
        var waiting = await client.GetJsonAsync(second);
        Assert.That((waiting["scheduleManually"].GetBoolean(), Dates(waiting)), Is.EqualTo((false, (Friday, NextMonday))), waiting.ToString());

        await PatchAsync(first, new { dueDate = Friday });
        var moved = await client.GetJsonAsync(second);
        Assert.That((Dates(moved), moved["duration"].GetString()), Is.EqualTo((("2026-03-10", "2026-03-11"), "P2D")));
        Assert.That(moved["lockVersion"].GetInt32(), Is.EqualTo(waiting["lockVersion"].GetInt32() + 1));

        await client.PatchJsonAsync(Self(relation), new { lag = 0 });
        Assert.That(Dates(await client.GetJsonAsync(second)), Is.EqualTo((NextMonday, "2026-03-10")));
    }

    [Test]
    public async Task The_first_predecessor_turns_automatic_scheduling_on_and_the_last_one_off_again()
    {
        var (first, other, second) = (await MakeAsync(Monday, Monday), await MakeAsync(Monday, Tuesday), await MakeAsync(Friday, Friday));
        var one = await FollowAsync(second, first);
        var two = await FollowAsync(second, other);
        Assert.That(await ModeAndDatesAsync(second), Is.EqualTo((false, (Wednesday, Wednesday))));

        await client.DeleteJsonAsync(Self(two));
        Assert.That(await ModeAndDatesAsync(second), Is.EqualTo((false, (Tuesday, Tuesday))));
        await client.PatchJsonAsync(Self(one), new { type = "relates" });
        Assert.That(await ModeAndDatesAsync(second), Is.EqualTo((true, (Tuesday, Tuesday))));
    }

    [Test]
    public async Task What_people_schedule_stays_where_it_is()
    {
        var (first, second) = (await MakeAsync(Monday, Wednesday), await MakeAsync(Monday, Tuesday));
        await FollowAsync(second, first);
        await PatchAsync(second, new { scheduleManually = true, startDate = Monday, dueDate = Monday });

        await PatchAsync(first, new { dueDate = Friday });

        Assert.That(await ModeAndDatesAsync(second), Is.EqualTo((true, (Monday, Monday))));
        var again = await PatchAsync(second, new { scheduleManually = false });
        Assert.That(Dates(again), Is.EqualTo((NextMonday, NextMonday)), again.ToString());
    }

    [Test]
    public async Task A_chain_moves_to_its_end()
    {
        var chain = new List<string> { await MakeAsync(Monday, Monday) };
        for (var link = 0; link < 5; link++)
        {
            chain.Add(await MakeAsync(Monday, Monday));
            await FollowAsync(chain[^1], chain[^2]);
        }

        Assert.That(await ModeAndDatesAsync(chain[^1]), Is.EqualTo((false, (NextMonday, NextMonday))));
        await PatchAsync(chain[0], new { startDate = "2026-03-09", dueDate = "2026-03-09" });

        Assert.That(await ModeAndDatesAsync(chain[^1]), Is.EqualTo((false, ("2026-03-16", "2026-03-16"))));
    }

    [Test]
    public async Task A_milestone_follows_on_one_day()
    {
        var first = await MakeAsync(Monday, Friday);
        var milestone = await MakeAsync(null, null, type: "Milestone");

        await FollowAsync(milestone, first);

        Assert.That((await client.GetJsonAsync(milestone))["date"].GetString(), Is.EqualTo(NextMonday));
    }

    [Test]
    public async Task Predecessors_without_dates_leave_their_successor_without_any()
    {
        var (first, second) = (await MakeAsync(Monday, Monday), await MakeAsync(Monday, Wednesday));
        await FollowAsync(second, first);

        await PatchAsync(first, new { startDate = (string?)null, dueDate = (string?)null });
        var waiting = await client.GetJsonAsync(second);
        Assert.That((Dates(waiting), waiting["duration"].GetString()), Is.EqualTo(((default(string), default(string)), "P3D")));

        await PatchAsync(first, new { startDate = Monday, dueDate = Monday });
        Assert.That(Dates(await client.GetJsonAsync(second)), Is.EqualTo((Tuesday, Thursday)));
    }

    [Test]
    public async Task How_long_a_successor_takes_is_left_to_people_but_not_when_it_begins()
    {
        var (first, second) = (await MakeAsync(Monday, Monday), await MakeAsync(Monday, Monday));
        await FollowAsync(second, first);

        Assert.That(Dates(await PatchAsync(second, new { duration = "P3D" })), Is.EqualTo((Tuesday, Thursday)));
        var shorter = await PatchAsync(second, new { dueDate = Wednesday });
        Assert.That((Dates(shorter), shorter["duration"].GetString()), Is.EqualTo(((Tuesday, Wednesday), "P2D")));
        await RefusedAsync(second, new { startDate = Friday }, "startDate");
        await RefusedAsync(second, new { startDate = Monday }, "startDate");
        await RefusedAsync(second, new { dueDate = Monday }, "dueDate");
        var every = await PatchAsync(second, new { ignoreNonWorkingDays = true, duration = "P6D" });
        Assert.That(Dates(every), Is.EqualTo((Tuesday, "2026-03-08")));
    }

    [Test]
    public async Task Nothing_is_scheduled_automatically_without_a_reason()
    {
        var work = await MakeAsync(Monday, Monday);

        await RefusedAsync(work, new { scheduleManually = false }, "scheduleManually");
        var made = await client.PostJsonAsync(Work, new { subject = "x", scheduleManually = false, _links = new { project = Link(project) } });
        Assert.That((made.Status, made["_embedded/details/attribute"].GetString()), Is.EqualTo((HttpStatusCode.UnprocessableEntity, "scheduleManually")));
    }

    [Test]
    public async Task A_parent_takes_the_dates_of_its_first_child_and_spans_them_from_then_on()
    {
        var parent = await MakeAsync(Monday, Friday);
        var child = await MakeAsync(Tuesday, Wednesday, parent);
        Assert.That(await ModeAndDatesAsync(parent), Is.EqualTo((false, (Tuesday, Wednesday))));

        var second = await MakeAsync(Thursday, NextMonday, parent);
        Assert.That(await ModeAndDatesAsync(parent), Is.EqualTo((false, (Tuesday, NextMonday))));
        Assert.That((await client.GetJsonAsync(parent))["duration"].GetString(), Is.EqualTo("P5D"));

        await PatchAsync(second, new { dueDate = Thursday });
        Assert.That(await ModeAndDatesAsync(parent), Is.EqualTo((false, (Tuesday, Thursday))));
        await client.DeleteJsonAsync(child);
        Assert.That(await ModeAndDatesAsync(parent), Is.EqualTo((false, (Thursday, Thursday))));
        await client.DeleteJsonAsync(second);
        Assert.That(await ModeAndDatesAsync(parent), Is.EqualTo((true, (Thursday, Thursday))));
    }

    [Test]
    public async Task The_dates_of_a_parent_are_those_of_its_children_unless_people_take_it_over()
    {
        var parent = await MakeAsync(null, null);
        await MakeAsync(Tuesday, Wednesday, parent);

        var (refused, form) = (await PatchAsync(parent, new { startDate = Monday }, HttpStatusCode.UnprocessableEntity), await client.PostJsonAsync(parent + "/form"));
        Assert.That(refused["errorIdentifier"].GetString(), Does.EndWith(":PropertyIsReadOnly"), refused.ToString());
        foreach (var attribute in new[] { "startDate", "dueDate", "duration", "ignoreNonWorkingDays" })
            Assert.That(form[$"_embedded/schema/{attribute}/writable"].GetBoolean(), Is.False, attribute);
        var taken = await PatchAsync(parent, new { scheduleManually = true, startDate = Monday, dueDate = Friday });
        Assert.That((Dates(taken), taken["derivedStartDate"].GetString()), Is.EqualTo(((Monday, Friday), Tuesday)));
        Assert.That(Dates(await PatchAsync(parent, new { scheduleManually = false })), Is.EqualTo((Tuesday, Wednesday)));
    }

    [Test]
    public async Task What_a_parent_follows_its_children_follow()
    {
        var (first, parent, after) = (await MakeAsync(Monday, Monday), await MakeAsync(null, null), await MakeAsync(Monday, Monday));
        var child = await MakeAsync(Monday, Tuesday, parent);
        await FollowAsync(parent, first);
        await FollowAsync(after, parent);
        Assert.That(Dates(await PatchAsync(child, new { scheduleManually = false })), Is.EqualTo((Tuesday, Wednesday)));

        await PatchAsync(first, new { dueDate = Wednesday });

        Assert.That(await ModeAndDatesAsync(child), Is.EqualTo((false, (Thursday, Friday))));
        Assert.That(await ModeAndDatesAsync(parent), Is.EqualTo((false, (Thursday, Friday))));
        Assert.That(await ModeAndDatesAsync(after), Is.EqualTo((false, (NextMonday, NextMonday))));
    }

    [Test]
    public async Task What_moves_to_another_parent_moves_both()
    {
        var (left, right) = (await MakeAsync(null, null), await MakeAsync(null, null));
        var child = await MakeAsync(Monday, Tuesday, left);
        await MakeAsync(Thursday, Friday, left);

        await PatchAsync(child, new { _links = new { parent = Link(right) } });

        Assert.That(await ModeAndDatesAsync(left), Is.EqualTo((false, (Thursday, Friday))));
        Assert.That(await ModeAndDatesAsync(right), Is.EqualTo((false, (Monday, Tuesday))));
    }

    [Test]
    public async Task A_new_child_lies_where_its_parent_does_unless_told_otherwise()
    {
        var parent = await MakeAsync(Monday, Friday);
        await PatchAsync(parent, new { scheduleManually = true });

        Assert.That(Dates(await client.GetJsonAsync(await MakeAsync(null, null, parent, onlyGiven: true))), Is.EqualTo((Monday, Friday)));
        Assert.That(Dates(await client.GetJsonAsync(await MakeAsync(null, Wednesday, parent, onlyGiven: true))), Is.EqualTo((Monday, Wednesday)));
        Assert.That(Dates(await client.GetJsonAsync(await MakeAsync(NextMonday, null, parent, onlyGiven: true))), Is.EqualTo((NextMonday, default(string))));
        Assert.That(Dates(await client.GetJsonAsync(await MakeAsync(null, null, parent))), Is.EqualTo((default(string), default(string))), "told to have none");
    }

    [Test]
    public async Task What_waited_for_a_project_that_is_gone_waits_no_longer()
    {
        var gone = Self(await client.PostJsonAsync("/api/v3/projects", new { name = "Gone soon" }));
        var first = Self(await client.PostJsonAsync(Work, new { subject = "x", startDate = Monday, dueDate = Friday, _links = new { project = Link(gone) } }));
        var second = await MakeAsync(Monday, Monday);
        await FollowAsync(second, first);

        Assert.That((await client.DeleteJsonAsync(gone)).Status, Is.EqualTo(HttpStatusCode.NoContent));

        Assert.That(await ModeAndDatesAsync(second), Is.EqualTo((true, (NextMonday, NextMonday))));
    }

    [Test]
    public async Task Nothing_moves_beyond_the_calendar_of_the_world()
    {
        var (first, second) = (await MakeAsync("9999-12-30", "9999-12-31"), await MakeAsync(Monday, Monday));

        var refused = await FollowAsync(second, first);

        Assert.That(refused.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity), refused.ToString());
        Assert.That((await client.GetJsonAsync(second + "/relations"))["total"].GetInt32(), Is.Zero);
    }

    private static object Link(string? href) => new { href };

    private static string Self(ApiAnswer resource) => resource["_links/self/href"].GetString()!;

    private static (string?, string?) Dates(ApiAnswer work) => (work["startDate"].GetString(), work["dueDate"].GetString());

    private async Task<(bool, (string?, string?))> ModeAndDatesAsync(string work)
    {
        var answer = await client.GetJsonAsync(work);
        return (answer["scheduleManually"].GetBoolean(), Dates(answer));
    }

    private async Task<string> MakeAsync(string? start, string? due, string? parent = null, string type = "Task", bool onlyGiven = false)
    {
        var types = await client.GetJsonAsync("/api/v3/types");
        var typeHref = types["_embedded/elements"].EnumerateArray().First(t => t.GetProperty("name").GetString() == type).GetProperty("_links").GetProperty("self").GetProperty("href").GetString();
        var body = new Dictionary<string, object?> { ["subject"] = "Work", ["_links"] = new { project = Link(project), parent = Link(parent), type = Link(typeHref) } };
        if (type != "Milestone" && (start is not null || !onlyGiven))
            body["startDate"] = start;
        if (type != "Milestone" && (due is not null || !onlyGiven))
            body["dueDate"] = due;
        var made = await client.PostJsonAsync(Work, JsonSerializer.Serialize(body));
        Assert.That(made.Status, Is.EqualTo(HttpStatusCode.Created), made.ToString());
        return Self(made);
    }

    private Task<ApiAnswer> FollowAsync(string successor, string predecessor, int lag = 0) =>
        client.PostJsonAsync(successor + "/relations", new { type = "follows", lag, _links = new { to = Link(predecessor) } });

    private async Task<ApiAnswer> PatchAsync(string work, object changes, HttpStatusCode expected = HttpStatusCode.OK)
    {
        var body = JsonSerializer.SerializeToNode(changes)!.AsObject();
        body["lockVersion"] = (await client.GetJsonAsync(work))["lockVersion"].GetInt32();
        var answer = await client.PatchJsonAsync(work, body.ToJsonString());
        Assert.That(answer.Status, Is.EqualTo(expected), answer.ToString());
        return answer;
    }

    private async Task RefusedAsync(string work, object changes, string attribute)
    {
        var answer = await PatchAsync(work, changes, HttpStatusCode.UnprocessableEntity);
        Assert.That(answer["_embedded/details/attribute"].GetString(), Is.EqualTo(attribute), answer.ToString());
    }
}
