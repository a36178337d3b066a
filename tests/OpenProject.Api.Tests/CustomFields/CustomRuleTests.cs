using System.Net;
using OpenProject.Application.CustomFields;
using OpenProject.Domain.CustomFields;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;
using OpenProject.Testing.Databases;

namespace OpenProject.Api.Tests.CustomFields;

/// <summary>What holds of custom fields of whatever kind of resource: they are asked for, have defaults, and lists are filtered and ordered by them.</summary>
[OnEachDatabase]
public sealed class CustomRuleTests(DatabaseProvider provider)
{
    private ApiServer server = null!;
    private HttpClient client = null!;
    private string project = "";

    [OneTimeSetUp]
    public async Task Start()
    {
        server = new ApiServer(provider);
        client = server.Client();
        project = (await client.GetJsonAsync("/api/v3/projects/demo-project"))["_links/self/href"].GetString()!;
    }

    [OneTimeTearDown]
    public void Stop()
    {
        client.Dispose();
        server.Dispose();
    }

    [TestCase(CustomizedKind.WorkPackage, "/api/v3/work_packages", """ "subject":"Ruled #","_links":{"project":{"href":"PROJECT"}} """)]
    [TestCase(CustomizedKind.Project, "/api/v3/projects", """ "name":"Ruled #" """)]
    [TestCase(CustomizedKind.User, "/api/v3/users", """ "login":"ruled#","firstName":"Ruled","lastName":"#","email":"ruled#@example.net","password":"hello-hello-hello" """)]
    [TestCase(CustomizedKind.TimeEntry, "/api/v3/time_entries", """ "hours":"PT1H","spentOn":"2026-03-02","_links":{"entity":{"href":"/api/v3/work_packages/1"}} """)]
    [TestCase(CustomizedKind.Version, "/api/v3/versions", """ "name":"Ruled #","_links":{"definingProject":{"href":"PROJECT"}} """)]
    public async Task Fields_are_asked_for_have_defaults_and_lists_go_by_them(CustomizedKind kind, string path, string attributes)
    {
        var rank = "customField" + await server.DefineAsync(new CustomFieldSpec("Rank", kind, CustomFieldFormat.Int) { IsRequired = true });
        var usual = "customField" + await server.DefineAsync(new CustomFieldSpec("Usual", kind, CustomFieldFormat.Int) { DefaultValue = "7" });
        string Body(int number, string more) => $"{{{attributes.Replace("#", number.ToString()).Replace("PROJECT", project)}{more}}}";

        var without = await client.PostJsonAsync(path, Body(0, ""));
        Assert.That((without.Status, without["message"].GetString(), without["_embedded/details/attribute"].GetString()), Is.EqualTo((HttpStatusCode.UnprocessableEntity, "Rank can't be blank.", rank)), without.ToString());
        var (high, low) = (await client.PostJsonAsync(path, Body(1, $",\"{rank}\":20")), await client.PostJsonAsync(path, Body(2, $",\"{rank}\":10")));
        Assert.That((high.Status, high[rank].GetInt32(), high[usual].GetInt32()), Is.EqualTo((HttpStatusCode.Created, 20, 7)), high.ToString());
        var lockVersion = high.Body.TryGetProperty("lockVersion", out var version) ? $"\"lockVersion\":{version}," : "";
        var blank = await client.PatchJsonAsync(high["_links/self/href"].GetString()!, $"{{{lockVersion}\"{rank}\":null}}");
        Assert.That((blank.Status, blank["_embedded/details/attribute"].GetString()), Is.EqualTo((HttpStatusCode.UnprocessableEntity, rank)), blank.ToString());

        Assert.That(await ListedAsync(path, rank, "=", "\"10\"", "asc"), Is.EqualTo(Ids(low)));
        Assert.That(await ListedAsync(path, rank, ">=", "\"11\"", "asc"), Is.EqualTo(Ids(high)));
        Assert.That(await ListedAsync(path, rank, "*", "", "asc"), Is.EqualTo(Ids(low, high)));
        Assert.That(await ListedAsync(path, rank, "*", "", "desc"), Is.EqualTo(Ids(high, low)));
    }

    [Test]
    public async Task What_a_kept_value_leads_to_is_named_as_soon_as_another_type_brings_it_back()
    {
        // Alone, as the fields of the other tests ask for values.
        using var own = new ApiServer(provider);
        using var asking = own.Client();
        var id = await own.DefineAsync(new CustomFieldSpec("Kept", CustomizedKind.WorkPackage, CustomFieldFormat.Hierarchy) { Items = ["Above/Below"], Types = ["Task"], Projects = ["demo-project"] });
        var types = (await asking.GetJsonAsync("/api/v3/types"))["_embedded/elements"].EnumerateArray()
            .ToDictionary(t => t.GetProperty("name").GetString()!, t => t.GetProperty("_links").GetProperty("self").GetProperty("href").GetString()!);
        var items = await asking.GetJsonAsync($"/api/v3/custom_fields/{id}/items");
        var item = items["_embedded/elements"].EnumerateArray().Single(i => i.GetProperty("label").GetString() == "Below").GetProperty("_links").GetProperty("self").GetProperty("href").GetString()!;
        var links = new Dictionary<string, object> { ["type"] = new { href = types["Task"] }, [$"customField{id}"] = new { href = item } };
        var made = await asking.PostJsonAsync("/api/v3/projects/demo-project/work_packages", new { subject = "Keeps", _links = links });
        Assert.That((made.Status, made[$"_links/customField{id}/title"].GetString()), Is.EqualTo((HttpStatusCode.Created, "Below")), made.ToString());

        var self = made["_links/self/href"].GetString()!;
        var other = await asking.PatchJsonAsync(self, new { lockVersion = 0, _links = new { type = new { href = types["Milestone"] } } });
        Assert.That(other["_links"].TryGetProperty($"customField{id}", out _), Is.False, other.ToString());
        var form = await asking.PostJsonAsync(self + "/form", new { lockVersion = 1, _links = new { type = new { href = types["Task"] } } });
        Assert.That(form[$"_embedded/payload/_links/customField{id}/title"].GetString(), Is.EqualTo("Below"), form.ToString());
    }

    private async Task<long[]> ListedAsync(string path, string field, string @operator, string values, string direction)
    {
        var filters = Uri.EscapeDataString($$$"""[{"{{{field}}}":{"operator":"{{{@operator}}}","values":[{{{values}}}]}}]""");
        var list = await client.GetJsonAsync($$"""{{path}}?filters={{filters}}&sortBy=[["{{field}}","{{direction}}"]]""");
        Assert.That(list.Status, Is.EqualTo(HttpStatusCode.OK), list.ToString());
        return [.. list["_embedded/elements"].EnumerateArray().Select(e => e.GetProperty("id").GetInt64())];
    }

    private static long[] Ids(params ApiAnswer[] made) => [.. made.Select(m => m["id"].GetInt64())];
}
