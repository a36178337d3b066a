using System.Net;
using System.Text.Json;
using OpenProject.Application.CustomFields;
using OpenProject.Domain.Common;
using OpenProject.Domain.CustomFields;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;
using OpenProject.Testing.Databases;

namespace OpenProject.Api.Tests.CustomFields;

/// <summary>Custom fields of work packages over HTTP, in every format.</summary>
[OnEachDatabase]
public sealed class CustomFieldTests(DatabaseProvider provider)
{
    private const string WorkPackages = "/api/v3/projects/demo-project/work_packages";

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

    [TestCase(CustomFieldFormat.String, "\"Text\"", "\"Another\"", "String")]
    [TestCase(CustomFieldFormat.Link, "\"https://example.org/a?b=c\"", "\"http://example.net\"", "Link")]
    [TestCase(CustomFieldFormat.Int, "7", "-3", "Integer")]
    [TestCase(CustomFieldFormat.Float, "1.5", "-2.25", "Float")]
    [TestCase(CustomFieldFormat.Date, "\"2026-03-02\"", "\"2027-01-01\"", "Date")]
    [TestCase(CustomFieldFormat.Bool, "true", "false", "Boolean")]
    public async Task Plain_values_are_written_read_and_removed(CustomFieldFormat format, string first, string second, string type)
    {
        var field = "customField" + await server.DefineAsync("Plain " + format, format);
        var made = await client.PostJsonAsync(WorkPackages, $$"""{"subject":"Plain","{{field}}":{{first}}}""");

        Assert.That(made.Status, Is.EqualTo(HttpStatusCode.Created), made.ToString());
        Assert.That(made[field].GetRawText(), Is.EqualTo(first));
        var changed = await client.PatchJsonAsync(Self(made), $$"""{"lockVersion":0,"{{field}}":{{second}}}""");
        Assert.That((changed.Status, changed[field].GetRawText(), changed["lockVersion"].GetInt32()), Is.EqualTo((HttpStatusCode.OK, second, 1)), changed.ToString());
        var same = await client.PatchJsonAsync(Self(made), $$"""{"lockVersion":1,"subject":"Renamed"}""");
        Assert.That(same[field].GetRawText(), Is.EqualTo(second));
        var removed = await client.PatchJsonAsync(Self(made), $$"""{"lockVersion":2,"{{field}}":null}""");
        Assert.That(removed[field].ValueKind, Is.EqualTo(JsonValueKind.Null), removed.ToString());
        var schema = await SchemaAsync(made);
        Assert.That((schema[field + "/type"].GetString(), schema[field + "/name"].GetString(), schema[field + "/required"].GetBoolean(), schema[field + "/writable"].GetBoolean()), Is.EqualTo((type, "Plain " + format, false, true)));
        var wrong = await client.PatchJsonAsync(Self(made), $$$"""{"lockVersion":3,"{{{field}}}":{}}""");
        Assert.That(wrong["errorIdentifier"].GetString(), Does.EndWith(":PropertyFormatError"), wrong.ToString());
    }

    [Test]
    public async Task Long_text_is_formatted()
    {
        var field = "customField" + await server.DefineAsync("Story", CustomFieldFormat.Text);
        var made = await client.PostJsonAsync(WorkPackages, $$$"""{"subject":"Long","{{{field}}}":{"raw":"*Once* <script>x</script>"}}""");

        Assert.That((made[field + "/format"].GetString(), made[field + "/raw"].GetString()), Is.EqualTo(("markdown", "*Once* <script>x</script>")), made.ToString());
        Assert.That(made[field + "/html"].GetString(), Does.Contain("<em>Once</em>").And.Not.Contain("script>"));
        Assert.That((await SchemaAsync(made))[field + "/type"].GetString(), Is.EqualTo("Formattable"));
    }

    [Test]
    public async Task Lists_offer_options()
    {
        var id = await server.DefineAsync("Color", CustomFieldFormat.List, "Red", "Green", "Blue");
        var field = "customField" + id;
        var form = await client.PostJsonAsync(WorkPackages + "/form", new { });
        var allowed = form[$"_embedded/schema/{field}/_links/allowedValues"].EnumerateArray().ToList();
        Assert.That(allowed.Select(a => a.GetProperty("title").GetString()), Is.EqualTo(new[] { "Red", "Green", "Blue" }));
        var green = allowed[1].GetProperty("href").GetString()!;
        Assert.That(form[$"_embedded/schema/{field}/type"].GetString(), Is.EqualTo("CustomOption"));

        var made = await client.PostJsonAsync(WorkPackages, Linking(field, green));
        Assert.That((made[$"_links/{field}/href"].GetString(), made[$"_links/{field}/title"].GetString()), Is.EqualTo((green, "Green")), made.ToString());
        var option = await client.GetJsonAsync(green);
        Assert.That((option["_type"].GetString(), option["value"].GetString()), Is.EqualTo(("CustomOption", "Green")));
        var other = await server.DefineAsync("Other list", CustomFieldFormat.List, "Elsewhere");
        var foreign = (await client.PostJsonAsync(WorkPackages + "/form", new { }))[$"_embedded/schema/customField{other}/_links/allowedValues/0/href"].GetString()!;
        await RefusedAsync(client.PostJsonAsync(WorkPackages, Linking(field, foreign)), field, "Color is not set to one of the allowed values.");
        var cleared = await client.PatchJsonAsync(Self(made), $$$$"""{"lockVersion":0,"_links":{"{{{{field}}}}":{"href":null}}}""");
        Assert.That(cleared[$"_links/{field}/href"].ValueKind, Is.EqualTo(JsonValueKind.Null), cleared.ToString());
    }

    [Test]
    public async Task Several_values_are_an_array()
    {
        var id = await server.DefineAsync(new CustomFieldSpec("Tags", CustomizedKind.WorkPackage, CustomFieldFormat.List) { IsMulti = true, Options = ["a", "b", "c"] });
        var field = "customField" + id;
        var form = await client.PostJsonAsync(WorkPackages + "/form", new { });
        var hrefs = form[$"_embedded/schema/{field}/_links/allowedValues"].EnumerateArray().Select(a => a.GetProperty("href").GetString()!).ToList();
        Assert.That(form[$"_embedded/schema/{field}/type"].GetString(), Is.EqualTo("[]CustomOption"));

        var made = await client.PostJsonAsync(WorkPackages, LinkingMany(field, hrefs[0], hrefs[1]));
        var other = await client.PostJsonAsync(WorkPackages, LinkingMany(field, hrefs[1]));
        Assert.That(Titles(made, field), Is.EqualTo(new[] { "a", "b" }), made.ToString());
        var ids = hrefs.Select(h => h.Split('/')[^1]).ToList();
        Assert.That(await FoundAsync(field, "=", ids[0], ids[1]), Is.EqualTo(new[] { Id(made), Id(other) }));
        Assert.That(await FoundAsync(field, "&=", ids[0], ids[1]), Is.EqualTo(new[] { Id(made) }));
        Assert.That(await FoundAsync(field, "*"), Is.EqualTo(new[] { Id(made), Id(other) }));
        Assert.That(await FoundAsync(field, "!", ids[0]), Does.Contain(Id(other)).And.Not.Contain(Id(made)));
        var changed = await client.PatchJsonAsync(Self(made), $$$"""{"lockVersion":0,"_links":{"{{{field}}}":[{"href":"{{{hrefs[2]}}}"}]}}""");
        Assert.That(Titles(changed, field), Is.EqualTo(new[] { "c" }), changed.ToString());
    }

    [Test]
    public async Task People_and_versions_are_linked_and_embedded()
    {
        var (user, version) = ("customField" + await server.DefineAsync("Reviewer", CustomFieldFormat.User), "customField" + await server.DefineAsync("Found in", CustomFieldFormat.Version));
        var scrum = await client.GetJsonAsync("/api/v3/projects/your-scrum-project");
        var release = (await client.GetJsonAsync($"/api/v3/projects/{scrum["id"]}/versions"))["_embedded/elements/0/_links/self/href"].GetString()!;
        using var mira = await server.ClientOfAsync("mira");
        var me = Self(await mira.GetJsonAsync("/api/v3/users/me"));
        string Body(string reviewer, string found) => $$$$"""{"subject":"Linked","_links":{"{{{{user}}}}":{"href":"{{{{reviewer}}}}"},"{{{{version}}}}":{"href":"{{{{found}}}}"}}}""";

        var made = await client.PostJsonAsync("/api/v3/projects/your-scrum-project/work_packages", Body(me, release));
        Assert.That(made.Status, Is.EqualTo(HttpStatusCode.Created), made.ToString());
        Assert.That((made[$"_links/{user}/title"].GetString(), made[$"_embedded/{user}/login"].GetString()), Is.EqualTo(("Mira Lindgren", "mira")));
        Assert.That(made[$"_embedded/{version}/_type"].GetString(), Is.EqualTo("Version"));
        Assert.That((await SchemaAsync(made))[$"{user}/_links/allowedValues/href"].GetString(), Does.StartWith("/api/v3/principals?"));
        await RefusedAsync(client.PostJsonAsync(WorkPackages, Linking(user, "/api/v3/users/1")), user, "Reviewer is not set to one of the allowed values.");
        await RefusedAsync(client.PostJsonAsync(WorkPackages, Linking(version, release)), version, "Found in is not set to one of the allowed values.");
        Assert.That(await FoundAsync(user, "=", me.Split('/')[^1]), Is.EqualTo(new[] { Id(made) }));
    }

    [Test]
    public async Task Hierarchies_are_trees()
    {
        var id = await server.DefineAsync(new CustomFieldSpec("Place", CustomizedKind.WorkPackage, CustomFieldFormat.Hierarchy) { Items = ["Europe/France/Paris", "Europe/Spain", "Asia"] });
        var list = await client.GetJsonAsync($"/api/v3/custom_fields/{id}/items");
        Assert.That(Labels(list), Is.EqualTo(new[] { null, "Europe", "France", "Paris", "Spain", "Asia" }), list.ToString());
        var elements = list["_embedded/elements"].EnumerateArray().ToList();
        Assert.That(elements.Select(e => e.GetProperty("depth").GetInt32()), Is.EqualTo(new[] { 0, 1, 2, 3, 2, 1 }));
        var (europe, paris) = (elements[1].GetProperty("id").GetInt64(), elements[3].GetProperty("id").GetInt64());
        Assert.That(Labels(await client.GetJsonAsync($"/api/v3/custom_fields/{id}/items?parent={europe}&depth=1")), Is.EqualTo(new[] { "Europe", "France", "Spain" }));
        var item = await client.GetJsonAsync($"/api/v3/custom_field_items/{europe}");
        Assert.That(item["_links/children"].EnumerateArray().Select(c => c.GetProperty("title").GetString()), Is.EqualTo(new[] { "France", "Spain" }), item.ToString());
        Assert.That(Labels(await client.GetJsonAsync($"/api/v3/custom_field_items/{paris}/branch")), Is.EqualTo(new[] { null, "Europe", "France", "Paris" }));

        var made = await client.PostJsonAsync(WorkPackages, Linking("customField" + id, $"/api/v3/custom_field_items/{paris}"));
        Assert.That(made[$"_links/customField{id}/title"].GetString(), Is.EqualTo("Paris"), made.ToString());
        var root = elements[0].GetProperty("id").GetInt64();
        await RefusedAsync(client.PostJsonAsync(WorkPackages, Linking("customField" + id, $"/api/v3/custom_field_items/{root}")), "customField" + id, "Place is not set to one of the allowed values.");
        var text = await server.DefineAsync("No tree", CustomFieldFormat.String);
        var wrong = await client.GetJsonAsync($"/api/v3/custom_fields/{text}/items");
        Assert.That(((int)wrong.Status, wrong["errorIdentifier"].GetString()!.Split(':')[^1]), Is.EqualTo((422, "UnprocessableContent")));
        Assert.That((int)(await client.GetJsonAsync("/api/v3/custom_fields/999999/items")).Status, Is.EqualTo(404));
        Assert.That((int)(await client.GetJsonAsync($"/api/v3/custom_fields/{id}/items?depth=x")).Status, Is.EqualTo(400));
    }

    [Test]
    public async Task Items_of_weighted_lists_have_weights()
    {
        var spec = new CustomFieldSpec("Risk", CustomizedKind.WorkPackage, CustomFieldFormat.WeightedItemList) { Items = ["Low=0.5", "High = 1234.123456", "High/Higher=-2", "Dust=0.00001"] };
        var id = await server.DefineAsync(spec);
        var list = await client.GetJsonAsync($"/api/v3/custom_fields/{id}/items");
        Assert.That(Labels(list), Is.EqualTo(new[] { null, "Low", "High", "Higher", "Dust" }), list.ToString());
        string?[] Texts(string name) => [.. list["_embedded/elements"].EnumerateArray().Select(e => e.GetProperty(name).GetString())];
        Assert.That(Texts("weight"), Is.EqualTo(new[] { null, "0.5", "1234.123456", "-2", "0.00001" }));
        Assert.That(Texts("formattedWeight"), Is.EqualTo(new[] { null, "0.5", "1234.1235", "-2", "1e-5" }));
        Assert.That(Texts("short"), Is.All.Null);

        var high = list["_embedded/elements/2/_links/self/href"].GetString()!;
        var made = await client.PostJsonAsync(WorkPackages, Linking("customField" + id, high));
        Assert.That(made[$"_links/customField{id}/title"].GetString(), Is.EqualTo("High"), made.ToString());
        Assert.That((await SchemaAsync(made))[$"customField{id}/type"].GetString(), Is.EqualTo("CustomField::Hierarchy::Item"));
        Assert.That(await FoundAsync("customField" + id, "=", high.Split('/')[^1]), Is.EqualTo(new[] { Id(made) }));
        Assert.That((await client.GetJsonAsync($"{made["_links/self/href"].GetString()}/activities"))["_embedded/elements/0/details"].EnumerateArray().Select(d => d.GetProperty("raw").GetString()), Does.Contain("Risk set to High"));
        var grouped = await client.GetJsonAsync($"/api/v3/work_packages?groupBy=customField{id}&sortBy=[[\"customField{id}\",\"desc\"]]");
        Assert.That(grouped["groups"].EnumerateArray().Select(g => g.GetProperty("value").GetString()), Does.Contain("High"), grouped.ToString());
    }

    [TestCase("Low")]
    [TestCase("Low=much")]
    [TestCase("Low=1", "Low=2")]
    [TestCase("Risk/Low=1")]
    [TestCase("Low=0.00000000001")]
    public void An_item_without_a_weight_that_can_be_kept_is_refused(params string[] items) =>
        Assert.That(
            () => server.DefineAsync(new CustomFieldSpec("Odd", CustomizedKind.WorkPackage, CustomFieldFormat.WeightedItemList) { Items = items }),
            Throws.TypeOf<BrokenRule>());

    [Test]
    public async Task Rules_of_a_field_hold()
    {
        var code = "customField" + await server.DefineAsync(new CustomFieldSpec("Code", CustomizedKind.WorkPackage, CustomFieldFormat.String) { MinLength = 3, MaxLength = 5, Pattern = "^[A-Z]+$" });
        var link = "customField" + await server.DefineAsync("Page", CustomFieldFormat.Link);

        await RefusedAsync(client.PostJsonAsync(WorkPackages, $$"""{"subject":"x","{{code}}":"AB"}"""), code, "Code is too short (minimum is 3 characters).");
        await RefusedAsync(client.PostJsonAsync(WorkPackages, $$"""{"subject":"x","{{code}}":"ABCDEF"}"""), code, "Code is too long (maximum is 5 characters).");
        await RefusedAsync(client.PostJsonAsync(WorkPackages, $$"""{"subject":"x","{{code}}":"abc"}"""), code, "Code is invalid.");
        await RefusedAsync(client.PostJsonAsync(WorkPackages, $$"""{"subject":"x","{{link}}":"javascript:alert(1)"}"""), link, "Page is invalid.");
        Assert.That((await client.PostJsonAsync(WorkPackages, $$"""{"subject":"x","{{code}}":"ABC"}""")).Status, Is.EqualTo(HttpStatusCode.Created));
    }

    [Test]
    public async Task What_must_be_given_is_asked_for_on_creation_and_has_a_default()
    {
        using var own = new ApiServer(provider);
        using var admin = own.Client();
        var before = await admin.PostJsonAsync(WorkPackages, new { subject = "Before" });
        var must = "customField" + await own.DefineAsync(new CustomFieldSpec("Department", CustomizedKind.WorkPackage, CustomFieldFormat.String) { IsRequired = true });
        var usual = "customField" + await own.DefineAsync(new CustomFieldSpec("Size", CustomizedKind.WorkPackage, CustomFieldFormat.List) { IsRequired = true, Options = ["S", "M"], DefaultValue = "M" });

        await RefusedAsync(admin.PostJsonAsync(WorkPackages, new { subject = "Without" }), must, "Department can't be blank.");
        var made = await admin.PostJsonAsync(WorkPackages, $$"""{"subject":"With","{{must}}":"Sales"}""");
        Assert.That((made.Status, made[$"_links/{usual}/title"].GetString()), Is.EqualTo((HttpStatusCode.Created, "M")), made.ToString());
        Assert.That((await admin.PatchJsonAsync(Self(before), new { lockVersion = 0, subject = "Still without" })).Status, Is.EqualTo(HttpStatusCode.OK));
        await RefusedAsync(admin.PatchJsonAsync(Self(made), $$"""{"lockVersion":0,"{{must}}":""}"""), must, "Department can't be blank.");
        var schema = await admin.GetJsonAsync(made["_links/schema/href"].GetString()!);
        Assert.That((schema[must + "/required"].GetBoolean(), schema[usual + "/hasDefault"].GetBoolean()), Is.EqualTo((true, true)));
    }

    [Test]
    public async Task A_field_is_of_its_types_and_projects_alone()
    {
        var field = "customField" + await server.DefineAsync(new CustomFieldSpec("Bugs only", CustomizedKind.WorkPackage, CustomFieldFormat.String) { Types = ["Bug"], Projects = ["your-scrum-project"] });
        var task = await client.PostJsonAsync(WorkPackages, $$"""{"subject":"A task","{{field}}":"ignored"}""");
        Assert.That((task.Status, task.Body.TryGetProperty(field, out _)), Is.EqualTo((HttpStatusCode.Created, false)), task.ToString());
        Assert.That((await SchemaAsync(task)).Body.TryGetProperty(field, out _), Is.False);
        var types = await client.GetJsonAsync("/api/v3/projects/your-scrum-project/types");
        var bug = types["_embedded/elements"].EnumerateArray().First(t => t.GetProperty("name").GetString() == "Bug").GetProperty("_links").GetProperty("self").GetProperty("href").GetString();

        var made = await client.PostJsonAsync("/api/v3/projects/your-scrum-project/work_packages", $$$$"""{"subject":"A bug","{{{{field}}}}":"kept","_links":{"type":{"href":"{{{{bug}}}}"}}}""");

        Assert.That(made[field].GetString(), Is.EqualTo("kept"), made.ToString());
        Assert.That(await FoundAsync(field, "=", "ignored"), Is.Empty);
    }

    [Test]
    public async Task Work_packages_are_found_and_ordered_by_their_fields()
    {
        var (text, number, day, flag, list) = (
            await server.DefineAsync("Found text", CustomFieldFormat.String), await server.DefineAsync("Found number", CustomFieldFormat.Float),
            await server.DefineAsync("Found day", CustomFieldFormat.Date), await server.DefineAsync("Found flag", CustomFieldFormat.Bool),
            await server.DefineAsync("Found list", CustomFieldFormat.List, "Low", "High"));
        var options = (await client.PostJsonAsync(WorkPackages + "/form", new { }))[$"_embedded/schema/customField{list}/_links/allowedValues"].EnumerateArray().Select(a => a.GetProperty("href").GetString()!).ToList();
        var made = new List<long>();
        foreach (var (t, n, d, f, o) in new[] { ("Zulu alpha", 1.5, "2026-01-01", true, 1), ("Bravo", 20, "2026-02-01", false, 0) })
            made.Add(Id(await client.PostJsonAsync(WorkPackages, $$$$"""{"subject":"Found","customField{{{{text}}}}":"{{{{t}}}}","customField{{{{number}}}}":{{{{n}}}},"customField{{{{day}}}}":"{{{{d}}}}","customField{{{{flag}}}}":{{{{(f ? "true" : "false")}}}},"_links":{"customField{{{{list}}}}":{"href":"{{{{options[o]}}}}"}}}""")));

        Assert.That(await FoundAsync($"customField{text}", "~", "alpha ZULU"), Is.EqualTo(new[] { made[0] }));
        Assert.That(await FoundAsync($"cf_{text}", "=", "Bravo"), Is.EqualTo(new[] { made[1] }));
        Assert.That(await FoundAsync($"customField{text}", "!~", "Bravo"), Does.Contain(made[0]).And.Contain(1L).And.Not.Contain(made[1]));
        Assert.That(await FoundAsync($"customField{number}", ">=", "2"), Is.EqualTo(new[] { made[1] }));
        Assert.That(await FoundAsync($"customField{day}", "<>d", "2026-01-15", "2026-03-01"), Is.EqualTo(new[] { made[1] }));
        Assert.That(await FoundAsync($"customField{flag}", "=", "t"), Is.EqualTo(new[] { made[0] }));
        Assert.That(await FoundAsync($"customField{list}", "=", options[0].Split('/')[^1]), Is.EqualTo(new[] { made[1] }));
        Assert.That(await FoundAsync($"customField{list}", "!*"), Does.Not.Contain(made[0]).And.Contain(1L));
        foreach (var (field, first) in new[] { (text, 1), (number, 0), (day, 0), (flag, 1), (list, 1) })
        {
            var filter = Uri.EscapeDataString($$$"""[{"id":{"operator":"=","values":["{{{made[0]}}}","{{{made[1]}}}"]}}]""");
            var ordered = await client.GetJsonAsync($"/api/v3/work_packages?filters={filter}&sortBy=" + Uri.EscapeDataString($"[[\"customField{field}\",\"asc\"]]"));
            Assert.That(ordered["_embedded/elements/0/id"].GetInt64(), Is.EqualTo(made[first]), $"customField{field}");
        }

        var bad = await client.GetJsonAsync("/api/v3/work_packages?filters=" + Uri.EscapeDataString($$$"""[{"customField{{{number}}}":{"operator":"=","values":["x"]}}]"""));
        Assert.That(bad.Status, Is.EqualTo(HttpStatusCode.BadRequest));
        var query = await client.PostJsonAsync("/api/v3/queries", $$$"""{"name":"By field","_links":{"columns":[{"href":"/api/v3/queries/columns/customField{{{text}}}"}],"sortBy":[{"href":"/api/v3/queries/sort_bys/customField{{{number}}}-desc"}]}}""");
        Assert.That((query.Status, query["_links/columns/0/title"].GetString()), Is.EqualTo((HttpStatusCode.Created, "Found text")), query.ToString());
    }

    private static string Self(ApiAnswer resource) => resource["_links/self/href"].GetString()!;

    private static long Id(ApiAnswer resource) => resource["id"].GetInt64();

    private static string Linking(string field, string href) => $$$$"""{"subject":"Linking","_links":{"{{{{field}}}}":{"href":"{{{{href}}}}"}}}""";

    private static string LinkingMany(string field, params string[] hrefs) =>
        $$$"""{"subject":"Linking","_links":{"{{{field}}}":[{{{string.Join(',', hrefs.Select(h => $"{{\"href\":\"{h}\"}}"))}}}]}}""";

    private static IEnumerable<string?> Titles(ApiAnswer resource, string field) => resource[$"_links/{field}"].EnumerateArray().Select(l => l.GetProperty("title").GetString());

    private static IEnumerable<string?> Labels(ApiAnswer list) => list["_embedded/elements"].EnumerateArray().Select(e => e.GetProperty("label").GetString());

    private static async Task RefusedAsync(Task<ApiAnswer> request, string attribute, string message)
    {
        var answer = await request;
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity), answer.ToString());
        Assert.That((answer["_embedded/details/attribute"].GetString(), answer["message"].GetString()), Is.EqualTo((attribute, message)));
    }

    private Task<ApiAnswer> SchemaAsync(ApiAnswer workPackage) => client.GetJsonAsync(workPackage["_links/schema/href"].GetString()!);

    private async Task<IEnumerable<long>> FoundAsync(string field, string @operator, params string[] values)
    {
        var filters = JsonSerializer.Serialize(new[] { new Dictionary<string, object> { [field] = new { @operator, values } } });
        var list = await client.GetJsonAsync("/api/v3/work_packages?pageSize=-1&filters=" + Uri.EscapeDataString(filters));
        Assert.That(list.Status, Is.EqualTo(HttpStatusCode.OK), list.ToString());
        return list["_embedded/elements"].EnumerateArray().Select(e => e.GetProperty("id").GetInt64());
    }
}
