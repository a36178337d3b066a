using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;
using OpenProject.Testing.Databases;

namespace OpenProject.Api.Tests.WellKnown;

[OnEachDatabase]
public sealed class OpenProjectMetadataTests(DatabaseProvider provider)
{
    private const string Path = "/.well-known/openproject-metadata";

    private ApiServer server = null!;
    private HttpClient client = null!;

    [OneTimeSetUp]
    public void Start()
    {
        server = new ApiServer(provider);
        client = server.Anonymous();
    }

    [OneTimeTearDown]
    public void Stop()
    {
        client.Dispose();
        server.Dispose();
    }

    [Test]
    public async Task It_is_one_object_with_a_random_UUID_in_lower_case()
    {
        var answer = await client.GetJsonAsync(Path);

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.OK), answer.ToString());
        Assert.That(answer.ContentHeaders.ContentType!.ToString(), Is.EqualTo("application/json; charset=utf-8"));
        Assert.That(answer.Body.EnumerateObject().Select(p => p.Name), Is.EqualTo(new[] { "installation_uuid" }));
        Assert.That(
            answer["installation_uuid"].GetString(), Does.Match("^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$"));
    }

    [Test]
    public async Task It_may_be_kept_for_an_hour_and_asked_for_again_by_its_tag()
    {
        var answer = await client.GetJsonAsync(Path);

        Assert.That(answer.Headers.CacheControl!.ToString(), Is.EqualTo("public, max-age=3600"));
        Assert.That(answer.Headers.ETag!.ToString(), Is.EqualTo($"\"{answer["installation_uuid"].GetString()}\""));
        Assert.That(answer.Headers.Vary, Is.Empty);
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task Who_has_it_gets_304_without_a_body(bool cached)
    {
        using var own = new ApiServer(provider);
        var tag = "*";
        if (cached)
            tag = (await own.Anonymous().GetJsonAsync(Path)).Headers.ETag!.ToString();
        else
            tag = $"\"{(await MetadataOfStoppedAsync(own))}\"";
        using var request = new HttpRequestMessage(HttpMethod.Get, Path);
        request.Headers.TryAddWithoutValidation("If-None-Match", tag);

        var answer = await own.Anonymous().AnswerAsync(request);

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.NotModified), answer.ToString());
        Assert.That(answer.Text, Is.Empty);
        Assert.That(answer.Headers.ETag!.ToString(), Is.EqualTo(tag));
        Assert.That(answer.Headers.GetValues("Access-Control-Allow-Origin"), Is.EqualTo(new[] { "*" }));
        Assert.That(answer.Headers.CacheControl!.ToString(), Is.EqualTo("public, max-age=3600"));
    }

    [Test]
    public async Task Who_has_another_gets_it_whole()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Path);
        request.Headers.TryAddWithoutValidation("If-None-Match", "\"6f1a9b52-7f0e-4c58-9f0c-2f1a7e2d9b10\"");

        var answer = await client.AnswerAsync(request);

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(answer.Text, Is.Not.Empty);
    }

    private static readonly Dictionary<string, Action<HttpRequestMessage>> Askers = new(StringComparer.Ordinal)
    {
        ["the administrator"] = request => request.Headers.Authorization = Basic(ApiServer.AdminApiKey),
        ["a wrong key"] = request => request.Headers.Authorization = Basic("wrong"),
        ["a broken header"] = request => request.Headers.TryAddWithoutValidation("Authorization", "!!! nonsense"),
        ["an unknown token"] = request => request.Headers.Authorization = new("Bearer", "opapi-0000"),
        ["an expired cookie"] = request => request.Headers.Add("Cookie", "_open_project_session=expired"),
        ["another language"] = request => request.Headers.Add("Accept-Language", "de"),
        ["a browser"] = request => request.Headers.Add("Accept", "text/html,application/xhtml+xml"),
        ["another type"] = request => request.Headers.Add("Accept", "application/xml"),
        ["another host"] = request => request.Headers.Host = "other.example.com",
        ["a query"] = request => request.RequestUri = new Uri(Path + "?installation_uuid=1&x=2", UriKind.Relative),
        ["another origin"] = request => request.Headers.Add("Origin", "https://app.example.com"),
    };

    private static IEnumerable<string> AskerNames => Askers.Keys;

    [TestCaseSource(nameof(AskerNames))]
    public async Task It_is_the_same_for(string asker)
    {
        var plain = await client.GetJsonAsync(Path);
        using var request = new HttpRequestMessage(HttpMethod.Get, Path);
        Askers[asker](request);

        var answer = await client.AnswerAsync(request);

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.OK), answer.ToString());
        Assert.That(answer.Text, Is.EqualTo(plain.Text));
        Assert.That(answer.ContentHeaders.ContentType, Is.EqualTo(plain.ContentHeaders.ContentType));
        Assert.That(answer.Headers.Contains("Set-Cookie"), Is.False);
        Assert.That(answer.Headers.Contains("WWW-Authenticate"), Is.False);
        Assert.That(answer.Headers.GetValues("Access-Control-Allow-Origin"), Is.EqualTo(new[] { "*" }));
        Assert.That(answer.Headers.Contains("Access-Control-Allow-Credentials"), Is.False);
    }

    [Test]
    public async Task HEAD_is_GET_without_the_body()
    {
        var get = await client.GetJsonAsync(Path);

        var head = await client.AnswerAsync(new HttpRequestMessage(HttpMethod.Head, Path));

        Assert.That(head.Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(head.Text, Is.Empty);
        Assert.That(head.Headers.ETag, Is.EqualTo(get.Headers.ETag));
        Assert.That(head.Headers.CacheControl, Is.EqualTo(get.Headers.CacheControl));
        Assert.That(head.ContentHeaders.ContentType, Is.EqualTo(get.ContentHeaders.ContentType));
        Assert.That(head.ContentHeaders.ContentLength, Is.EqualTo(Encoding.UTF8.GetByteCount(get.Text)));
    }

    [Test]
    public async Task OPTIONS_tells_the_methods_and_what_scripts_may_send()
    {
        using var request = new HttpRequestMessage(HttpMethod.Options, Path);
        request.Headers.Add("Origin", "https://app.example.com");
        request.Headers.Add("Access-Control-Request-Method", "GET");

        var answer = await client.AnswerAsync(request);

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.NoContent));
        Assert.That(answer.ContentHeaders.Allow, Is.EqualTo(new[] { "GET", "HEAD", "OPTIONS" }));
        Assert.That(Header(answer, "Access-Control-Allow-Origin"), Is.EqualTo("*"));
        Assert.That(Header(answer, "Access-Control-Allow-Headers"), Is.EqualTo("Authorization, Content-Type, If-None-Match, MCP-Protocol-Version"));
        Assert.That(Header(answer, "Access-Control-Max-Age"), Is.EqualTo("86400"));
    }

    [TestCase("POST")]
    [TestCase("PUT")]
    [TestCase("PATCH")]
    [TestCase("DELETE")]
    public async Task It_cannot_be_changed(string method)
    {
        var answer = await server.Client().AnswerAsync(new HttpMethod(method), Path, "{}");

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.MethodNotAllowed), answer.ToString());
        Assert.That(answer.ContentHeaders.Allow, Is.EqualTo(new[] { "GET", "HEAD", "OPTIONS" }));
    }

    [TestCase(Path + "/")]
    [TestCase("/.well-known/OpenProject-Metadata")]
    [TestCase("/.WELL-KNOWN/openproject-metadata")]
    [TestCase(Path + ".json")]
    [TestCase("/.well-known/openproject-metadata/x")]
    [TestCase("/.well-known/openid-configuration")]
    [TestCase("/.well-known/")]
    public async Task Every_other_path_is_not_found(string path)
    {
        await client.GetJsonAsync(Path);

        var answer = await client.GetJsonAsync(path);

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.NotFound), answer.ToString());
    }

    [Test]
    public async Task A_configured_UUID_wins()
    {
        using var other = new ApiServer(provider, ("Installation:Uuid", "6F1A9B52-7F0E-4C58-9F0C-2F1A7E2D9B10"));

        var answer = await other.Anonymous().GetJsonAsync(Path);

        Assert.That(answer["installation_uuid"].GetString(), Is.EqualTo("6f1a9b52-7f0e-4c58-9f0c-2f1a7e2d9b10"));
    }

    [Test]
    public async Task A_database_that_waits_for_its_migration_answers_503()
    {
        using var other = new ApiServer(provider, ("Database:MigrateOnStart", "false"));

        var answer = await other.Anonymous().GetJsonAsync(Path);

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.ServiceUnavailable), answer.ToString());
        Assert.That(answer.Text, Is.EqualTo("""{"error":"The server is not ready."}"""));
        Assert.That(Header(answer, "Retry-After"), Is.EqualTo("5"));
        Assert.That(answer.Headers.CacheControl!.NoStore, Is.True);
    }

    [Test]
    public async Task Under_a_prefix_it_is_served_there_and_at_the_root()
    {
        using var other = new ApiServer(provider, ("PublicBaseUrl", "https://example.com/openproject"));

        var root = await other.Anonymous().GetJsonAsync(Path);
        var prefixed = await other.Anonymous().GetJsonAsync("/openproject" + Path);

        Assert.That(root.Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(prefixed.Text, Is.EqualTo(root.Text));
    }

    private static async Task<string> MetadataOfStoppedAsync(ApiServer own)
    {
        // The stored value, read beside the server so that nothing is in its cache.
        await own.Anonymous().GetJsonAsync("/health/ready");
        await using var scope = own.Services.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<OpenProjectDbContext>().Database;
        return await database.SqlQuery<string>($"select uuid as value from installation").SingleAsync();
    }

    private static AuthenticationHeaderValue Basic(string key) =>
        new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"apikey:{key}")));

    private static string Header(ApiAnswer answer, string name) => answer.Headers.GetValues(name).Single();
}
