using System.Net;
using OpenProject.Testing;

namespace OpenProject.Api.Tests.Authentication;

/// <summary>What scripts of other origins may do (section 3.5 of the published behaviour).</summary>
[TestFixture]
public sealed class CrossOriginTests
{
    private const string Listed = "https://app.example.com";
    private const string Foreign = "https://evil.example";

    private ApiServer open = null!;
    private ApiServer closed = null!;

    [OneTimeSetUp]
    public void Start() => (open, closed) = (
        new ApiServer(("ApiV3:CorsEnabled", "true"), ("ApiV3:CorsOrigins", $"{Listed} http://localhost:4200")),
        new ApiServer(("ApiV3:CorsOrigins", Listed)));

    [OneTimeTearDown]
    public void Stop()
    {
        open.Dispose();
        closed.Dispose();
    }

    [TestCase("/api/v3/projects", "GET")]
    [TestCase("/api/v3/work_packages/1", "PATCH")]
    [TestCase("/oauth/token", "POST")]
    [TestCase("/api/bcf/2.1/projects/1/topics", "POST")]
    [TestCase("/bcf/2.1/projects/1/topics/2", "DELETE")]
    public async Task A_preflight_of_a_listed_origin_is_answered_before_anybody_signs_in(string path, string method)
    {
        var answer = await PreflightAsync(open, path, Listed, method);

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.NoContent), answer.ToString());
        Assert.That(Header(answer, "Access-Control-Allow-Origin"), Is.EqualTo(Listed));
        Assert.That(Header(answer, "Access-Control-Allow-Credentials"), Is.EqualTo("true"));
        Assert.That(Header(answer, "Access-Control-Allow-Methods"), Does.Contain(method));
        Assert.That(Header(answer, "Access-Control-Allow-Headers"), Does.Contain("x-whatever").IgnoreCase.And.Contain("authorization").IgnoreCase);
        Assert.That(answer.Headers.Vary, Does.Contain("Origin"));
        Assert.That(answer.Headers.Contains("WWW-Authenticate"), Is.False);
    }

    [TestCase("/api/v3")]
    [TestCase("/api/v3/no_such_thing")]
    [TestCase("/oauth/token")]
    [TestCase("/bcf/2.1/auth")]
    [TestCase("/api/bcf/2.1/projects")]
    public async Task Answers_can_be_read_by_a_listed_origin_also_errors(string path)
    {
        var answer = await AskAsync(open, path, Listed);

        Assert.That(Header(answer, "Access-Control-Allow-Origin"), Is.EqualTo(Listed), answer.ToString());
        Assert.That(Header(answer, "Access-Control-Allow-Credentials"), Is.EqualTo("true"));
        Assert.That(answer.Headers.Vary, Does.Contain("Origin"));
    }

    [TestCase(Foreign)]
    [TestCase("https://app.example.com:8443")]
    [TestCase("http://app.example.com")]
    [TestCase("https://app.example.com.evil.example")]
    [TestCase("null")]
    public async Task A_foreign_origin_is_told_nothing(string origin)
    {
        AssertSilent(await PreflightAsync(open, "/api/v3/projects", origin, "GET"));
        AssertSilent(await AskAsync(open, "/api/v3", origin));
        AssertSilent(await AskAsync(open, "/oauth/token", origin));
    }

    [Test]
    public async Task Switched_off_it_is_silent_whatever_is_listed()
    {
        foreach (var path in new[] { "/api/v3/projects", "/oauth/token" })
        {
            AssertSilent(await PreflightAsync(closed, path, Listed, "GET"));
            AssertSilent(await AskAsync(closed, path, Listed));
        }
    }

    [TestCase("/mcp")]
    [TestCase("/scim_v2/Users")]
    [TestCase("/login")]
    public async Task Nothing_else_is_opened(string path)
    {
        AssertSilent(await PreflightAsync(open, path, Listed, "POST"));
        AssertSilent(await AskAsync(open, path, Listed));
    }

    [Test]
    public async Task What_is_well_known_is_open_to_everybody_without_credentials_whatever_the_setting()
    {
        foreach (var server in new[] { open, closed })
        {
            foreach (var answer in new[] { await AskAsync(server, "/.well-known/oauth-protected-resource", Foreign), await PreflightAsync(server, "/.well-known/oauth-protected-resource", Foreign, "GET") })
            {
                Assert.That(Header(answer, "Access-Control-Allow-Origin"), Is.EqualTo("*"));
                Assert.That(answer.Headers.Contains("Access-Control-Allow-Credentials"), Is.False);
            }
        }
    }

    [TestCase("app.example.com")]
    [TestCase("https://app.example.com/path")]
    [TestCase("*")]
    public async Task An_origin_that_none_can_be_ends_the_start(string origin)
    {
        await using var server = ServerProcess.Start([$"--ApiV3:CorsOrigins={origin}"]);

        Assert.That(await server.ExitCodeAsync(), Is.EqualTo(1));
        Assert.That(server.Errors, Does.Contain("ApiV3:CorsOrigins"));
    }

    private static void AssertSilent(ApiAnswer answer) =>
        Assert.That(answer.Headers.Where(h => h.Key.StartsWith("Access-Control-", StringComparison.OrdinalIgnoreCase)).Select(h => h.Key), Is.Empty);

    private static string Header(ApiAnswer answer, string name) => answer.Headers.TryGetValues(name, out var values) ? string.Join(',', values) : "(none)";

    private static async Task<ApiAnswer> PreflightAsync(ApiServer server, string path, string origin, string method)
    {
        using var request = new HttpRequestMessage(HttpMethod.Options, path);
        request.Headers.Add("Origin", origin);
        request.Headers.Add("Access-Control-Request-Method", method);
        request.Headers.Add("Access-Control-Request-Headers", "authorization,x-whatever");
        return await server.Anonymous().AnswerAsync(request);
    }

    private static async Task<ApiAnswer> AskAsync(ApiServer server, string path, string origin)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Origin", origin);
        return await server.Anonymous().AnswerAsync(request);
    }
}
