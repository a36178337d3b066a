using System.Net;
using System.Text.Json;
using OpenProject.Application.CustomFields;
using OpenProject.Domain.CustomFields;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;
using OpenProject.Testing.Databases;

namespace OpenProject.Api.Tests.CustomFields;

/// <summary>Custom fields in tables of work packages: groups and sums.</summary>
[OnEachDatabase]
public sealed class CustomFieldTableTests(DatabaseProvider provider)
{
    private const string Work = "/api/v3/projects/demo-project/work_packages";

    private ApiServer server = null!;
    private HttpClient client = null!;

    [OneTimeSetUp]
    public void Start()
    {
        server = new ApiServer(provider);
        client = server.Client();
    }

    [OneTimeTearDown]
    public void Stop()
    {
        client.Dispose();
        server.Dispose();
    }

    [Test]
    public async Task Groups_of_a_list_come_in_the_order_of_its_options_with_sums()
    {
        var list = await server.DefineAsync("Size", CustomFieldFormat.List, "Small", "Large");
        var (cost, share) = (await server.DefineAsync("Cost", CustomFieldFormat.Int), await server.DefineAsync("Share", CustomFieldFormat.Float));
        var options = await OptionsAsync(list);
        var made = new List<long>
        {
            await CreateAsync($$$"""{"subject":"a","estimatedTime":"PT2H","customField{{{cost}}}":3,"customField{{{share}}}":0.1,"_links":{"customField{{{list}}}":{"href":"{{{options[1]}}}"} } }"""),
            await CreateAsync($$$"""{"subject":"b","customField{{{cost}}}":4,"customField{{{share}}}":0.2,"_links":{"customField{{{list}}}":{"href":"{{{options[1]}}}"} } }"""),
            await CreateAsync($$$"""{"subject":"c","customField{{{cost}}}":-1,"_links":{"customField{{{list}}}":{"href":"{{{options[0]}}}"} } }"""),
            await CreateAsync("""{"subject":"d"}"""),
        };

        var table = await ListAsync(made, $"groupBy=customField{list}&showSums=true");
        Assert.That(Groups(table), Is.EqualTo(new[] { ":1", "Small:1", "Large:2" }), table.ToString());
        Assert.That(table["groups/1/_links/valueLink/0/href"].GetString(), Is.EqualTo(options[0]));
        Assert.That(table["_embedded/elements"].EnumerateArray().Select(e => e.GetProperty("subject").GetString()), Is.EqualTo(new[] { "d", "c", "a", "b" }));
        Assert.That(Sums(table["groups/0/sums"], cost, share), Is.EqualTo("\"PT0S\" null null"));
        Assert.That(Sums(table["groups/1/sums"], cost, share), Is.EqualTo("\"PT0S\" -1 null"));
        Assert.That(Sums(table["groups/2/sums"], cost, share), Is.EqualTo("\"PT2H\" 7 0.3"));
        Assert.That(Sums(table["totalSums"], cost, share), Is.EqualTo("\"PT2H\" 6 0.3"));
        var downwards = await ListAsync(made, $"groupBy=customField{list}&sortBy=[[\"customField{list}\",\"desc\"]]");
        Assert.That(Groups(downwards), Is.EqualTo(new[] { "Large:2", "Small:1", ":1" }));

        var byStatus = await ListAsync(made, "groupBy=status&showSums=true");
        Assert.That(Sums(byStatus["groups/0/sums"], cost, share), Is.EqualTo("\"PT2H\" 6 0.3"), byStatus.ToString());
        var schema = await client.GetJsonAsync("/api/v3/work_packages/schemas/sums");
        Assert.That((schema[$"customField{cost}/type"].GetString(), schema[$"customField{share}/name"].GetString()), Is.EqualTo(("Integer", "Share")));
    }

    [Test]
    public async Task Groups_of_people_versions_items_and_answers_link_to_what_they_are()
    {
        var (user, flag) = (await server.DefineAsync("Reviewer", CustomFieldFormat.User), await server.DefineAsync("Urgent", CustomFieldFormat.Bool));
        var (version, place) = (await server.DefineAsync("Found in", CustomFieldFormat.Version),
            await server.DefineAsync(new CustomFieldSpec("Place", CustomizedKind.WorkPackage, CustomFieldFormat.Hierarchy) { Items = ["Asia", "Europe"] }));
        const string scrum = "/api/v3/projects/your-scrum-project";
        var release = (await client.GetJsonAsync($"{scrum}/versions"))["_embedded/elements/0/_links/self"];
        var europe = (await client.GetJsonAsync($"/api/v3/custom_fields/{place}/items"))["_embedded/elements/2/_links/self/href"].GetString();
        using var mira = await server.ClientOfAsync("mira");
        var me = (await mira.GetJsonAsync("/api/v3/users/me"))["_links/self/href"].GetString();
        var body = $$$$"""{"subject":"Linked","customField{{{{flag}}}}":true,"_links":{"customField{{{{user}}}}":{"href":"{{{{me}}}}"},"customField{{{{version}}}}":{"href":"{{{{release.GetProperty("href").GetString()}}}}"},"customField{{{{place}}}}":{"href":"{{{{europe}}}}"} } }""";
        var made = new List<long> { await CreateAsync(body, scrum + "/work_packages"), await CreateAsync("""{"subject":"Without"}""", scrum + "/work_packages") };

        foreach (var (field, label, href) in new[] { (user, "Mira Lindgren", me), (flag, "true", null), (version, release.GetProperty("title").GetString()!, release.GetProperty("href").GetString()), (place, "Europe", europe) })
        {
            var table = await ListAsync(made, $"groupBy=customField{field}");
            Assert.That(Groups(table), Is.EqualTo(new[] { ":1", label + ":1" }), table.ToString());
            Assert.That(table["groups/1/_links/valueLink"].EnumerateArray().Select(l => l.GetProperty("href").GetString()), Is.EqualTo(href is null ? [] : new[] { href }));
        }
    }

    [Test]
    public async Task Groups_of_a_group_of_people_link_to_it()
    {
        var group = await client.PostJsonAsync("/api/v3/groups", new { name = "Reviewers" });
        var demo = (await client.GetJsonAsync("/api/v3/projects/demo-project"))["_links/self/href"].GetString();
        var role = (await client.GetJsonAsync("/api/v3/roles?filters=[{\"unit\":{\"operator\":\"=\",\"values\":[\"project\"]}},{\"grantable\":{\"operator\":\"=\",\"values\":[\"t\"]}}]"))["_embedded/elements"].EnumerateArray()
            .First(r => r.GetProperty("name").GetString() == "Member").GetProperty("_links").GetProperty("self").GetProperty("href").GetString();
        var self = group["_links/self/href"].GetString();
        var member = await client.PostJsonAsync("/api/v3/memberships", $$$"""{"_links":{"project":{"href":"{{{demo}}}"},"principal":{"href":"{{{self}}}"},"roles":[{"href":"{{{role}}}"}]}}""");
        Assert.That(member.Status, Is.EqualTo(HttpStatusCode.Created), member.ToString());
        List<long> made = [await CreateAsync($$$"""{"subject":"Theirs","_links":{"assignee":{"href":"{{{self}}}"} } }""")];

        var table = await ListAsync(made, "groupBy=assignee");
        Assert.That((table["groups/0/value"].GetString(), table["groups/0/_links/valueLink/0/href"].GetString()), Is.EqualTo(("Reviewers", self)), table.ToString());
    }

    [Test]
    public async Task What_is_text_or_has_several_values_makes_no_groups_and_what_is_kept_for_administrators_none_for_others()
    {
        var text = await server.DefineAsync("Text", CustomFieldFormat.String);
        var tags = await server.DefineAsync(new CustomFieldSpec("Tags", CustomizedKind.WorkPackage, CustomFieldFormat.List) { IsMulti = true, Options = ["a"] });
        var secret = await server.DefineAsync(new CustomFieldSpec("Secret", CustomizedKind.WorkPackage, CustomFieldFormat.Bool) { IsAdminOnly = true });
        var price = await server.DefineAsync(new CustomFieldSpec("Price", CustomizedKind.WorkPackage, CustomFieldFormat.Int) { IsAdminOnly = true });
        foreach (var field in new[] { text, tags })
            Assert.That((int)(await client.GetJsonAsync($"/api/v3/work_packages?groupBy=customField{field}")).Status, Is.EqualTo(400));
        List<long> made = [await CreateAsync($$"""{"subject":"s","customField{{secret}}":true,"customField{{price}}":5}""")];

        using var mira = await server.ClientOfAsync("mira");
        var theirs = await ListAsync(made, $"groupBy=customField{secret}&showSums=true", mira);
        Assert.That(Groups(theirs), Is.EqualTo(new[] { ":1" }), theirs.ToString());
        Assert.That(theirs["totalSums"].TryGetProperty($"customField{price}", out _), Is.False);
        Assert.That((await mira.GetJsonAsync("/api/v3/work_packages/schemas/sums")).Body.TryGetProperty($"customField{price}", out _), Is.False);
        var ours = await ListAsync(made, $"groupBy=customField{secret}&showSums=true");
        Assert.That((ours["groups/0/value"].GetString(), ours[$"totalSums/customField{price}"].GetInt32()), Is.EqualTo(("true", 5)));
    }

    [Test]
    public async Task Stored_queries_group_by_fields()
    {
        var list = await server.DefineAsync("Phase", CustomFieldFormat.List, "Plan", "Build");
        Assert.That((await client.GetJsonAsync($"/api/v3/queries/group_bys/customField{list}"))["name"].GetString(), Is.EqualTo("Phase"));
        var query = await client.PostJsonAsync("/api/v3/queries", $$$"""{"name":"By phase","sums":true,"_links":{"groupBy":{"href":"/api/v3/queries/group_bys/customField{{{list}}}"} } }""");
        Assert.That((query.Status, query["_links/groupBy/title"].GetString()), Is.EqualTo((HttpStatusCode.Created, "Phase")), query.ToString());
        Assert.That(query["_embedded/results/groups"].GetArrayLength(), Is.GreaterThan(0));
        var form = await client.PostJsonAsync("/api/v3/queries/form", new { });
        Assert.That(form["_embedded/schema/groupBy/_links/allowedValues"].EnumerateArray().Select(l => l.GetProperty("href").GetString()), Does.Contain($"/api/v3/queries/group_bys/customField{list}"));
    }

    [Test]
    public async Task Conditions_on_what_fields_lead_to_are_told_by_links()
    {
        var (list, people) = (await server.DefineAsync("Colour", CustomFieldFormat.List, "Red", "Blue"), await server.DefineAsync("Tester", CustomFieldFormat.User));
        var red = (await OptionsAsync(list))[0];
        var me = (await client.GetJsonAsync("/api/v3/users/me"))["_links/self/href"].GetString()!;

        var made = await client.PostJsonAsync("/api/v3/queries", new
        {
            name = "Red ones",
            filters = new[] { Condition(list, red), Condition(people, me) },
        });

        Assert.That(made.Status, Is.EqualTo(HttpStatusCode.Created), made.ToString());
        var conditions = (await client.GetJsonAsync(made["_links/self/href"].GetString()!))["filters"].EnumerateArray().Select(f => f.GetProperty("_links").GetProperty("values")[0]).ToList();
        Assert.That(conditions.Select(v => (v.GetProperty("href").GetString(), v.GetProperty("title").GetString())), Is.EqualTo(new[] { (red, "Red"), (me, "OpenProject Admin") }));
        var wrong = await client.PostJsonAsync("/api/v3/queries", new { name = "Wrong kind", filters = new[] { Condition(list, me) } });
        Assert.That(wrong.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity), wrong.ToString());
        var schemas = (await client.GetJsonAsync($"/api/v3/queries/filter_instance_schemas/customField{list}")).Text;
        Assert.That(schemas, Does.Contain("\"[]CustomOption\"").And.Not.Contain("[]Integer"));
        Assert.That((await client.GetJsonAsync($"/api/v3/queries/filter_instance_schemas/customField{people}")).Text, Does.Contain("\"[]User\"").And.Contain("/api/v3/principals"));
        var branches = (await client.GetJsonAsync("/api/v3/projects/your-scrum-project/queries/filter_instance_schemas")).Text;
        Assert.That(branches, Does.Contain("\"[]CustomField::Hierarchy::Item\"").And.Contain("/api/v3/custom_fields/2/items"), "the demo's field of parts");
        var weighted = await server.DefineAsync(new CustomFieldSpec("Risk", CustomizedKind.WorkPackage, CustomFieldFormat.WeightedItemList) { Items = ["High=2.5"] });
        var risks = (await client.GetJsonAsync($"/api/v3/queries/filter_instance_schemas/customField{weighted}")).Text;
        Assert.That(risks, Does.Contain("\"[]CustomField::Hierarchy::Item\"").And.Contain($"/api/v3/custom_fields/{weighted}/items"), "items with a weight are items");

        static object Condition(long field, string value) => new
        {
            _links = new { filter = new { href = $"/api/v3/queries/filters/customField{field}" }, @operator = new { href = "/api/v3/queries/operators/=" }, values = new[] { new { href = value } } },
        };
    }

    private static IEnumerable<string> Groups(ApiAnswer table) =>
        table["groups"].EnumerateArray().Select(g => $"{g.GetProperty("value").GetString()}:{g.GetProperty("count").GetInt32()}");

    private static string Sums(JsonElement sums, long cost, long share) =>
        $"{sums.GetProperty("estimatedTime").GetRawText()} {sums.GetProperty($"customField{cost}").GetRawText()} {sums.GetProperty($"customField{share}").GetRawText()}";

    private async Task<List<string>> OptionsAsync(long field)
    {
        var form = await client.PostJsonAsync(Work + "/form", new { });
        return [.. form[$"_embedded/schema/customField{field}/_links/allowedValues"].EnumerateArray().Select(a => a.GetProperty("href").GetString()!)];
    }

    private async Task<long> CreateAsync(string body, string path = Work)
    {
        var made = await client.PostJsonAsync(path, body);
        Assert.That(made.Status, Is.EqualTo(HttpStatusCode.Created), made.ToString());
        return made["id"].GetInt64();
    }

    private async Task<ApiAnswer> ListAsync(List<long> ids, string more, HttpClient? viewer = null)
    {
        var filters = JsonSerializer.Serialize(new[] { new { id = new { @operator = "=", values = ids.ConvertAll(id => id.ToString()) } } });
        var list = await (viewer ?? client).GetJsonAsync($"/api/v3/work_packages?filters={Uri.EscapeDataString(filters)}&{more}");
        Assert.That(list.Status, Is.EqualTo(HttpStatusCode.OK), list.ToString());
        return list;
    }
}
