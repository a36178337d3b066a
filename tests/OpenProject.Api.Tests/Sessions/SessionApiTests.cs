using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.Hosting;
using OpenProject.Testing;

namespace OpenProject.Api.Tests.Sessions;

/// <summary>What a browser's session opens of the APIs, and what other sites' pages cannot do with it.</summary>
[TestFixture]
public sealed class SessionApiTests
{
    private const string Password = "Correct-horse-7-battery";
    private const string Project = """{"name":"From the browser"}""";

    private ApiServer server = null!;
    private string cookie = "";

    [OneTimeSetUp]
    public async Task Start()
    {
        server = new ApiServer();
        await server.AccountAsync("boss", Password, isAdmin: true);
        using var browser = Browser.Of(server);
        cookie = (await browser.SignInAsync("boss", Password)).Headers.GetValues("Set-Cookie").Single().Split(';')[0];
    }

    [OneTimeTearDown]
    public void Stop() => server.Dispose();

    [Test]
    public async Task Reading_takes_the_cookie_alone()
    {
        Assert.That((await AskAsync(HttpMethod.Get, "/api/v3/users/me"))["name"].GetString(), Is.EqualTo("boss Test"));
        Assert.That((await AskAsync(HttpMethod.Get, "/api/v3/users/me", ("Sec-Fetch-Site", "cross-site"))).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    [TestCase("same-origin", HttpStatusCode.Created)]
    [TestCase("same-site", HttpStatusCode.Unauthorized)]
    [TestCase("cross-site", HttpStatusCode.Unauthorized)]
    [TestCase("none", HttpStatusCode.Unauthorized)]
    [TestCase(null, HttpStatusCode.Unauthorized)]
    public async Task Writing_must_come_from_our_own_pages(string? site, HttpStatusCode expected)
    {
        (string, string)[] headers = site is null ? [] : [("Sec-Fetch-Site", site)];
        var answer = await AskAsync(HttpMethod.Post, "/api/v3/projects", headers);

        Assert.That(answer.Status, Is.EqualTo(expected), answer.ToString());
    }

    [Test]
    public async Task Without_TLS_a_header_stands_in_that_other_sites_cannot_send()
    {
        var answer = await AskAsync(HttpMethod.Post, "/api/v3/projects", ("X-Requested-With", "XMLHttpRequest"));

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.Created), answer.ToString());
    }

    [Test]
    public async Task With_TLS_it_does_not()
    {
        await using var secure = server.WithWebHostBuilder(host => host.UseSetting("PublicBaseUrl", "https://op.example.com"));
        using var client = secure.CreateClient();

        Assert.That((await AskAsync(client, HttpMethod.Post, "/api/v3/projects", ("X-Requested-With", "XMLHttpRequest"))).Status, Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That((await AskAsync(client, HttpMethod.Post, "/api/v3/projects", ("Sec-Fetch-Site", "same-origin"))).Status, Is.EqualTo(HttpStatusCode.Created));
    }

    [TestCase("_open_project_session=garbage")]
    [TestCase("_open_project_session=")]
    [TestCase("other=1")]
    public async Task A_cookie_that_is_no_session_is_nobody(string other)
    {
        using var client = server.Anonymous();
        client.DefaultRequestHeaders.Add("Cookie", other);
        var answer = await client.GetJsonAsync("/api/v3/users/me");

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That(answer["message"].GetString(), Is.EqualTo("You need to be authenticated to access this resource."));
        Assert.That(answer.Headers.Contains("Set-Cookie"), Is.False);
    }

    [TestCase("Basic", "apikey:opapi-wrong")]
    [TestCase("Basic", "boss:" + Password)]
    [TestCase("Bearer", "opapi-wrong")]
    public async Task Credentials_that_are_wrong_are_not_healed_by_a_session(string scheme, string text)
    {
        var value = scheme == "Basic" ? Convert.ToBase64String(Encoding.UTF8.GetBytes(text)) : text;
        var answer = await AskAsync(HttpMethod.Get, "/api/v3/users/me", ("Authorization", $"{scheme} {value}"));

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.Unauthorized), answer.ToString());
    }

    [TestCase("/.well-known/openproject-metadata")]
    [TestCase("/.well-known/oauth-authorization-server")]
    [TestCase("/health/ready")]
    [TestCase("/pages/site.css")]
    public async Task What_is_for_everybody_asks_for_no_session(string path)
    {
        var answer = await AskAsync(HttpMethod.Get, path);

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(answer.Headers.Contains("Set-Cookie"), Is.False);
    }

    private async Task<ApiAnswer> AskAsync(HttpMethod method, string path, params (string Name, string Value)[] headers)
    {
        using var client = server.Anonymous();
        return await AskAsync(client, method, path, headers);
    }

    private async Task<ApiAnswer> AskAsync(HttpClient client, HttpMethod method, string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Add("Cookie", cookie);
        foreach (var (name, value) in headers)
            request.Headers.Add(name, value);
        if (method == HttpMethod.Post)
            request.Content = new StringContent(Project, Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        return await client.AnswerAsync(request);
    }
}
