using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;
using OpenProject.Testing.Databases;

namespace OpenProject.Api.Tests.Sprints;

/// <summary>Work packages that are planned in sprints.</summary>
[OnEachDatabase]
public sealed class WorkInSprintsTests(DatabaseProvider provider)
{
    private const string Scrum = "/api/v3/projects/your-scrum-project";

    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero));
    private ApiServer server = null!;
    private HttpClient client = null!;
    private HttpClient mira = null!;
    private HttpClient jonas = null!; // sees work packages there, but neither sprints nor budgets
    private string sprint = "";

    [OneTimeSetUp]
    public async Task Start()
    {
        server = new ApiServer(provider) { TestServices = services => services.AddSingleton<TimeProvider>(clock) };
        client = server.Client();
        mira = await server.ClientOfAsync("mira");
        jonas = await server.ClientOfAsync("jonas");
        sprint = (await client.GetJsonAsync(Scrum + "/sprints"))["_embedded/elements/0/_links/self/href"].GetString()!;
    }

    [OneTimeTearDown]
    public void Stop()
    {
        jonas.Dispose();
        mira.Dispose();
        client.Dispose();
        server.Dispose();
    }

    [Test]
    public async Task Work_is_planned_for_a_sprint_of_its_project_and_found_by_it()
    {
        var made = await client.PostJsonAsync(Scrum + "/work_packages", new { subject = "Story", storyPoints = 5, _links = new { sprint = Link(sprint) } });
        Assert.That((made.Status, made["storyPoints"].GetInt32(), made["_links/sprint/href"].GetString(), made["_links/sprint/title"].GetString()), Is.EqualTo((HttpStatusCode.Created, 5, sprint, "Sprint 1")), made.ToString());
        Assert.That(await FoundAsync(client, "sprint", "=", sprint.Split('/')[^1]), Does.Contain(made["id"].GetInt64()));
        Assert.That(await FoundAsync(client, "storyPoints", "=", "5"), Is.EqualTo(new[] { made["id"].GetInt64() }));
        var form = await client.PostJsonAsync(Self(made) + "/form", new { lockVersion = 0 });
        Assert.That(form["_embedded/schema/sprint/_links/allowedValues"].EnumerateArray().Select(s => s.GetProperty("title").GetString()), Is.EqualTo(new[] { "Sprint 1", "Sprint 2" }));
        var less = await client.PatchJsonAsync(Self(made), new { lockVersion = 0, storyPoints = -1 });
        Assert.That((less.Status, less["_embedded/details/attribute"].GetString()), Is.EqualTo((HttpStatusCode.UnprocessableEntity, "storyPoints")), less.ToString());

        var moved = await client.PatchJsonAsync(Self(made), new { lockVersion = 0, _links = new { project = Link("/api/v3/projects/3") } });
        Assert.That(moved.Status, Is.EqualTo(HttpStatusCode.OK), moved.ToString());
        Assert.That(await FoundAsync(client, "sprint", "=", sprint.Split('/')[^1]), Does.Not.Contain(made["id"].GetInt64()), "A sprint is of one project.");
    }

    [Test]
    public async Task Work_stands_last_in_the_sprint_that_it_joins_and_keeps_its_place()
    {
        var second = await SprintAsync("Sprint 2");
        var made = new List<ApiAnswer>();
        foreach (var subject in new[] { "Queued one", "Queued two" })
            made.Add(await client.PostJsonAsync(Scrum + "/work_packages", new { subject, _links = new { sprint = Link(second) } }));
        var places = made.ConvertAll(w => w["position"].GetInt32());
        Assert.That(places[1], Is.EqualTo(places[0] + 1), made[1].ToString());

        var outside = await client.PostJsonAsync(Scrum + "/work_packages", new { subject = "Queued nowhere" });
        Assert.That(outside["position"].ValueKind, Is.EqualTo(JsonValueKind.Null));
        var refused = await client.PatchJsonAsync(Self(outside), new { lockVersion = 0, position = 1 });
        Assert.That(refused["errorIdentifier"].GetString(), Does.EndWith(":PropertyIsReadOnly"), refused.ToString());
        Assert.That((await client.PatchJsonAsync(Self(made[0]), new { lockVersion = 0, subject = "Queued still" }))["position"].GetInt32(), Is.EqualTo(places[0]));

        await ChangeAsync(made[0], new { lockVersion = 1, _links = new { sprint = new { href = (string?)null } } });
        await ChangeAsync(made[0], new { lockVersion = 2, _links = new { sprint = Link(second) } });
        var list = $"{Scrum}/work_packages?filters={Uri.EscapeDataString($$$"""[{"sprint":{"operator":"=","values":["{{{second.Split('/')[^1]}}}"]}},{"subject":{"operator":"~","values":["Queued"]}}]""")}&sortBy=";
        Assert.That(Ids(await client.GetJsonAsync(list + """[["position","asc"]]""")), Is.EqualTo(new[] { made[1]["id"].GetInt64(), made[0]["id"].GetInt64() }), "Who comes back stands last.");
        Assert.That((await jonas.GetJsonAsync(Self(made[0]))).Body.TryGetProperty("position", out _), Is.False, "Sprints are not for him.");

        await ChangeAsync(made[1], new { lockVersion = 0, _links = new { project = Link("/api/v3/projects/3"), sprint = new { href = (string?)null } } });
        Assert.That((await client.GetJsonAsync(Self(made[1]))).Body.TryGetProperty("position", out var place) && place.ValueKind != JsonValueKind.Null, Is.False);
    }

    [Test]
    public async Task What_follows_its_parent_to_another_project_leaves_its_place_in_the_sprint()
    {
        var parent = await client.PostJsonAsync(Scrum + "/work_packages", new { subject = "Goes" });
        var child = await client.PostJsonAsync(Scrum + "/work_packages", new { subject = "Follows", _links = new { parent = Link(Self(parent)), sprint = Link(sprint) } });
        var version = (await client.GetJsonAsync(Self(parent)))["lockVersion"].GetInt32();
        await ChangeAsync(parent, new { lockVersion = version, _links = new { project = Link("/api/v3/projects/3") } });

        await using var scope = server.Services.CreateAsyncScope();
        var id = child["id"].GetInt64();
        var row = scope.ServiceProvider.GetRequiredService<OpenProjectDbContext>().Set<Domain.WorkPackages.WorkPackage>().Single(w => w.Id == id);
        Assert.That((row.ProjectId, row.SprintId, row.SprintPosition), Is.EqualTo((3L, (long?)null, (int?)null)));
    }

    [Test]
    public async Task Sprints_of_other_projects_are_refused()
    {
        var made = await client.PostJsonAsync("/api/v3/projects/demo-project/work_packages", new { subject = "Elsewhere", _links = new { sprint = Link(sprint) } });
        Assert.That((made.Status, made["_embedded/details/attribute"].GetString()), Is.EqualTo((HttpStatusCode.UnprocessableEntity, "sprint")), made.ToString());
    }

    [Test]
    public async Task Planning_sprints_is_a_permission_of_its_own()
    {
        var made = await client.PostJsonAsync(Scrum + "/work_packages", new { subject = "Story", storyPoints = 8, _links = new { sprint = Link(sprint) } });
        var written = await mira.PatchJsonAsync(Self(made), new { lockVersion = 0, _links = new { sprint = new { href = (string?)null } } });
        Assert.That(written["errorIdentifier"].GetString(), Does.EndWith(":PropertyIsReadOnly"), "It takes manage_sprint_items. " + written);
        Assert.That((await client.DeleteJsonAsync(Self(made))).Status, Is.EqualTo(HttpStatusCode.NoContent));
    }

    [Test]
    public async Task Projects_without_sprints_have_no_story_points()
    {
        var made = await client.PostJsonAsync("/api/v3/projects/demo-project/work_packages", new { subject = "No story" });
        Assert.That((made.Body.TryGetProperty("storyPoints", out _), made["_links"].TryGetProperty("sprint", out _)), Is.EqualTo((false, false)), made.ToString());
        var written = await client.PatchJsonAsync(Self(made), new { lockVersion = 0, storyPoints = 1 });
        Assert.That(written["errorIdentifier"].GetString(), Does.EndWith(":PropertyIsReadOnly"), written.ToString());
    }

    [Test]
    public async Task Work_is_ordered_and_summed_by_story_points_as_far_as_they_are_seen()
    {
        var made = new List<long>();
        foreach (var points in new int?[] { 3, 21, null, 8 })
            made.Add((await client.PostJsonAsync(Scrum + "/work_packages", new { subject = "Weighty", storyPoints = points }))["id"].GetInt64());
        var list = $"{Scrum}/work_packages?filters={Uri.EscapeDataString("""[{"subject":{"operator":"~","values":["Weighty"]}}]""")}&showSums=true&groupBy=type&sortBy=";

        var (falling, rising) = (await client.GetJsonAsync(list + """[["storyPoints","desc"]]"""), await client.GetJsonAsync(list + """[["storyPoints","asc"]]"""));
        Assert.That(Ids(falling), Is.EqualTo(new[] { made[1], made[3], made[0], made[2] }), falling.ToString());
        Assert.That(Ids(rising).Where(id => id != made[2]), Is.EqualTo(new[] { made[0], made[3], made[1] }));
        Assert.That((falling["totalSums/storyPoints"].GetInt32(), falling["groups/0/sums/storyPoints"].GetInt32()), Is.EqualTo((32, 32)));
        Assert.That((await client.GetJsonAsync("/api/v3/work_packages/schemas/sums"))["storyPoints/type"].GetString(), Is.EqualTo("Integer"));

        var unseen = await jonas.GetJsonAsync(list + """[["storyPoints","desc"]]""");
        Assert.That(Ids(unseen), Is.EqualTo(made), "The order would tell what is not seen.");
        Assert.That((unseen["totalSums/storyPoints"].ValueKind, unseen["groups/0/sums/storyPoints"].ValueKind), Is.EqualTo((JsonValueKind.Null, JsonValueKind.Null)));
    }

    [Test]
    public async Task Changes_of_sprint_points_and_budget_are_told_to_those_who_see_them()
    {
        var second = await SprintAsync("Sprint 2");
        var made = await client.PostJsonAsync(Scrum + "/work_packages", new { subject = "Told", storyPoints = 3, _links = new { sprint = Link(sprint) } });
        clock.Advance(TimeSpan.FromMinutes(6));
        await ChangeAsync(made, new { lockVersion = 0, subject = "Told again", storyPoints = 8, _links = new { sprint = Link(second) } });
        clock.Advance(TimeSpan.FromMinutes(6));
        await ChangeAsync(made, new { lockVersion = 1, storyPoints = (int?)null, _links = new { sprint = new { href = (string?)null } } });

        Assert.That(await ToldAsync(client, made, 0), Is.SupersetOf(new[] { "Story points set to 3", "Sprint set to Sprint 1" }));
        Assert.That(await ToldAsync(client, made, 1), Is.EquivalentTo(new[] { "Subject changed from Told to Told again", "Story points changed from 3 to 8", "Sprint changed from Sprint 1 to Sprint 2" }));
        Assert.That(await ToldAsync(client, made, 2), Is.EquivalentTo(new[] { "Story points deleted (8)", "Sprint deleted (Sprint 2)" }));
        Assert.That(await ToldAsync(jonas, made, 1), Is.EqualTo(new[] { "Subject changed from Told to Told again" }));

        var budget = (await client.GetJsonAsync("/api/v3/projects/demo-project/budgets"))["_embedded/elements/0/_links/self/href"].GetString()!;
        var paid = await client.PostJsonAsync("/api/v3/projects/demo-project/work_packages", new { subject = "Paid" });
        clock.Advance(TimeSpan.FromMinutes(6));
        await ChangeAsync(paid, new { lockVersion = 0, _links = new { budget = Link(budget) } });
        Assert.That(await ToldAsync(client, paid, 1), Is.EqualTo(new[] { "Budget set to Venue and catering" }));
        Assert.That(await ToldAsync(jonas, paid, 1), Is.Empty);
    }

    [Test]
    public async Task Earlier_sprints_and_points_are_known()
    {
        var made = await client.PostJsonAsync(Scrum + "/work_packages", new { subject = "Once", storyPoints = 13, _links = new { sprint = Link(sprint) } });
        clock.Advance(TimeSpan.FromDays(2));
        var later = clock.GetUtcNow().AddDays(-1).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'");
        await ChangeAsync(made, new { lockVersion = 0, storyPoints = 1, _links = new { sprint = new { href = (string?)null } } });

        var then = await client.GetJsonAsync($"{Self(made)}?timestamps={later},PT0S");
        Assert.That((then["storyPoints"].GetInt32(), then["_embedded/attributesByTimestamp/0/storyPoints"].GetInt32()), Is.EqualTo((1, 13)), then.ToString());
        Assert.That(then["_embedded/attributesByTimestamp/0/_links/sprint/title"].GetString(), Is.EqualTo("Sprint 1"));
        var found = await client.GetJsonAsync($"/api/v3/work_packages?timestamps={later}&showSums=true&filters={Uri.EscapeDataString("""[{"storyPoints":{"operator":"=","values":["13"]}}]""")}");
        Assert.That((Ids(found)[0], Ids(found).Length, found["totalSums/storyPoints"].GetInt32()), Is.EqualTo((made["id"].GetInt64(), 1, 13)), found.ToString());
        var unseen = await jonas.GetJsonAsync($"{Self(made)}?timestamps={later},PT0S");
        Assert.That(unseen["_embedded/attributesByTimestamp/0"].TryGetProperty("storyPoints", out _), Is.False, unseen.ToString());
    }

    private async Task<string> SprintAsync(string name) => (await client.GetJsonAsync(Scrum + "/sprints"))["_embedded/elements"].EnumerateArray()
        .Single(s => s.GetProperty("name").GetString() == name).GetProperty("_links").GetProperty("self").GetProperty("href").GetString()!;

    private async Task ChangeAsync(ApiAnswer made, object change)
    {
        var changed = await client.PatchJsonAsync(Self(made), change);
        Assert.That(changed.Status, Is.EqualTo(HttpStatusCode.OK), changed.ToString());
    }

    private static async Task<string[]> ToldAsync(HttpClient asking, ApiAnswer made, int index) =>
        [.. (await asking.GetJsonAsync(Self(made) + "/activities"))[$"_embedded/elements/{index}/details"].EnumerateArray().Select(d => d.GetProperty("raw").GetString()!)];

    private static long[] Ids(ApiAnswer list) => [.. list["_embedded/elements"].EnumerateArray().Select(w => w.GetProperty("id").GetInt64())];

    private static async Task<long[]> FoundAsync(HttpClient asking, string filter, string @operator, string value)
    {
        var filters = Uri.EscapeDataString($$$"""[{"{{{filter}}}":{"operator":"{{{@operator}}}","values":["{{{value}}}"]}}]""");
        var found = await asking.GetJsonAsync("/api/v3/work_packages?filters=" + filters);
        return [.. found["_embedded/elements"].EnumerateArray().Select(w => w.GetProperty("id").GetInt64())];
    }

    private static object Link(string href) => new { href };

    private static string Self(ApiAnswer answer) => answer["_links/self/href"].GetString()!;
}
