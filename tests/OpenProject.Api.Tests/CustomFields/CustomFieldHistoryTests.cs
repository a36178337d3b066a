using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using OpenProject.Application.CustomFields;
using OpenProject.Domain.CustomFields;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;
using OpenProject.Testing.Databases;

namespace OpenProject.Api.Tests.CustomFields;

/// <summary>What was in custom fields of work packages before: activities tell it, and comparisons show it.</summary>
[OnEachDatabase]
public sealed class CustomFieldHistoryTests(DatabaseProvider provider)
{
    private const string Work = "/api/v3/projects/demo-project/work_packages";

    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero));
    private ApiServer server = null!;
    private HttpClient client = null!;

    [OneTimeSetUp]
    public void Start()
    {
        server = new ApiServer(provider) { TestServices = services => services.AddSingleton<TimeProvider>(clock) };
        client = server.Client();
    }

    [OneTimeTearDown]
    public void Stop()
    {
        client.Dispose();
        server.Dispose();
    }

    [Test]
    public async Task Changed_values_are_told_in_sentences()
    {
        var (line, text, number, share) = (await NewAsync("Code", CustomFieldFormat.String), await NewAsync("Story", CustomFieldFormat.Text), await NewAsync("Count", CustomFieldFormat.Int), await NewAsync("Share", CustomFieldFormat.Float));
        var (day, flag, person) = (await NewAsync("Due at", CustomFieldFormat.Date), await NewAsync("Urgent", CustomFieldFormat.Bool), await NewAsync("Reviewer", CustomFieldFormat.User));
        var tags = await NewAsync(new CustomFieldSpec("Tags", CustomizedKind.WorkPackage, CustomFieldFormat.List) { IsMulti = true, Options = ["red", "blue"] });
        var place = await NewAsync(new CustomFieldSpec("Place", CustomizedKind.WorkPackage, CustomFieldFormat.Hierarchy) { Items = ["Asia"] });
        var options = (await client.PostJsonAsync(Work + "/form", new { }))[$"_embedded/schema/{tags}/_links/allowedValues"].EnumerateArray().Select(a => a.GetProperty("href").GetString()!).ToList();
        var item = (await client.GetJsonAsync($"/api/v3/custom_fields/{place[11..]}/items"))["_embedded/elements/1/_links/self/href"].GetString()!;
        using var mira = await server.ClientOfAsync("mira");
        var me = (await mira.GetJsonAsync("/api/v3/users/me"))["_links/self/href"].GetString()!;
        var made = await client.PostJsonAsync(Work, $$$$"""
            {"subject":"Told","{{{{line}}}}":"A <1>","{{{{text}}}}":{"raw":"once"},"{{{{number}}}}":7,"{{{{share}}}}":0.5,"{{{{day}}}}":"2026-03-02","{{{{flag}}}}":true,
             "_links":{"{{{{person}}}}":{"href":"{{{{me}}}}"},"{{{{tags}}}}":[{"href":"{{{{options[0]}}}}"},{"href":"{{{{options[1]}}}}"}],"{{{{place}}}}":{"href":"{{{{item}}}}"}}}
            """);
        Assert.That(made.Status, Is.EqualTo(HttpStatusCode.Created), made.ToString());
        clock.Advance(TimeSpan.FromHours(1));
        await PatchAsync(made, $$$$"""
            "{{{{line}}}}":"B","{{{{text}}}}":{"raw":"twice"},"{{{{number}}}}":null,"{{{{share}}}}":0.25,"{{{{day}}}}":"2026-03-03","{{{{flag}}}}":false,
             "_links":{"{{{{person}}}}":{"href":null},"{{{{tags}}}}":[{"href":"{{{{options[1]}}}}"}],"{{{{place}}}}":{"href":null}}
            """);

        var told = await client.GetJsonAsync(Self(made) + "/activities");
        Assert.That(Sentences(told, 0), Is.SupersetOf(new[]
        {
            "Code set to A <1>", "Story set", "Count set to 7", "Share set to 0.5", "Due at set to 2026-03-02", "Urgent set to Yes", "Reviewer set to Mira Lindgren", "Tags set to red, blue", "Place set to Asia",
        }), told.ToString());
        Assert.That(Sentences(told, 1), Is.EquivalentTo(new[]
        {
            "Code changed from A <1> to B", "Story changed", "Count deleted (7)", "Share changed from 0.5 to 0.25", "Due at changed from 2026-03-02 to 2026-03-03", "Urgent changed from Yes to No",
            "Reviewer deleted (Mira Lindgren)", "Tags changed from red, blue to blue", "Place deleted (Asia)",
        }));
        Assert.That(told["_embedded/elements/1/details"].EnumerateArray().Select(d => d.GetProperty("html").GetString()), Does.Contain("<strong>Code</strong> changed from <i>A &lt;1&gt;</i> to <i>B</i>"));
    }

    [Test]
    public async Task Changes_of_fields_that_follow_each_other_are_one_activity_and_those_without_a_change_none()
    {
        var field = await NewAsync("Running", CustomFieldFormat.Int);
        var made = await client.PostJsonAsync(Work, $$"""{"subject":"Running","{{field}}":1}""");
        clock.Advance(TimeSpan.FromMinutes(2));
        await PatchAsync(made, $"\"{field}\":2");
        await PatchAsync(made, $"\"{field}\":2");
        Assert.That(Sentences(await client.GetJsonAsync(Self(made) + "/activities"), 0), Does.Contain("Running set to 2"));
        clock.Advance(TimeSpan.FromMinutes(10));
        await PatchAsync(made, $"\"{field}\":3");
        clock.Advance(TimeSpan.FromMinutes(1));
        await PatchAsync(made, $"\"{field}\":4");

        var told = await client.GetJsonAsync(Self(made) + "/activities");
        Assert.That((told["total"].GetInt32(), string.Join('|', Sentences(told, 1))), Is.EqualTo((2, "Running changed from 2 to 4")), told.ToString());
    }

    [Test]
    public async Task What_is_kept_for_administrators_is_told_to_them_alone()
    {
        var field = await NewAsync(new CustomFieldSpec("Secret", CustomizedKind.WorkPackage, CustomFieldFormat.Int) { IsAdminOnly = true });
        var made = await client.PostJsonAsync(Work, $$"""{"subject":"Secret","{{field}}":1}""");
        using var mira = await server.ClientOfAsync("mira");

        Assert.That(Sentences(await client.GetJsonAsync(Self(made) + "/activities"), 0), Does.Contain("Secret set to 1"));
        Assert.That(Sentences(await mira.GetJsonAsync(Self(made) + "/activities"), 0), Has.None.StartsWith("Secret"));
    }

    [Test]
    public async Task Work_that_others_move_keeps_its_values_in_its_history()
    {
        var field = await NewAsync("Kept", CustomFieldFormat.String);
        var first = await client.PostJsonAsync(Work, new { subject = "First", startDate = "2026-03-02", dueDate = "2026-03-03" });
        var second = await client.PostJsonAsync(Work, $$"""{"subject":"Second","{{field}}":"v","startDate":"2026-03-04","dueDate":"2026-03-04"}""");
        Assert.That((await client.PostJsonAsync(Self(second) + "/relations", $$$"""{"type":"follows","_links":{"to":{"href":"{{{Self(first)}}}"} } }""")).Status, Is.EqualTo(HttpStatusCode.Created));
        await PatchAsync(second, "\"scheduleManually\":false");
        clock.Advance(TimeSpan.FromHours(1));
        await PatchAsync(first, "\"dueDate\":\"2026-03-05\"");
        clock.Advance(TimeSpan.FromHours(1));

        var told = await client.GetJsonAsync(Self(second) + "/activities");
        Assert.That(Sentences(told, told["total"].GetInt32() - 1), Has.Some.StartsWith("Start date changed").And.None.StartsWith("Kept"), told.ToString());
        var moment = clock.GetUtcNow().AddMinutes(-30).ToString("yyyy-MM-ddTHH:mm:ssZ");
        var then = await client.GetJsonAsync($"{Self(second)}?timestamps={moment}");
        Assert.That((then[field].GetString(), then["startDate"].GetString()), Is.EqualTo(("v", "2026-03-06")), then.ToString());
    }

    [Test]
    public async Task Comparisons_show_filter_order_group_and_sum_the_values_of_then()
    {
        var (number, list) = (await NewAsync("Weight", CustomFieldFormat.Int), await NewAsync(new CustomFieldSpec("Colour", CustomizedKind.WorkPackage, CustomFieldFormat.List) { Options = ["red", "blue"] }));
        var options = (await client.PostJsonAsync(Work + "/form", new { }))[$"_embedded/schema/{list}/_links/allowedValues"].EnumerateArray().Select(a => a.GetProperty("href").GetString()!).ToList();
        string Body(string subject, int weight, string colour) => $$$$"""{"subject":"{{{{subject}}}}","{{{{number}}}}":{{{{weight}}}},"_links":{"{{{{list}}}}":{"href":"{{{{colour}}}}"} } }""";
        var (a, b) = (await client.PostJsonAsync(Work, Body("a", 1, options[0])), await client.PostJsonAsync(Work, Body("b", 2, options[0])));
        clock.Advance(TimeSpan.FromHours(1));
        var moment = clock.GetUtcNow().ToString("yyyy-MM-ddTHH:mm:ssZ");
        clock.Advance(TimeSpan.FromHours(1));
        await PatchAsync(a, $$$$""" "{{{{number}}}}":10,"_links":{"{{{{list}}}}":{"href":"{{{{options[1]}}}}"}} """);

        var then = await client.GetJsonAsync($"{Self(a)}?timestamps={moment}");
        Assert.That((then[number].GetInt32(), then[$"_links/{list}/title"].GetString()), Is.EqualTo((1, "red")), then.ToString());
        var compared = await ListAsync(number, "1", $"{moment},PT0S");
        Assert.That(compared["_embedded/elements"].EnumerateArray().Select(e => e.GetProperty("subject").GetString()), Is.EqualTo(new[] { "a" }), compared.ToString());
        var states = compared["_embedded/elements/0/_embedded/attributesByTimestamp"];
        Assert.That((states[0].GetProperty(number).GetInt32(), states[0].GetProperty("_links").GetProperty(list).GetProperty("title").GetString()), Is.EqualTo((1, "red")));
        Assert.That((states[0].GetProperty("_meta").GetProperty("matchesFilters").GetBoolean(), states[1].GetProperty("_meta").GetProperty("matchesFilters").GetBoolean()), Is.EqualTo((true, false)));
        Assert.That(states[1].TryGetProperty(number, out _), Is.False);
        var table = await client.GetJsonAsync($"/api/v3/work_packages?timestamps={moment}&groupBy={list}&showSums=true&sortBy=[[\"{number}\",\"desc\"]]&filters=" + Uri.EscapeDataString($$$"""[{"{{{number}}}":{"operator":"*","values":[]}}]"""));
        Assert.That((table["groups"].GetArrayLength(), table["groups/0/value"].GetString(), table[$"groups/0/sums/{number}"].GetInt32()), Is.EqualTo((1, "red", 3)), table.ToString());
        Assert.That(table["_embedded/elements"].EnumerateArray().Select(e => e.GetProperty("subject").GetString()), Is.EqualTo(new[] { "b", "a" }));
    }

    private static string Self(ApiAnswer resource) => resource["_links/self/href"].GetString()!;

    private static List<string> Sentences(ApiAnswer list, int index) =>
        [.. list[$"_embedded/elements/{index}/details"].EnumerateArray().Select(d => d.GetProperty("raw").GetString()!)];

    private async Task<string> NewAsync(string name, CustomFieldFormat format) => "customField" + await server.DefineAsync(name, format);

    private async Task<string> NewAsync(CustomFieldSpec spec) => "customField" + await server.DefineAsync(spec);

    private async Task PatchAsync(ApiAnswer resource, string members)
    {
        var current = await client.GetJsonAsync(Self(resource));
        var changed = await client.PatchJsonAsync(Self(resource), $$"""{"lockVersion":{{current["lockVersion"]}},{{members}}}""");
        Assert.That(changed.Status, Is.EqualTo(HttpStatusCode.OK), changed.ToString());
    }

    private async Task<ApiAnswer> ListAsync(string field, string value, string timestamps)
    {
        var filters = JsonSerializer.Serialize(new[] { new Dictionary<string, object> { [field] = new { @operator = "=", values = new[] { value } } } });
        var list = await client.GetJsonAsync($"/api/v3/work_packages?timestamps={timestamps}&filters={Uri.EscapeDataString(filters)}");
        Assert.That(list.Status, Is.EqualTo(HttpStatusCode.OK), list.ToString());
        return list;
    }
}
