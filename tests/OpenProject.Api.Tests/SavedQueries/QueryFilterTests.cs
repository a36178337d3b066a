using System.Net;
using System.Text.Json;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;
using OpenProject.Testing.Databases;

namespace OpenProject.Api.Tests.SavedQueries;

/// <summary>The conditions of queries, what is refused of them, and what forms and schemas say.</summary>
[OnEachDatabase]
public sealed class QueryFilterTests(DatabaseProvider provider)
{
    private const string Path = "/api/v3/queries";

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
    public async Task Conditions_name_resources_by_links_and_everything_else_by_values()
    {
        var made = await client.PostJsonAsync(Path, Body(
            Filter("status", "=", links: ["/api/v3/statuses/1", "/api/v3/statuses/7"]),
            Filter("assignee", "=", links: ["/api/v3/users/me", "/api/v3/users/999999"]),
            Filter("dueDate", "<t+", values: "[\"1\"]"),
            Filter("milestone", "=", values: "[true]"),
            Filter("responsible", "!*"),
            Filter("type", "!", values: "[1]")));

        Assert.That(made.Status, Is.EqualTo(HttpStatusCode.Created), made.ToString());
        Assert.That(made["filters/0/_type"].GetString(), Is.EqualTo("StatusQueryFilter"));
        Assert.That(made["filters/0/_links/values"].GetRawText(), Is.EqualTo(
            """[{"href":"/api/v3/statuses/1","title":"New"},{"href":"/api/v3/statuses/7","title":"In progress"}]"""));
        Assert.That(made["filters/0"].TryGetProperty("values", out _), Is.False);
        Assert.That(made["filters/0/_links/operator"].GetRawText(), Is.EqualTo("""{"href":"/api/v3/queries/operators/%3D","title":"is"}"""));
        Assert.That(made["filters/1/_links/values"].GetRawText(), Is.EqualTo("""[{"href":"/api/v3/users/me","title":"me"},{"href":"/api/v3/users/999999"}]"""));
        Assert.That((made["filters/2/_type"].GetString(), made["filters/2/name"].GetString(), made["filters/2/values/0"].GetString()), Is.EqualTo(("DueDateQueryFilter", "Finish date", "1")));
        Assert.That(made["filters/2/_links/operator/href"].GetString(), Is.EqualTo("/api/v3/queries/operators/%3Ct%2B"));
        Assert.That(made["filters/3/values/0"].ValueKind, Is.EqualTo(JsonValueKind.True));
        Assert.That(made["filters/4/_links/values"].GetArrayLength(), Is.Zero);
        Assert.That(made["filters/5/_links/values/0/href"].GetString(), Is.EqualTo("/api/v3/types/1"));

        foreach (var rel in new[] { "filter", "operator", "schema" })
            Assert.That((await client.GetJsonAsync(made["filters/2/_links/" + rel + "/href"].GetString()!)).Status, Is.EqualTo(HttpStatusCode.OK), rel);

        // What was read may be sent back.
        var back = await client.PatchJsonAsync(made["_links/self/href"].GetString()!, $$"""{"filters":{{made["filters"].GetRawText()}}}""");
        Assert.That(back["filters"].GetRawText(), Is.EqualTo(made["filters"].GetRawText()), back.ToString());
    }

    [Test]
    public async Task A_new_query_shows_what_is_open_unless_it_says_otherwise()
    {
        Assert.That((await client.PostJsonAsync(Path, new { name = "Silent" }))["filters/0/_type"].GetString(), Is.EqualTo("StatusQueryFilter"));
        Assert.That((await client.PostJsonAsync(Path, """{"name":"All","filters":[]}"""))["filters"].GetArrayLength(), Is.Zero);
    }

    private static IEnumerable<TestCaseData> Wrong()
    {
        static TestCaseData Case(string filters, string message, string name) => new TestCaseData(filters, message).SetArgDisplayNames(name);
        yield return Case(Filter("nonsense", "=", values: "[1]"), "Filters Nonsense filter does not exist.", "unknown filter");
        yield return Case(Filter("subject", "o"), "Filters Subject filter has invalid operator.", "unknown operator");
        yield return Case(Filter("type", "=", values: "[\"x\"]"), "Filters Type filter has invalid values.", "no id");
        yield return Case(Filter("type", "=", links: ["/api/v3/statuses/1"]), "Filters Type filter has invalid values.", "link of another kind");
        yield return Case(Filter("subject", "~", links: ["/api/v3/statuses/1"]), "Filters Subject filter has invalid values.", "link in place of text");
        yield return Case(Filter("dueDate", "=d", values: "[\"2026-02-30\"]"), "Filters Finish date filter has invalid values.", "no day");
    }

    [TestCaseSource(nameof(Wrong))]
    public async Task Conditions_that_cannot_be_are_refused(string filter, string message)
    {
        var refused = await client.PostJsonAsync(Path, Body(filter));
        var form = await client.PostJsonAsync(Path + "/form", Body(filter));

        Assert.That(refused.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity), refused.ToString());
        Assert.That((refused["message"].GetString(), refused["_embedded/details/attribute"].GetString()), Is.EqualTo((message, "filters")));
        Assert.That(form["_embedded/validationErrors/filters/message"].GetString(), Is.EqualTo(message), form.ToString());
        Assert.That(form["_links"].TryGetProperty("commit", out _), Is.False);
    }

    [TestCase("""[{}]""")]
    [TestCase("""[5]""")]
    [TestCase("""[{"_links":{}}]""")]
    [TestCase("""[{"_links":{"filter":{"href":"/api/v3/queries/filters/status"}}}]""")]
    [TestCase("""[{"_links":{"filter":{"href":5},"operator":{"href":"/api/v3/queries/operators/o"}}}]""")]
    [TestCase("""[{"_links":{"filter":{"href":"/api/v3/queries/filters/status"},"operator":{"href":"/api/v3/queries/operators/o"},"values":5}}]""")]
    [TestCase("""[{"values":[{}],"_links":{"filter":{"href":"/api/v3/queries/filters/status"},"operator":{"href":"/api/v3/queries/operators/o"}}}]""")]
    public async Task What_is_no_condition_at_all_is_no_request(string filters)
    {
        var answer = await client.PostJsonAsync(Path, $$"""{"name":"x","filters":{{filters}}}""");
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.BadRequest), answer.ToString());
        Assert.That(answer["errorIdentifier"].GetString(), Does.EndWith(":InvalidRequestBody"));
    }

    [TestCase("""{"name":""}""", "name", "PropertyConstraintViolation")]
    [TestCase("""{"name":"x","filters":5}""", "filters", "PropertyFormatError")]
    [TestCase("""{"name":"x","timestamps":["yesterday"]}""", "timestamps", "PropertyConstraintViolation")]
    [TestCase("""{"name":"x","timestamps":"PT0S"}""", "timestamps", "PropertyFormatError")]
    [TestCase("""{"name":"x","timelineLabels":{"left":5}}""", "timelineLabels", "PropertyFormatError")]
    [TestCase("""{"name":"x","timelineZoomLevel":"centuries"}""", "timelineZoomLevel", "PropertyConstraintViolation")]
    [TestCase("""{"name":"x","highlightingMode":null}""", "highlightingMode", "PropertyConstraintViolation")]
    [TestCase("""{"name":"x","displayRepresentation":"pie"}""", "displayRepresentation", "PropertyConstraintViolation")]
    [TestCase("""{"name":"x","orderedWorkPackages":{"a":1}}""", "orderedWorkPackages", "PropertyFormatError")]
    [TestCase("""{"name":"x","starred":true}""", "starred", "PropertyIsReadOnly")]
    [TestCase("""{"name":"x","_links":{"columns":[{"href":"/api/v3/queries/columns/nonsense"}]}}""", "columns", "PropertyConstraintViolation")]
    [TestCase("""{"name":"x","_links":{"columns":[{"href":"/api/v3/queries/columns/manualSorting"}]}}""", "columns", "PropertyConstraintViolation")]
    [TestCase("""{"name":"x","_links":{"highlightedAttributes":[{"href":"/api/v3/queries/columns/subject"}]}}""", "highlightedAttributes", "PropertyConstraintViolation")]
    [TestCase("""{"name":"x","_links":{"sortBy":[{"href":"/api/v3/queries/sort_bys/subject"}]}}""", "sortBy", "PropertyConstraintViolation")]
    [TestCase("""{"name":"x","_links":{"groupBy":{"href":"/api/v3/queries/group_bys/subject"}}}""", "groupBy", "PropertyConstraintViolation")]
    [TestCase("""{"name":"x","_links":{"groupBy":{"href":"/api/v3/queries/columns/status"}}}""", "groupBy", "ResourceTypeMismatch")]
    [TestCase("""{"name":"x","_links":{"project":{"href":"/api/v3/projects/999999"}}}""", "project", "PropertyConstraintViolation")]
    [TestCase("""{"name":"x","_links":{"user":{"href":"/api/v3/users/1"}}}""", "user", "PropertyIsReadOnly")]
    public async Task What_cannot_be_stored_is_refused(string body, string attribute, string error)
    {
        var answer = await client.PostJsonAsync(Path, body);
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity), answer.ToString());
        Assert.That((answer["_embedded/details/attribute"].GetString(), answer["errorIdentifier"].GetString()!.Split(':')[^1]), Is.EqualTo((attribute, error)));
    }

    [Test]
    public async Task A_form_offers_what_queries_are_made_of()
    {
        var form = await client.PostJsonAsync(Path + "/form", new { name = "New", _links = new { project = new { href = "/api/v3/projects/3" } } });

        Assert.That(form.Status, Is.EqualTo(HttpStatusCode.OK), form.ToString());
        Assert.That(form["_embedded/validationErrors"].EnumerateObject(), Is.Empty);
        Assert.That(form["_links/commit/href"].GetString(), Is.EqualTo(Path));
        Assert.That(form["_embedded/payload/filters/0/_type"].GetString(), Is.EqualTo("StatusQueryFilter"));
        Assert.That(form["_embedded/payload/_links/columns"].GetArrayLength(), Is.EqualTo(6));
        Assert.That(form["_embedded/schema/columns/_links/allowedValues"].GetArrayLength(), Is.GreaterThan(20));
        Assert.That(form["_embedded/schema/columns/_embedded/allowedValues/0/_type"].GetString(), Is.EqualTo("QueryColumn::Property"));
        Assert.That(form["_embedded/schema/groupBy/_links/allowedValues"].GetArrayLength(), Is.GreaterThan(5));
        Assert.That(form["_embedded/schema/filters/_links/allowedValuesSchemas/href"].GetString(), Is.EqualTo("/api/v3/workspaces/3/queries/filter_instance_schemas"));

        var made = await client.PostJsonAsync(Path, form["_embedded/payload"].GetRawText());
        Assert.That(made.Status, Is.EqualTo(HttpStatusCode.Created), made.ToString());
        var update = await client.PostJsonAsync(made["_links/update/href"].GetString()!, new { name = "" });
        Assert.That(update["_embedded/validationErrors/name/message"].GetString(), Is.EqualTo("Name can't be blank."), update.ToString());
        Assert.That((await client.PostJsonAsync(made["_links/update/href"].GetString()!))["_links/commit/method"].GetString(), Is.EqualTo("patch"));
    }

    [TestCase("/api/v3/queries", "/api/v3/queries/schema", "project")]
    [TestCase("/api/v3/projects/3/queries", "/api/v3/workspaces/3/queries/schema", "category")]
    [TestCase("/api/v3/workspaces/demo-project/queries", "/api/v3/workspaces/3/queries/schema", "category")]
    [TestCase("/api/v3/workspace/3/queries", "/api/v3/workspaces/3/queries/schema", "category")]
    public async Task Schemas_tell_what_conditions_there_are(string path, string self, string filter)
    {
        var schema = await client.GetJsonAsync(path + "/schema");
        var conditions = await client.GetJsonAsync(path + "/filter_instance_schemas");

        Assert.That(schema["_links/self/href"].GetString(), Is.EqualTo(self), schema.ToString());
        Assert.That((schema["name/maxLength"].GetInt32(), schema["name/writable"].GetBoolean(), schema["starred/writable"].GetBoolean()), Is.EqualTo((255, true, false)));
        Assert.That(schema["timestamps/type"].GetString(), Is.EqualTo("[]Timestamp"));
        Assert.That(schema["results/type"].GetString(), Is.EqualTo("WorkPackageCollection"));
        Assert.That(schema["_embedded/filtersSchemas/count"].GetInt32(), Is.EqualTo(conditions["count"].GetInt32()));
        Assert.That(Names(conditions), Does.Contain("/api/v3/queries/filters/" + filter));
        Assert.That((await client.GetJsonAsync(schema["filters/_links/allowedValuesSchemas/href"].GetString()!)).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task The_schema_of_a_condition_depends_on_its_operator()
    {
        var date = await client.GetJsonAsync(Path + "/filter_instance_schemas/dueDate");
        var status = await client.GetJsonAsync(Path + "/filter_instance_schemas/status");

        Assert.That(date["_type"].GetString(), Is.EqualTo("QueryFilterInstanceSchema"));
        var dependencies = date["_dependencies/0"].GetProperty("dependencies");
        Assert.That(dependencies.GetProperty("/api/v3/queries/operators/%3C%3Ed").GetProperty("values").GetProperty("type").GetString(), Is.EqualTo("[2]Date"));
        Assert.That(dependencies.GetProperty("/api/v3/queries/operators/t-").GetProperty("values").GetProperty("type").GetString(), Is.EqualTo("[1]Integer"));
        Assert.That(dependencies.GetProperty("/api/v3/queries/operators/t").EnumerateObject(), Is.Empty);
        var values = status["_dependencies/0"].GetProperty("dependencies").GetProperty("/api/v3/queries/operators/%3D").GetProperty("values");
        Assert.That(values.GetProperty("type").GetString(), Is.EqualTo("[]Status"));
        Assert.That(values.GetProperty("_links").GetProperty("allowedValues").GetProperty("href").GetString(), Is.EqualTo("/api/v3/statuses"));
        Assert.That(status["_dependencies/0"].GetProperty("dependencies").GetProperty("/api/v3/queries/operators/o").EnumerateObject(), Is.Empty);
    }

    [TestCase("columns/priority", "Priority", "QueryColumn::Property")]
    [TestCase("columns/dueDate", "Finish date", "QueryColumn::Property")]
    [TestCase("columns/manualSorting", "Manual sorting", "QueryColumn::Property")]
    [TestCase("operators/!", "is not", "QueryOperator")]
    [TestCase("operators/%3Ct%2B", "in less than", "QueryOperator")]
    [TestCase("sort_bys/status-asc", "Status (Ascending)", "QuerySortBy")]
    [TestCase("group_bys/assignee", "Assignee", "QueryGroupBy")]
    public async Task What_queries_are_made_of_can_be_read(string part, string name, string type)
    {
        var answer = await client.GetJsonAsync($"{Path}/{part}");
        Assert.That((answer["_type"].GetString(), answer["name"].GetString(), answer["_links/self/title"].GetString()), Is.EqualTo((type, name, name)));
        Assert.That((await client.GetJsonAsync(answer["_links/self/href"].GetString()!)).Text, Is.EqualTo(answer.Text));
    }

    [TestCase("columns/nonsense")]
    [TestCase("filters/nonsense")]
    [TestCase("operators/nonsense")]
    [TestCase("sort_bys/status")]
    [TestCase("sort_bys/status-sideways")]
    [TestCase("group_bys/subject")]
    [TestCase("filter_instance_schemas/nonsense")]
    [TestCase("999999")]
    [TestCase("nonsense")]
    public async Task What_no_query_is_made_of_is_not_found(string part) =>
        Assert.That((await client.GetJsonAsync($"{Path}/{part}")).Status, Is.EqualTo(HttpStatusCode.NotFound));

    private static IEnumerable<string?> Names(ApiAnswer schemas) =>
        schemas["_embedded/elements"].EnumerateArray().Select(s => s.GetProperty("_links").GetProperty("filter").GetProperty("href").GetString());

    private static string Body(params string[] filters) => $$"""{"name":"Conditions","filters":[{{string.Join(',', filters)}}]}""";

    private static string Filter(string name, string symbol, string values = "[]", params string[] links) => $$$$"""
        {"values":{{{{values}}}},"_links":{"filter":{"href":"/api/v3/queries/filters/{{{{name}}}}"},
        "operator":{"href":"/api/v3/queries/operators/{{{{Uri.EscapeDataString(symbol)}}}}"},
        "values":[{{{{string.Join(',', links.Select(l => $"{{\"href\":\"{l}\"}}"))}}}}]}}
        """;
}
