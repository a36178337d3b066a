using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using OpenProject.Api.Errors;
using OpenProject.Api.Tests.OpenApi;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;
using OpenProject.Testing.Databases;

namespace OpenProject.Api.Tests.Bcf;

/// <summary>A black box is asked everything once, and each answer is held against rules: ours, and where they are at hand the published schemas.</summary>
[OnEachDatabase]
public sealed class BcfConformanceTests(DatabaseProvider provider)
{
    private static readonly string[] Names = [.. BcfRules.All.Keys];

    // What is ours has no schema in the standard.
    private static readonly string[] NamesOfTheStandard = [.. BcfRules.All.Where(rule => rule.Value.Schema.Length > 0).Select(rule => rule.Key)];

    private readonly List<(string Name, string Request, JsonElement Answer)> answers = [];
    private readonly List<(string Operation, ApiAnswer Answer)> kept = [];
    private readonly HashSet<string> asked = new(StringComparer.Ordinal);
    private ApiServer server = null!;
    private HttpClient client = null!;
    private string project = "";
    private string topic = "";
    private string comment = "";
    private string reference = "";
    private string viewpoint = "";

    [OneTimeSetUp]
    public async Task AskEverything()
    {
        server = new ApiServer(provider, ("Bcf:DynamicRegistration", "true"));
        client = server.Client();
        project = (await server.UseModelsAsync("demo-project"))[..^"/topics".Length];
        await AskProjectsAsync();
        await AskTopicsAsync();
        await AskCommentsAndViewpointsAsync();
        await AskPartsAsync();
        await AskEventsAsync();
        foreach (var path in new[] { $"{topic}/comments/{Guid.NewGuid()}", $"{project}/topics?$filter=nonsense" })
            Keep("error", path, await client.GetJsonAsync(path), HttpMethod.Get);
        Keep("error", ApiModels.Root + "/nowhere", await client.GetJsonAsync(ApiModels.Root + "/nowhere"), null);
    }

    [OneTimeTearDown]
    public void Stop()
    {
        client.Dispose();
        server.Dispose();
    }

    [TestCaseSource(nameof(Names))]
    public void Every_answer_keeps_our_rules(string name)
    {
        var named = answers.Where(a => a.Name == name).ToList();

        Assert.That(named, Is.Not.Empty);
        Assert.That(named.SelectMany(a => BcfRules.All[name].Rule(a.Answer, a.Request)), Is.Empty);
    }

    [TestCaseSource(nameof(NamesOfTheStandard))]
    public void Every_answer_is_valid_under_the_published_schemas(string name)
    {
        if (PublishedSchemas.Folder is not { Length: > 0 } folder)
            Assert.Ignore("BCF_SCHEMAS names no folder with the published schemas.");
        else
            Assert.That(answers.Where(a => a.Name == name).SelectMany(a => new PublishedSchemas(folder).Check(BcfRules.All[name].Schema, a.Answer)), Is.Empty);
    }

    [Test]
    public void Every_path_was_asked()
    {
        Assert.That(asked, Is.EquivalentTo(Routes()));
    }

    [Test]
    public async Task The_description_tells_every_path_and_no_other()
    {
        Assert.That((await OperationsAsync(client)).Operations.Keys, Is.EquivalentTo(Routes()));
    }

    [Test]
    public async Task Every_answer_is_as_the_served_description_says()
    {
        var (document, operations) = await OperationsAsync(client);

        Assert.That(kept, Has.Count.GreaterThan(50));
        foreach (var (operation, answer) in kept)
            Assert.That(await ContractFaults.OfAsync(document, operations[operation], answer), Is.Empty, $"{operation}: {answer}");
    }

    [Test]
    public async Task The_description_of_the_other_dialect_is_that_of_its_answers()
    {
        using var other = new ApiServer(provider, ("Bcf:Dialect", "OpenProject"));
        using var caller = other.Client();
        var topics = await other.UseModelsAsync("demo-project");
        var path = topics[..topics.LastIndexOf('/')];
        var made = await caller.PostJsonAsync(topics, new { title = "Least" });
        var view = await caller.PostJsonAsync($"{topics}/{made["guid"].GetString()}/viewpoints", new { lines = Array.Empty<object>() });
        var (document, operations) = await OperationsAsync(caller);
        var own = await OperationsAsync(client);

        foreach (var (operation, answer) in new[]
        {
            ($"GET {ApiModels.Root}/projects/*", await caller.GetJsonAsync(path)),
            ($"GET {ApiModels.Root}/projects/*/extensions", await caller.GetJsonAsync(path + "/extensions")),
            ($"POST {ApiModels.Root}/projects/*/topics", made),
            ($"GET {ApiModels.Root}/projects/*/topics/*/viewpoints/*/visibility", await caller.GetJsonAsync($"{topics}/{made["guid"].GetString()}/viewpoints/{view["guid"].GetString()}/visibility")),
        })
            Assert.That(await ContractFaults.OfAsync(document, operations[operation], answer), Is.Empty, $"{operation}: {answer}");
        var numbered = await caller.GetJsonAsync(path);
        Assert.That(await ContractFaults.OfAsync(own.Document, own.Operations[$"GET {ApiModels.Root}/projects/*"], numbered), Is.Not.Empty, "The standard's has texts for ids.");
    }

    // Each member of each body once with a value of a type that it has not.
    [Test]
    public async Task No_body_is_taken_with_a_value_of_a_wrong_type()
    {
        var (document, operations) = await OperationsAsync(client);
        var schemas = document.GetProperty("components").GetProperty("schemas");
        var tried = 0;
        foreach (var (operation, described) in operations)
        {
            if (!described.TryGetProperty("requestBody", out var body) || !body.GetProperty("content").TryGetProperty("application/json", out var json))
                continue;
            var schema = json.GetProperty("schema");
            var isList = schema.TryGetProperty("items", out var items);
            var (method, path) = (new HttpMethod(operation.Split(' ')[0]), PathOf(operation.Split(' ')[1]));
            foreach (var malformed in new[] { "", "{", "null", "1", isList ? "{}" : "[]", isList ? "[1]" : "\"x\"" })
            {
                var answer = await client.AnswerAsync(method, path, malformed);
                Assert.That((int)answer.Status, Is.EqualTo(400), $"{operation} {malformed}: {answer}");
                Keep("error", path, answer, null);
            }

            var name = (isList ? items : schema).GetProperty("$ref").GetString()!.Split('/')[^1];
            foreach (var member in schemas.GetProperty(name).GetProperty("properties").EnumerateObject())
            {
                var wrong = member.Value.TryGetProperty("type", out var type) && type.GetRawText().Contains("array", StringComparison.Ordinal) ? "5" : "[true]";
                var sent = $"{{\"{member.Name}\":{wrong}}}";
                var answer = await client.AnswerAsync(method, path, isList ? $"[{sent}]" : sent);
                Assert.That((int)answer.Status, Is.EqualTo(422), $"{operation} {sent}: {answer}");
                Assert.That(await ContractFaults.OfAsync(document, described, answer), Is.Empty, operation);
                tried++;
            }
        }

        Assert.That(tried, Is.GreaterThan(40));
    }

    private IEnumerable<string> Routes() => server.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(e => e.Metadata.GetMetadata<ApiAreaAttribute>()?.Area == ApiArea.Bcf && e.Metadata.GetMetadata<HttpMethodMetadata>() is not null)
        // What tests add, and the description itself.
        .Where(e => !e.RoutePattern.RawText!.Contains("probe") && !e.RoutePattern.RawText!.Contains("openapi"))
        .SelectMany(e => e.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods, (e, method) => method + " " + Shape("/" + e.RoutePattern.RawText!.TrimStart('/')));

    private static async Task<(JsonElement Document, Dictionary<string, JsonElement> Operations)> OperationsAsync(HttpClient caller)
    {
        var document = (await caller.GetJsonAsync(ApiModels.Root + "/openapi.json")).Body;
        return (document, document.GetProperty("paths").EnumerateObject().SelectMany(p => p.Value.EnumerateObject(), (p, o) => (Name: $"{o.Name.ToUpperInvariant()} {Shape(p.Name)}", o.Value))
            .ToDictionary(o => o.Name, o => o.Value, StringComparer.Ordinal));
    }

    // What was made in the beginning, in the place of stars.
    private string PathOf(string operation) => operation
        .Replace(ApiModels.Root + "/projects/*/topics/*/comments/*", comment, StringComparison.Ordinal)
        .Replace(ApiModels.Root + "/projects/*/topics/*/document_references/*", reference, StringComparison.Ordinal)
        .Replace(ApiModels.Root + "/projects/*/topics/*", topic, StringComparison.Ordinal)
        .Replace(ApiModels.Root + "/projects/*", project, StringComparison.Ordinal);

    private static string Shape(string path) => string.Join('/', path.Split('/').Select(step => step.StartsWith('{') ? "*" : step));

    private async Task AskProjectsAsync()
    {
        await GetAsync("versions", "/api/bcf/versions");
        await GetAsync("auth", ApiModels.Root + "/auth");
        await SendAsync("registered", HttpMethod.Post, ApiModels.Root + "/register", new { client_name = "Least", redirect_url = "https://tool.example" });
        await SendAsync("registered", HttpMethod.Post, ApiModels.Root + "/register", new { client_name = "Most", client_description = "x", client_url = "https://tool.example", redirect_url = "https://tool.example" });
        await GetAsync("user", ApiModels.Root + "/current-user");
        await GetAsync("project", ApiModels.Root + "/projects");
        await GetAsync("project", project);
        await SendAsync("project", HttpMethod.Put, project, new { name = "Demo project" });
        await GetAsync("extensions", project + "/extensions");
    }

    private async Task AskTopicsAsync()
    {
        await SendAsync("topic", HttpMethod.Post, project + "/topics", new { title = "Least" });
        var whole = new
        {
            title = "Most", topic_type = "Task", topic_status = "New", priority = "High", index = 3, labels = new[] { "MEP" }, stage = "Design", description = "Text",
            due_date = "2030-01-02", assigned_to = "mira@example.net", reference_links = new[] { "https://example.com" },
            bim_snippet = new { snippet_type = ".ifc", is_external = false, reference = "a.ifc", reference_schema = "IFC4" },
        };
        topic = $"{project}/topics/{(await SendAsync("topic", HttpMethod.Post, project + "/topics", whole))["guid"].GetString()}";
        await SendAsync("topic", HttpMethod.Put, topic, whole);
        await GetAsync("topic", topic);
        await GetAsync("topic", project + "/topics");
        var doomed = (await client.PostJsonAsync(project + "/topics", new { title = "Doomed" }))["guid"].GetString();
        await DeleteAsync($"{project}/topics/{doomed}");
    }

    private async Task AskCommentsAndViewpointsAsync()
    {
        var at = new { x = 0, y = 0, z = 1.5 };
        var image = Convert.ToBase64String([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        var part = new[] { new { ifc_guid = "2MF28NhmDBiRVyFakgdbCT", originating_system = "T", authoring_tool_id = "1" } };
        var made = await SendAsync("viewpoint", HttpMethod.Post, topic + "/viewpoints", new
        {
            index = 1,
            orthogonal_camera = new { camera_view_point = at, camera_direction = at, camera_up_vector = at, view_to_world_scale = 1 },
            perspective_camera = new { camera_view_point = at, camera_direction = at, camera_up_vector = at, field_of_view = 60 },
            lines = new[] { new { start_point = at, end_point = at } },
            clipping_planes = new[] { new { location = at, direction = at } },
            bitmaps = new[] { new { bitmap_type = "png", bitmap_data = image, location = at, normal = at, up = at, height = 2 } },
            snapshot = new { snapshot_type = "png", snapshot_data = image },
            components = new { selection = part, coloring = new[] { new { color = "FF0000", components = part } }, visibility = new { default_visibility = true, exceptions = part, view_setup_hints = new { openings_visible = true } } },
        });
        viewpoint = $"{topic}/viewpoints/{made["guid"].GetString()}";
        await GetAsync("viewpoint", viewpoint);
        await GetAsync("viewpoint", topic + "/viewpoints");
        foreach (var name in new[] { "selection", "coloring", "visibility" })
            await GetAsync(name, $"{viewpoint}/{name}");
        await BytesAsync(HttpMethod.Get, viewpoint + "/snapshot");
        await BytesAsync(HttpMethod.Get, $"{viewpoint}/bitmaps/{made["bitmaps/0/guid"].GetString()}");
        var bare = (await SendAsync("viewpoint", HttpMethod.Post, topic + "/viewpoints", new { lines = Array.Empty<object>() }))["guid"].GetString();
        await GetAsync("visibility", $"{topic}/viewpoints/{bare}/visibility");
        await DeleteAsync($"{topic}/viewpoints/{bare}");

        await SendAsync("comment", HttpMethod.Post, topic + "/comments", new { comment = "Least" });
        var first = (await SendAsync("comment", HttpMethod.Post, topic + "/comments", new { comment = "Most", viewpoint_guid = made["guid"].GetString() }))["guid"].GetString();
        comment = $"{topic}/comments/{first}";
        await SendAsync("comment", HttpMethod.Put, comment, new { comment = "Changed" });
        await GetAsync("comment", comment);
        await GetAsync("comment", topic + "/comments");
        var doomed = (await client.PostJsonAsync(topic + "/comments", new { comment = "Doomed", reply_to_comment_guid = first }))["guid"].GetString();
        await DeleteAsync($"{topic}/comments/{doomed}");
    }

    private async Task AskPartsAsync()
    {
        await BytesAsync(HttpMethod.Put, topic + "/snippet", "a.ifc");
        await BytesAsync(HttpMethod.Get, topic + "/snippet");
        await SendAsync("file", HttpMethod.Put, topic + "/files", new object[] { new { file_name = "a.ifc" }, new { ifc_project = "x", ifc_spatial_structure_element = "y", date = "2030-01-01", reference = "z" } });
        await GetAsync("file", topic + "/files");
        await SendAsync("related_topic", HttpMethod.Put, topic + "/related_topics", new[] { new { related_topic_guid = Guid.NewGuid() } });
        await GetAsync("related_topic", topic + "/related_topics");
        var document = await BytesAsync(HttpMethod.Post, project + "/documents", "plan.pdf");
        Keep("document", project + "/documents", document, null);
        await GetAsync("document", project + "/documents");
        await BytesAsync(HttpMethod.Get, $"{project}/documents/{document["guid"].GetString()}");
        await SendAsync("document_reference", HttpMethod.Post, topic + "/document_references", new { document_guid = document["guid"].GetString() });
        var second = (await SendAsync("document_reference", HttpMethod.Post, topic + "/document_references", new { url = "https://example.com", description = "x" }))["guid"].GetString();
        reference = $"{topic}/document_references/{second}";
        await SendAsync("document_reference", HttpMethod.Put, reference, new { url = "https://example.com/2" });
        await GetAsync("document_reference", topic + "/document_references");
    }

    private async Task AskEventsAsync()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, project + "/bcfzip") { Content = new ByteArrayContent(await client.ExportAsync(project)) };
        Note(HttpMethod.Get, project + "/bcfzip");
        Keep("import", project + "/bcfzip", await client.AnswerAsync(request), HttpMethod.Post);
        await GetAsync("topic_event", project + "/topics/events");
        await GetAsync("topic_event", topic + "/events");
        await GetAsync("comment_event", project + "/topics/comments/events");
        await GetAsync("comment_event", comment + "/events");
    }

    private async Task GetAsync(string name, string path)
    {
        var answer = await client.GetJsonAsync(path);
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.OK), $"{path}: {answer}");
        Assert.That(answer.Headers.ETag, Is.Not.Null, path);
        Keep(name, path, answer, HttpMethod.Get);
    }

    private async Task<ApiAnswer> SendAsync(string name, HttpMethod method, string path, object body)
    {
        var answer = await client.AnswerAsync(method, path, body);
        Assert.That(answer.Status, Is.EqualTo(method == HttpMethod.Post ? HttpStatusCode.Created : HttpStatusCode.OK), $"{path}: {answer}");
        Keep(name, path, answer, method);
        return answer;
    }

    private async Task DeleteAsync(string path)
    {
        var answer = await client.AnswerAsync(HttpMethod.Delete, path);
        Assert.That((answer.Status, answer.Text), Is.EqualTo((HttpStatusCode.NoContent, "")), path);
        Note(HttpMethod.Delete, path, answer);
    }

    private async Task<ApiAnswer> BytesAsync(HttpMethod method, string path, string? name = null)
    {
        using var request = new HttpRequestMessage(method, path);
        if (name is not null)
        {
            request.Content = new ByteArrayContent([1, 2, 3]);
            request.Content.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = $"\"{name}\"" };
        }

        var answer = await client.AnswerAsync(request);
        Assert.That((int)answer.Status, Is.InRange(200, 204), $"{path}: {answer}");
        Note(method, path, answer);
        return answer;
    }

    private void Keep(string name, string path, ApiAnswer answer, HttpMethod? method)
    {
        Assert.That(answer.ContentHeaders.ContentType!.ToString(), Is.EqualTo("application/json; charset=utf-8"), path);
        if (answer.Body.ValueKind == JsonValueKind.Array)
            answers.AddRange(answer.Body.EnumerateArray().Select(e => (name, path, e)));
        else
            answers.Add((name, path, answer.Body));
        if (method is not null)
            Note(method, path, answer);
    }

    private void Note(HttpMethod method, string path, ApiAnswer? answer = null)
    {
        var steps = path.Split('?')[0].Split('/');
        for (var at = 1; at < steps.Length; at++)
        {
            if (Guid.TryParse(steps[at], out _) || steps[at - 1] == "projects")
                steps[at] = "*";
        }

        var operation = $"{method} {string.Join('/', steps)}";
        asked.Add(operation);
        if (answer is not null)
            kept.Add((operation, answer));
    }
}
