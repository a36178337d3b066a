using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using OpenProject.Application.Projects;
using OpenProject.Domain.Meetings;
using OpenProject.Domain.Projects;
using OpenProject.Domain.WikiPages;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;
using OpenProject.Testing.Databases;

namespace OpenProject.Api.Tests.Mcp;

/// <summary>Tools that write what nothing published writes ask for the permissions of it.</summary>
[OnEachDatabase]
public sealed class ContentToolTests(DatabaseProvider provider)
{
    private McpWorld world = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        world = await McpWorld.StartAsync(provider);
        foreach (var project in world.People.Projects.Values)
            await world.People.Server.ModulesAsync(IdOf(project), [.. ProjectModules.All]);
    }

    [OneTimeTearDown]
    public async Task Stop() => await world.DisposeAsync();

    // Pages of wikis are edited by members; the rest takes permissions that their role has not.
    [TestCase("create_sprint", "forbidden")]
    [TestCase("create_meeting", "forbidden")]
    [TestCase("add_agenda_item", "forbidden")]
    [TestCase("update_agenda_item", "forbidden")]
    [TestCase("update_wiki_page", "")]
    public async Task A_tool_asks_for_the_permission(string tool, string ofMember)
    {
        foreach (var (place, project) in world.People.Projects)
        {
            foreach (var kind in McpWorld.Kinds)
            {
                var (isError, content) = await world.CallAsync(kind, tool, await ArgumentsAsync(tool, IdOf(project)));
                var expected = (kind, place) switch
                {
                    ("admin", _) => "",
                    (_, "private") => "not_found",
                    ("member", _) => ofMember,
                    // Meetings are not shown to those without a role that says so.
                    _ => tool.EndsWith("agenda_item", StringComparison.Ordinal) ? "not_found" : "forbidden",
                };

                Assert.That(isError ? content.GetProperty("code").GetString() : "", Is.EqualTo(expected), $"{tool} for {kind} in the {place} project: {content}");
            }
        }

        // Who has the permission and no more than a role needs no administrator's.
        var (server, id) = (world.People.Server, IdOf(world.People.Projects["public"]));
        await server.JoinAsync($"kim{tool}", id, "Project admin");
        using var http = await server.ClientOfAsync($"kim{tool}");
        await using var kim = await McpWorld.ClientAsync(http);
        Assert.That((await kim.CallToolAsync(tool, await ArgumentsAsync(tool, id))).IsError, Is.Not.True);
        await server.ModulesAsync(id, [.. ProjectModules.All.Except(["backlogs", "meetings", "wiki"])]);
        Assert.That((await kim.CallToolAsync(tool, await ArgumentsAsync(tool, id))).IsError, Is.True, "the module is off");
        await server.ModulesAsync(id, [.. ProjectModules.All]);
    }

    [Test]
    public async Task A_page_says_what_it_was_told_last_and_nobody_overwrites_what_he_has_not_read()
    {
        var id = await PageAsync(3);
        var (_, before) = await world.CallAsync("member", "get_wiki_page", new() { ["id"] = id });
        var (_, after) = await world.CallAsync("member", "update_wiki_page", new() { ["id"] = id, ["text"] = "Now **this** <script>alert(1)</script>", ["lock_version"] = before.GetProperty("lockVersion").GetInt32() });
        var (_, stale) = await world.CallAsync("admin", "update_wiki_page", new() { ["id"] = id, ["text"] = "Overwritten", ["lock_version"] = before.GetProperty("lockVersion").GetInt32() });
        var (_, read) = await world.CallAsync("reader", "get_wiki_page", new() { ["id"] = id });
        var there = await world.People["reader"].GetJsonAsync($"/api/v3/wiki_pages/{id}");
        await using var scope = world.People.Server.Services.CreateAsyncScope();
        var html = (await scope.ServiceProvider.GetRequiredService<OpenProjectDbContext>().FindAsync<WikiPage>(id))!.TextHtml;

        Assert.That(before.GetProperty("text").GetProperty("raw").GetString(), Is.EqualTo("Said"));
        Assert.That(after.GetProperty("lockVersion").GetInt32(), Is.EqualTo(before.GetProperty("lockVersion").GetInt32() + 1));
        Assert.That(stale.GetProperty("code").GetString(), Is.EqualTo("conflict"));
        Assert.That(read.GetProperty("text").GetProperty("raw").GetString(), Does.StartWith("Now **this**"));
        Assert.That(html, Does.Contain("<strong>this</strong>").And.Not.Contain("<script>"));
        Assert.That(there.Body.EnumerateObject().Select(m => m.Name), Does.Contain("title").And.Not.Contain("text").And.Not.Contain("lockVersion"), "API v3 shows what is published");
    }

    [Test]
    public async Task A_meeting_has_an_agenda_in_the_order_in_which_it_grew()
    {
        var (_, meeting) = await world.CallAsync("admin", "create_meeting", new() { ["project"] = "demo-project", ["title"] = "Planning", ["start"] = "2027-03-01T10:00:00+01:00", ["minutes"] = 90, ["location"] = "Room 1" });
        var id = meeting.GetProperty("id").GetInt64();
        var (_, first) = await world.CallAsync("admin", "add_agenda_item", new() { ["meeting_id"] = id, ["title"] = "Goals", ["notes"] = "What *for*", ["minutes"] = 30 });
        var (_, second) = await world.CallAsync("admin", "add_agenda_item", new() { ["meeting_id"] = id, ["title"] = "Risks" });
        var (_, read) = await world.CallAsync("member", "get_meeting", new() { ["id"] = id });
        var there = await world.People["member"].GetJsonAsync($"/api/v3/meetings/{id}");

        Assert.That((meeting.GetProperty("startTime").GetString(), meeting.GetProperty("location").GetString(), meeting.GetProperty("duration").GetDouble()), Is.EqualTo(("2027-03-01T09:00:00.000Z", "Room 1", 1.5)));
        Assert.That((first.GetProperty("position").GetInt32(), second.GetProperty("position").GetInt32()), Is.EqualTo((1, 2)));
        Assert.That(read.GetProperty("agenda").EnumerateArray().Select(i => i.GetProperty("title").GetString()), Is.EqualTo(new[] { "Goals", "Risks" }));
        Assert.That(read.GetProperty("agenda")[0].GetProperty("notes").GetProperty("raw").GetString(), Is.EqualTo("What *for*"));
        Assert.That(there.Body.EnumerateObject().Select(m => m.Name), Does.Contain("title").And.Not.Contain("agenda"), "API v3 shows what is published");
    }

    [Test]
    public async Task What_is_on_an_agenda_is_changed_as_far_as_it_is_said()
    {
        var item = (await ArgumentsAsync("update_agenda_item", 3))["id"];
        var (_, before) = await world.CallAsync("admin", "update_agenda_item", new() { ["id"] = item, ["notes"] = "Still *so*", ["minutes"] = 20 });
        var (_, renamed) = await world.CallAsync("admin", "update_agenda_item", new() { ["id"] = item, ["title"] = "Renamed" });
        var (_, emptied) = await world.CallAsync("admin", "update_agenda_item", new() { ["id"] = item, ["notes"] = "", ["minutes"] = 25 });
        var (_, missing) = await world.CallAsync("admin", "update_agenda_item", new() { ["id"] = 999_999, ["title"] = "Nothing" });
        await using var scope = world.People.Server.Services.CreateAsyncScope();
        var stored = (await scope.ServiceProvider.GetRequiredService<OpenProjectDbContext>().FindAsync<MeetingAgendaItem>(item))!;

        Assert.That((before.GetProperty("title").GetString(), before.GetProperty("minutes").GetInt32()), Is.EqualTo(("Item", 20)));
        Assert.That((renamed.GetProperty("title").GetString(), renamed.GetProperty("notes").GetProperty("raw").GetString(), renamed.GetProperty("minutes").GetInt32()), Is.EqualTo(("Renamed", "Still *so*", 20)));
        Assert.That((emptied.TryGetProperty("notes", out _), emptied.GetProperty("minutes").GetInt32()), Is.EqualTo((false, 25)));
        Assert.That((stored.Title, stored.Notes, stored.Minutes), Is.EqualTo(("Renamed", (string?)null, (int?)25)));
        Assert.That(missing.GetProperty("code").GetString(), Is.EqualTo("not_found"));
    }

    [TestCase("update_agenda_item", "title", "\" \"", "Title can't be blank.")]
    [TestCase("create_meeting", "start", "\"2027-03-01\"", "start must be a time like 2027-12-31T08:00:00Z.")]
    [TestCase("create_meeting", "start", "\"9999-12-31T23:59:59Z\"", "start must be a time like 2027-12-31T08:00:00Z.")]
    [TestCase("create_meeting", "start", "\"2027-03-01T10:00:00\"", "start must be a time like 2027-12-31T08:00:00Z.")]
    [TestCase("create_meeting", "minutes", "10081", "minutes must be at most 10080.")]
    [TestCase("create_meeting", "title", "\" \"", "Title can't be blank.")]
    [TestCase("add_agenda_item", "title", "\" \"", "Title can't be blank.")]
    [TestCase("create_sprint", "name", "\" \"", "Name can't be blank.")]
    [TestCase("create_sprint", "finish", "\"2020-01-01\"", "Finish date must be greater than or equal to the start date.")]
    public async Task What_cannot_be_is_refused_with_a_sentence(string tool, string argument, string json, string sentence)
    {
        var arguments = await ArgumentsAsync(tool, 3);
        arguments[argument] = JsonElement.Parse(json);
        var (isError, content) = await world.CallAsync("admin", tool, arguments);

        Assert.That((isError, content.GetProperty("error").GetString()), Is.EqualTo((true, sentence)));
    }

    [Test]
    public async Task A_long_agenda_is_read_in_parts()
    {
        var id = (await ArgumentsAsync("add_agenda_item", 3))["meeting_id"];
        for (var i = 0; i < 5; i++)
            await world.CallAsync("admin", "add_agenda_item", new() { ["meeting_id"] = id, ["title"] = $"Item {i}", ["notes"] = new string('n', 25_000) });
        var (titles, parts) = (new List<string?>(), 0);
        for (int? from = 0; from is not null; parts++)
        {
            var (_, read) = await world.CallAsync("member", "get_meeting", new() { ["id"] = id, ["agenda_from"] = from });
            Assert.That(read.GetRawText(), Has.Length.LessThan(90_000));
            titles.AddRange(read.GetProperty("agenda").EnumerateArray().Select(i => i.GetProperty("title").GetString()));
            from = read.TryGetProperty("agendaNext", out var next) ? next.GetInt32() : null;
        }

        Assert.That((titles, parts), Is.EqualTo((new[] { "Item 0", "Item 1", "Item 2", "Item 3", "Item 4" }, 2)));
    }

    [Test]
    public async Task An_agenda_comes_to_an_end()
    {
        var id = (await ArgumentsAsync("add_agenda_item", 3))["meeting_id"];
        await using (var scope = world.People.Server.Services.CreateAsyncScope())
        {
            var context = scope.ServiceProvider.GetRequiredService<OpenProjectDbContext>();
            for (var position = 1; position <= MeetingAgendaItem.Most; position++)
                context.Add(MeetingAgendaItem.Create((long)id!, 4, position, "Item", DateTime.UnixEpoch));
            await context.SaveChangesAsync();
        }

        var (_, full) = await world.CallAsync("admin", "add_agenda_item", new() { ["meeting_id"] = id, ["title"] = "One more" });
        Assert.That((full.GetProperty("code").GetString(), full.GetProperty("error").GetString()), Is.EqualTo(("validation", "The agenda is full (maximum is 200 items).")));
    }

    [Test]
    public async Task A_sprint_is_made_and_found()
    {
        var (_, made) = await world.CallAsync("admin", "create_sprint", new() { ["project"] = "demo-project", ["name"] = "Of an agent", ["start"] = "2027-03-01", ["finish"] = "2027-03-14" });
        var there = await world.People["member"].GetJsonAsync($"/api/v3/sprints/{made.GetProperty("id")}");

        Assert.That((there["name"].GetString(), there["startDate"].GetString(), there["finishDate"].GetString()), Is.EqualTo(("Of an agent", "2027-03-01", "2027-03-14")));
    }

    private static long IdOf(string project) => long.Parse(project.Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture);

    private async Task<Dictionary<string, object?>> ArgumentsAsync(string tool, long project) => tool switch
    {
        "create_sprint" => new() { ["project"] = project, ["name"] = "Sprint", ["start"] = "2027-03-01" },
        "create_meeting" => new() { ["project"] = project, ["title"] = "Meeting", ["start"] = "2027-03-01T09:00:00Z" },
        "add_agenda_item" => new() { ["meeting_id"] = await AddedAsync(() => Meeting.Create(project, 4, "Meeting", DateTime.UnixEpoch, minutes: 30, DateTime.UnixEpoch)), ["title"] = "Item" },
        "update_agenda_item" => new() { ["id"] = await ItemAsync((long)(await ArgumentsAsync("add_agenda_item", project))["meeting_id"]!), ["title"] = "Item" },
        _ => new() { ["id"] = await PageAsync(project), ["text"] = "Said otherwise", ["lock_version"] = 0 },
    };

    private async Task<long> ItemAsync(long meeting)
    {
        await using var scope = world.People.Server.Services.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<OpenProjectDbContext>();
        var item = MeetingAgendaItem.Create(meeting, 4, 1, "Item", DateTime.UnixEpoch);
        context.Add(item);
        await context.SaveChangesAsync();
        return item.Id;
    }

    private Task<long> PageAsync(long project) => AddedAsync(() => WikiPage.Create(project, 4, $"Page {Guid.NewGuid()}", DateTime.UnixEpoch));

    private async Task<long> AddedAsync(Func<ProjectContent> make)
    {
        await using var scope = world.People.Server.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ProjectContentService>().AddAsync(make, "Said", CancellationToken.None);
    }
}
