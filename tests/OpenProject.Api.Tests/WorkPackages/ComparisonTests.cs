using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;
using OpenProject.Testing.Databases;

namespace OpenProject.Api.Tests.WorkPackages;

/// <summary>Work packages as they were, over HTTP: at any age, one by one and in lists.</summary>
[OnEachDatabase]
public sealed class ComparisonTests(DatabaseProvider provider)
{
    private const string Work = "/api/v3/work_packages";

    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero));
    private ApiServer server = null!;
    private HttpClient client = null!;
    private string project = "";

    [OneTimeSetUp]
    public async Task Start()
    {
        server = new ApiServer(provider, ("Seed:Demo", "none")) { TestServices = services => services.AddSingleton<TimeProvider>(clock) };
        client = server.Client();
        project = Self(await client.PostJsonAsync("/api/v3/projects", new { name = "Remembered", @public = true }));
    }

    [OneTimeTearDown]
    public void Stop()
    {
        client.Dispose();
        server.Dispose();
    }

    [Test]
    public async Task A_list_tells_what_was_otherwise_and_only_that()
    {
        var work = await CreateAsync("Old subject");
        var before = Later(TimeSpan.FromDays(400));
        await PatchAsync(work, new { subject = "New subject", dueDate = "2027-06-01", _links = new { status = new { href = "/api/v3/statuses/7" } } });
        Later(TimeSpan.FromDays(1));

        var element = Of(work, await ListAsync($"{before},PT0S"));
        Assert.That(element.GetProperty("subject").GetString(), Is.EqualTo("New subject"));
        Assert.That(element.GetProperty("_meta").GetRawText(), Is.EqualTo("""{"matchesFilters":true,"exists":true,"timestamp":"PT0S"}"""));
        Assert.That(HrefOf(element), Does.StartWith($"{work}?timestamps={before},2"));
        var states = element.GetProperty("_embedded").GetProperty("attributesByTimestamp").EnumerateArray().ToList();
        Assert.That(states.ConvertAll(Members), Is.EqualTo(new[] { "subject,dueDate,_meta,_links", "_meta,_links" }));
        Assert.That(states[0].GetProperty("subject").GetString(), Is.EqualTo("Old subject"));
        Assert.That(states[0].GetProperty("dueDate").ValueKind, Is.EqualTo(JsonValueKind.Null));
        Assert.That(Members(states[0].GetProperty("_links")), Is.EqualTo("self,status"));
        Assert.That(states[0].GetProperty("_links").GetProperty("status").GetRawText(), Is.EqualTo("""{"href":"/api/v3/statuses/1","title":"New"}"""));

        var then = await client.GetJsonAsync(HrefOf(states[0]));
        Assert.That((then["subject"].GetString(), then["_links/status/title"].GetString()), Is.EqualTo(("Old subject", "New")), then.ToString());
        Assert.That(then["_embedded/status/name"].GetString(), Is.EqualTo("New"));
    }

    [Test]
    public async Task What_matched_at_any_of_the_times_is_listed_and_told_when()
    {
        var (closed, always, never) = (await CreateAsync("Closed since"), await CreateAsync("Open"), await CreateAsync("Never"));
        await PatchAsync(never, new { _links = new { status = new { href = "/api/v3/statuses/12" } } });
        var before = Later(TimeSpan.FromDays(3));
        await PatchAsync(closed, new { _links = new { status = new { href = "/api/v3/statuses/12" } } });
        var young = await CreateAsync("Young");
        Later(TimeSpan.FromHours(1));

        var listed = await ListAsync($"{before},PT0S", """[{"status":{"operator":"o","values":[]}}]""");

        Assert.That(Matching(Of(closed, listed)), Is.EqualTo("true/true,true/false"));
        Assert.That(Matching(Of(always, listed)), Is.EqualTo("true/true,true/true"));
        Assert.That(Matching(Of(young, listed)), Is.EqualTo("false/false,true/true"));
        Assert.That(Elements(listed).Any(e => e.GetProperty("id").GetInt64() == IdOf(never)), Is.False);
        Assert.That(listed["total"].GetInt32(), Is.EqualTo(Elements(listed).Count()));
    }

    [Test]
    public async Task A_list_of_the_past_alone_is_as_it_was()
    {
        var work = await CreateAsync("As it was");
        var before = Later(TimeSpan.FromDays(3));
        await PatchAsync(work, new { subject = "As it is", description = new { raw = "**Now**" } });
        Later(TimeSpan.FromDays(3));

        var element = Of(work, await ListAsync("P-4D"));

        Assert.That((element.GetProperty("subject").GetString(), element.GetProperty("description").GetProperty("html").GetString()), Is.EqualTo(("As it was", "")));
        Assert.That(Members(element.GetProperty("_embedded").GetProperty("attributesByTimestamp")[0]), Is.EqualTo("_meta,_links"));
        Assert.That(before, Is.Not.Empty);
    }

    [Test]
    public async Task One_is_compared_like_those_of_a_list_and_is_not_found_before_it_was_made()
    {
        var early = Later(TimeSpan.FromDays(1));
        Later(TimeSpan.FromDays(1));
        var work = await CreateAsync("One");
        var before = Later(TimeSpan.FromDays(1));
        await PatchAsync(work, new { description = new { raw = "*Said* since" } });

        var one = await client.GetJsonAsync($"{work}?timestamps={early},{before},PT0S");
        var states = one["_embedded/attributesByTimestamp"].EnumerateArray().ToList();
        Assert.That(states.ConvertAll(s => s.GetProperty("_meta").GetProperty("exists").GetBoolean()), Is.EqualTo(new[] { false, true, true }));
        Assert.That(states.ConvertAll(Members), Is.EqualTo(new[] { "_meta,_links", "description,_meta,_links", "_meta,_links" }));
        Assert.That((await client.GetJsonAsync($"{work}?timestamps={early}")).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await client.GetJsonAsync($"{work}?timestamps=PT0S"))["_embedded"].TryGetProperty("attributesByTimestamp", out _), Is.False);
    }

    [Test]
    public async Task States_in_projects_that_the_viewer_does_not_see_count_as_none()
    {
        var hidden = Self(await client.PostJsonAsync("/api/v3/projects", new { name = "Hidden" }));
        var parent = await CreateAsync("Secret parent", hidden);
        var moved = await CreateAsync("Secret subject", hidden);
        await PatchAsync(moved, new { _links = new { parent = new { href = parent } } });
        var secret = Later(TimeSpan.FromDays(1));
        await PatchAsync(moved, new { subject = "Known subject", _links = new { project = new { href = project } } });
        var known = Later(TimeSpan.FromDays(1));
        await PatchAsync(moved, new { _links = new { parent = new { href = (string?)null } } });
        Later(TimeSpan.FromDays(1));
        using var reader = await server.ClientOfAsync("reader");

        var seen = await reader.GetJsonAsync($"{moved}?timestamps={secret},{known},PT0S");

        Assert.That(seen["_embedded/attributesByTimestamp/0/_meta/exists"].GetBoolean(), Is.False, seen.ToString());
        Assert.That(Members(seen["_embedded/attributesByTimestamp/1/_links"]), Is.EqualTo("self"), "a parent that is not seen is none, then as now");
        Assert.That(seen.Text, Does.Not.Contain("Secret"));
        Assert.That((await reader.GetJsonAsync($"{moved}?timestamps={secret}")).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await client.GetJsonAsync($"{moved}?timestamps={secret},PT0S"))["_embedded/attributesByTimestamp/0/subject"].GetString(), Is.EqualTo("Secret subject"));
    }

    [Test]
    public async Task Groups_sums_orders_and_workspaces_go_with_points_in_time()
    {
        var work = await CreateAsync("Summed");
        await PatchAsync(work, new { estimatedTime = "PT2H" });
        var before = Later(TimeSpan.FromDays(1));
        await PatchAsync(work, new { estimatedTime = "PT3H" });

        var answer = await client.GetJsonAsync($"{project}/work_packages?timestamps={before},PT0S&groupBy=status&showSums=true&sortBy=[[\"dueDate\",\"desc\"]]&pageSize=1");
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.OK), answer.ToString());
        Assert.That(answer["groups"].EnumerateArray().Sum(g => g.GetProperty("count").GetInt32()), Is.EqualTo(answer["total"].GetInt32()));
        Assert.That(answer["_links/nextByOffset/href"].GetString(), Does.Contain("timestamps="));
    }

    [Test]
    public async Task The_results_of_a_stored_query_are_compared()
    {
        var work = await CreateAsync("Queried");
        Later(TimeSpan.FromDays(2));
        await PatchAsync(work, new { subject = "Queried since" });
        var query = await client.PostJsonAsync("/api/v3/queries", new { name = "Compared", timestamps = new[] { "P-1D", "PT0S" } });

        var results = (await client.GetJsonAsync(Self(query)))["_embedded/results/_embedded/elements"].EnumerateArray().Single(e => e.GetProperty("id").GetInt64() == IdOf(work));

        Assert.That(results.GetProperty("_embedded").GetProperty("attributesByTimestamp")[0].GetProperty("subject").GetString(), Is.EqualTo("Queried"));
    }

    [TestCase("soon")]
    [TestCase("PT0S,soon")]
    [TestCase("PT0S,P-1D")]
    [TestCase("PT0S,PT0S,PT0S,PT0S,PT0S,PT0S,PT0S,PT0S,PT0S,PT0S,PT0S")]
    public async Task What_is_no_row_of_points_in_time_is_an_invalid_query(string timestamps)
    {
        var work = await CreateAsync("Refusals");
        foreach (var path in new[] { Work, work })
        {
            var answer = await client.GetJsonAsync($"{path}?timestamps={timestamps}");
            Assert.That((answer.Status, answer["errorIdentifier"].GetString()!.Split(':')[^1]), Is.EqualTo((HttpStatusCode.BadRequest, "InvalidQuery")), answer.ToString());
        }
    }

    private static string Self(ApiAnswer resource) => resource["_links/self/href"].GetString()!;

    private static long IdOf(string href) => long.Parse(href.Split('/')[^1]);

    private static string Members(JsonElement element) => string.Join(',', element.EnumerateObject().Select(m => m.Name));

    private static string HrefOf(JsonElement element) => element.GetProperty("_links").GetProperty("self").GetProperty("href").GetString()!;

    private static JsonElement.ArrayEnumerator Elements(ApiAnswer list) => list["_embedded/elements"].EnumerateArray();

    private static JsonElement Of(string href, ApiAnswer list) => Elements(list).Single(e => e.GetProperty("id").GetInt64() == IdOf(href));

    private static string Matching(JsonElement element) => string.Join(',', element.GetProperty("_embedded").GetProperty("attributesByTimestamp").EnumerateArray()
        .Select(s => s.GetProperty("_meta")).Select(m => $"{m.GetProperty("exists").GetRawText()}/{m.GetProperty("matchesFilters").GetRawText()}"));

    // The time now, after which another one passes, so that what comes next is no part of a running journal.
    private string Later(TimeSpan time)
    {
        clock.Advance(TimeSpan.FromMinutes(10));
        var now = clock.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'");
        clock.Advance(time);
        return now;
    }

    private async Task<ApiAnswer> ListAsync(string timestamps, string filters = "[]")
    {
        var answer = await client.GetJsonAsync($"{Work}?timestamps={timestamps}&filters={Uri.EscapeDataString(filters)}&pageSize=100");
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.OK), answer.ToString());
        return answer;
    }

    private async Task<string> CreateAsync(string subject, string? within = null)
    {
        var made = await client.PostJsonAsync($"{within ?? project}/work_packages", new { subject });
        Assert.That(made.Status, Is.EqualTo(HttpStatusCode.Created), made.ToString());
        return Self(made);
    }

    private async Task PatchAsync(string work, object change)
    {
        var body = JsonSerializer.SerializeToNode(change)!.AsObject();
        body["lockVersion"] = (await client.GetJsonAsync(work))["lockVersion"].GetInt32();
        var answer = await client.PatchJsonAsync(work, body.ToJsonString());
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.OK), answer.ToString());
    }
}
