using System.Net;
using System.Net.Http.Headers;
using System.Text;
using OpenProject.Testing;

namespace OpenProject.Api.Tests.Mcp;

/// <summary>What stands between HTTP and the tools, as programs without an SDK see it.</summary>
[TestFixture]
public sealed class ProtocolTests
{
    private const string Ping = """{"jsonrpc":"2.0","id":1,"method":"ping"}""";

    private ApiServer server = null!;

    [OneTimeSetUp]
    public void Start() => server = new ApiServer(("Seed:Demo", "None"), ("Mcp:AllowedOrigins", "https://agent.example.com"));

    [OneTimeTearDown]
    public void Stop() => server.Dispose();

    [Test]
    public async Task Who_asks_for_no_event_stream_is_answered_in_JSON()
    {
        var answer = await SendAsync(Ping);

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.OK), answer.ToString());
        Assert.That(answer.ContentHeaders.ContentType!.MediaType, Is.EqualTo("application/json"));
        Assert.That(answer["id"].GetInt32(), Is.EqualTo(1));
    }

    [Test]
    public async Task Who_asks_for_one_gets_it()
    {
        var answer = await SendAsync(Ping, request => request.Headers.Accept.ParseAdd("application/json, text/event-stream"));

        Assert.That(answer.ContentHeaders.ContentType!.MediaType, Is.EqualTo("text/event-stream"));
        Assert.That(answer.Text, Does.Contain("data: {"));
    }

    [TestCase(null, HttpStatusCode.OK)]
    [TestCase("http://localhost", HttpStatusCode.OK)]
    [TestCase("https://agent.example.com", HttpStatusCode.OK)]
    [TestCase("https://evil.example.com", HttpStatusCode.Forbidden)]
    [TestCase("http://localhost:81", HttpStatusCode.Forbidden)]
    [TestCase("null", HttpStatusCode.Forbidden)]
    public async Task Pages_of_other_origins_are_refused(string? origin, HttpStatusCode status)
    {
        var answer = await SendAsync(Ping, request => request.Headers.TryAddWithoutValidation("Origin", origin is null ? [] : [origin]));

        Assert.That(answer.Status, Is.EqualTo(status), answer.ToString());
    }

    [TestCase("https://agent.example.com", true)]
    [TestCase("https://evil.example.com", false)]
    public async Task Pages_of_listed_origins_may_ask_and_read_answers(string origin, bool isOpen)
    {
        using var client = server.Anonymous();
        using var preflight = new HttpRequestMessage(HttpMethod.Options, "/mcp");
        preflight.Headers.Add("Origin", origin);
        preflight.Headers.Add("Access-Control-Request-Method", "POST");
        preflight.Headers.Add("Access-Control-Request-Headers", "authorization,content-type,mcp-protocol-version");
        using var nobody = Request(Ping);
        nobody.Headers.Add("Origin", origin);
        var (asked, refused) = (await client.AnswerAsync(preflight), await client.AnswerAsync(nobody));

        Assert.That(asked.Headers.TryGetValues("Access-Control-Allow-Origin", out var allowed) ? allowed : [], Is.EqualTo(isOpen ? [origin] : Array.Empty<string>()));
        Assert.That(refused.Headers.TryGetValues("Access-Control-Allow-Origin", out var readable) ? readable : [], Is.EqualTo(isOpen ? [origin] : Array.Empty<string>()));
        Assert.That(refused.Status, Is.EqualTo(isOpen ? HttpStatusCode.Unauthorized : HttpStatusCode.Forbidden));
        if (!isOpen)
            return;
        Assert.That(asked.Headers.GetValues("Access-Control-Allow-Methods").Single(), Is.EqualTo("POST"));
        Assert.That(asked.Headers.GetValues("Access-Control-Allow-Headers").Single(), Does.Contain("authorization").And.Contain("mcp-protocol-version"));
        Assert.That(asked.Headers.Contains("Access-Control-Allow-Credentials"), Is.False);
        Assert.That(refused.Headers.GetValues("Access-Control-Expose-Headers").Single(), Does.Contain("WWW-Authenticate"));
    }

    [Test]
    public async Task A_page_whose_name_was_made_to_lead_here_is_refused()
    {
        var answer = await SendAsync(Ping, request =>
        {
            request.Headers.Host = "evil.example.com";
            request.Headers.TryAddWithoutValidation("Origin", "http://evil.example.com");
        });

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.Forbidden));
    }

    [Test]
    public async Task A_page_of_the_public_address_may_call_whatever_the_proxy_calls_the_host()
    {
        using var behind = new ApiServer(("Seed:Demo", "None"), ("PublicBaseUrl", "https://op.example.com/projects"));
        using var client = behind.Client();
        using var ours = Request(Ping);
        ours.Headers.Add("Origin", "https://op.example.com");
        using var theirs = Request(Ping);
        theirs.Headers.Add("Origin", "http://localhost");

        Assert.That((await client.AnswerAsync(ours)).Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await client.AnswerAsync(theirs)).Status, Is.EqualTo(HttpStatusCode.Forbidden));
    }

    [Test]
    public async Task Only_POST_is_answered()
    {
        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Delete })
        {
            using var request = new HttpRequestMessage(method, "/mcp");
            using var client = server.Client();
            var answer = await client.AnswerAsync(request);
            Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.MethodNotAllowed));
            Assert.That(answer.ContentHeaders.Allow, Is.EqualTo(new[] { "POST" }));
        }
    }

    [Test]
    public async Task A_notification_is_taken_and_a_session_of_another_server_is_nothing()
    {
        var notified = await SendAsync("""{"jsonrpc":"2.0","method":"notifications/initialized"}""");
        var remembered = await SendAsync(Ping, request => request.Headers.Add("Mcp-Session-Id", "of-another-server"));

        Assert.That((notified.Status, notified.Text), Is.EqualTo((HttpStatusCode.Accepted, "")));
        Assert.That(remembered.Status, Is.EqualTo(HttpStatusCode.OK));
    }

    [TestCase("", HttpStatusCode.BadRequest, -32700)]
    [TestCase("{", HttpStatusCode.BadRequest, -32700)]
    [TestCase("{\"a\":\"\\ud800\"}", HttpStatusCode.BadRequest, -32700)]
    [TestCase("[]", HttpStatusCode.BadRequest, -32600)]
    [TestCase("[{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}]", HttpStatusCode.BadRequest, -32600)]
    [TestCase("1", HttpStatusCode.BadRequest, -32600)]
    [TestCase("{\"id\":1,\"method\":\"ping\"}", HttpStatusCode.BadRequest, -32600)]
    [TestCase("{\"jsonrpc\":\"2.0\",\"id\":null,\"method\":\"ping\"}", HttpStatusCode.BadRequest, -32600)]
    [TestCase("{\"jsonrpc\":\"2.0\",\"id\":{},\"method\":\"ping\"}", HttpStatusCode.BadRequest, -32600)]
    [TestCase("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":7}", HttpStatusCode.BadRequest, -32600)]
    [TestCase("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/teach\"}", HttpStatusCode.OK, -32601)]
    [TestCase("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{}}", HttpStatusCode.OK, -32602)]
    [TestCase("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\"}", HttpStatusCode.OK, -32602)]
    [TestCase("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":[]}", HttpStatusCode.OK, -32602)]
    [TestCase("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"current_user\",\"arguments\":[]}}", HttpStatusCode.OK, -32602)]
    [TestCase("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"no_such_tool\"}}", HttpStatusCode.OK, -32602)]
    [TestCase("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\",\"params\":{\"cursor\":\"b\"}}", HttpStatusCode.OK, -32602)]
    [TestCase("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"resources/list\",\"params\":{\"cursor\":7}}", HttpStatusCode.OK, -32602)]
    [TestCase("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"resources/read\",\"params\":{\"uri\":\"http://localhost/api/v3/work_packages/4711\"}}", HttpStatusCode.OK, -32002)]
    [TestCase("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"resources/read\",\"params\":{\"uri\":7}}", HttpStatusCode.OK, -32602)]
    [TestCase("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"completion/complete\",\"params\":{\"ref\":{\"type\":\"ref/prompt\",\"name\":\"my_day\"},\"argument\":{\"name\":\"a\",\"value\":\"b\"},\"context\":7}}", HttpStatusCode.OK, -32602)]
    [TestCase("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"completion/complete\",\"params\":{\"ref\":{\"type\":\"ref/prompt\",\"name\":\"my_day\"},\"argument\":{\"name\":\"a\",\"value\":\"b\"},\"context\":{\"arguments\":[]}}}", HttpStatusCode.OK, -32602)]
    [TestCase("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"completion/complete\",\"params\":{\"ref\":{\"type\":\"ref/prompt\",\"name\":\"my_day\"},\"argument\":{\"name\":\"a\",\"value\":\"b\"},\"context\":{\"arguments\":{\"project\":7}}}}", HttpStatusCode.OK, -32602)]
    [TestCase("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{\"protocolVersion\":\"2025-06-18\",\"capabilities\":{\"roots\":7},\"clientInfo\":{\"name\":\"a\",\"version\":\"1\"}}}", HttpStatusCode.BadRequest, -32602)]
    [TestCase("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"logging/setLevel\",\"params\":{\"level\":\"loud\"}}", HttpStatusCode.OK, -32602)]
    public async Task What_reaches_no_tool_is_an_error_of_JSON_RPC(string message, HttpStatusCode status, int code)
    {
        var answer = await SendAsync(message);

        Assert.That(answer.Status, Is.EqualTo(status), answer.ToString());
        Assert.That(answer["error/code"].GetInt32(), Is.EqualTo(code), answer.ToString());
    }

    [Test]
    public async Task Messages_have_a_size()
    {
        var large = Ping.Replace("ping", new string('x', 1024 * 1024), StringComparison.Ordinal);
        using var chunked = Request(large);
        chunked.Headers.TransferEncodingChunked = true;
        using var client = server.Client();

        Assert.That((await SendAsync(large)).Status, Is.EqualTo(HttpStatusCode.RequestEntityTooLarge));
        Assert.That((await client.AnswerAsync(chunked)).Status, Is.EqualTo(HttpStatusCode.RequestEntityTooLarge));
    }

    [Test]
    public async Task Another_content_type_is_415()
    {
        var answer = await SendAsync(Ping, request => request.Content!.Headers.ContentType = MediaTypeHeaderValue.Parse("text/plain"));

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.UnsupportedMediaType), answer.ToString());
    }

    [Test]
    public async Task Who_is_nobody_is_led_to_the_document_about_this_address()
    {
        using var client = server.Anonymous();
        using var request = Request(Ping);
        var answer = await client.AnswerAsync(request);
        var about = await client.GetJsonAsync("/.well-known/oauth-protected-resource/mcp");

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That(
            answer.Headers.WwwAuthenticate.ToString(), Does.Contain("resource_metadata=\"http://localhost/.well-known/oauth-protected-resource/mcp\", scope=\"mcp\""));
        Assert.That(about["resource"].GetString(), Is.EqualTo("http://localhost/mcp"));
    }

    private async Task<ApiAnswer> SendAsync(string message, Action<HttpRequestMessage>? with = null)
    {
        using var client = server.Client();
        using var request = Request(message);
        with?.Invoke(request);
        return await client.AnswerAsync(request);
    }

    private static HttpRequestMessage Request(string message) => new(HttpMethod.Post, "/mcp") { Content = new StringContent(message, Encoding.UTF8, "application/json") };
}
