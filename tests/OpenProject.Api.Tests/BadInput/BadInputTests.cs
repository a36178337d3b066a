using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;
using OpenProject.Testing.Databases;

namespace OpenProject.Api.Tests.BadInput;

/// <summary>The documented error for each way to send something wrong.</summary>
[OnEachDatabase]
public sealed class BadInputTests(DatabaseProvider provider)
{
    private const string Path = "/api/v3/work_packages";

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

    private static IEnumerable<TestCaseData> Bodies()
    {
        static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
        yield return new TestCaseData(Utf8("{"), "application/json", 400, "InvalidRequestBody").SetArgDisplayNames("unfinished");
        yield return new TestCaseData(Utf8("null"), "application/json", 400, "InvalidRequestBody").SetArgDisplayNames("null");
        yield return new TestCaseData(Utf8("\"x\""), "application/json", 400, "InvalidRequestBody").SetArgDisplayNames("text");
        yield return new TestCaseData(Utf8("{} {}"), "application/json", 400, "InvalidRequestBody").SetArgDisplayNames("two objects");
        yield return new TestCaseData(new byte[] { (byte)'{', (byte)'"', 0xff, (byte)'"', (byte)':', (byte)'1', (byte)'}' }, "application/json", 400, "InvalidRequestBody")
            .SetArgDisplayNames("invalid UTF-8 name");
        yield return new TestCaseData(Utf8("{\"subject\":\"\\ud800\"}"), "application/json", 400, "InvalidRequestBody").SetArgDisplayNames("half a surrogate pair");
        yield return new TestCaseData(
            Utf8("{\"a\":" + new string('[', 10_000) + new string(']', 10_000) + "}"), "application/json", 400, "InvalidRequestBody").SetArgDisplayNames("deep");
        yield return new TestCaseData(Utf8("{\"subject\":\"" + new string('x', 6_000_000) + "\"}"), "application/json", 413, "InvalidRequestBody")
            .SetArgDisplayNames("too large");
        yield return new TestCaseData(Utf8("<x/>"), "application/xml", 415, "TypeNotSupported").SetArgDisplayNames("xml");
        yield return new TestCaseData(Utf8("a=b"), "application/x-www-form-urlencoded", 415, "TypeNotSupported").SetArgDisplayNames("form");
    }

    [TestCaseSource(nameof(Bodies))]
    public async Task Bodies_that_are_not_one_JSON_object_of_bounded_size(byte[] body, string contentType, int status, string error)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Path);
        request.Content = new ByteArrayContent(body);
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        var answer = await client.AnswerAsync(request);
        Assert.That((int)answer.Status, Is.EqualTo(status), answer.ToString());
        Assert.That(answer["errorIdentifier"].GetString(), Does.EndWith(":" + error));
    }

    [Test]
    public async Task A_write_without_a_content_type_is_told_so_in_plain_text()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Path);
        request.Content = new ByteArrayContent("{}"u8.ToArray());
        var answer = await client.AnswerAsync(request);
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.NotAcceptable));
        Assert.That(answer.Text, Is.EqualTo("Missing content-type header"));
    }

    [TestCase(Path + "/99999999999999999999")]
    [TestCase(Path + "/-1")]
    [TestCase(Path + "/1e3")]
    [TestCase(Path + "/schemas/1")]
    [TestCase(Path + "/schemas/99999999999999999999-1")]
    [TestCase("/api/v3/statuses/9223372036854775807")]
    [TestCase("/api/v3/nothing")]
    public async Task Ids_that_nothing_has_are_not_found(string path)
    {
        var answer = await client.GetJsonAsync(path);
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.NotFound), answer.ToString());
        Assert.That(answer["errorIdentifier"].GetString(), Does.EndWith(":NotFound"));
    }

    [TestCase("filters", "[{oops")]
    [TestCase("sortBy", "[[")]
    [TestCase("select", "[1]")]
    public async Task Every_list_refuses_what_it_cannot_understand(string parameter, string value)
    {
        var paths = (await client.GetJsonAsync("/api/v3/openapi.json"))["paths"].EnumerateObject()
            .Where(path => !path.Name.Contains('{', StringComparison.Ordinal) && Takes(path.Value, parameter)).Select(path => path.Name).ToList();
        Assert.That(paths, Has.Count.GreaterThan(5));

        foreach (var path in paths)
        {
            var answer = await client.GetJsonAsync($"{path}?{parameter}={Uri.EscapeDataString(value)}");
            Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.BadRequest), path);
            Assert.That(answer["errorIdentifier"].GetString(), Does.EndWith(":InvalidQuery"), path);
            Assert.That(answer["message"].GetString(), Is.EqualTo($"The query parameter '{parameter}' is missing or malformed."), path);
        }
    }

    private static bool Takes(JsonElement path, string parameter) =>
        path.TryGetProperty("get", out var get) && get.TryGetProperty("parameters", out var parameters)
        && parameters.EnumerateArray().Any(p => p.TryGetProperty("name", out var name) && name.GetString() == parameter);

    [TestCase("eprops=!!!")]
    [TestCase("eprops=AAAA")]
    public async Task Properties_that_cannot_be_unpacked_are_an_invalid_query(string query)
    {
        var answer = await client.GetJsonAsync($"{Path}?{query}");
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.BadRequest), answer.ToString());
    }

    [Test]
    public async Task Ten_thousand_filter_values_are_answered_and_one_more_is_refused()
    {
        string Query(int count) => $"{Path}?filters=[{{\"id\":{{\"operator\":\"=\",\"values\":[{string.Join(',', Enumerable.Range(1, count))}]}}}}]";
        Assert.That((await client.GetJsonAsync(Query(10_000))).Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await client.GetJsonAsync(Query(10_001))).Status, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    [Test]
    public async Task Unknown_attributes_are_ignored_on_writes()
    {
        var answer = await client.PostJsonAsync(Path + "/form", """{"nonsense":1,"_links":{"nonsense":{"href":5}}}""");
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.OK), answer.ToString());
    }
}
