using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using OpenProject.Api.Authentication;
using OpenProject.Api.Errors;
using OpenProject.Api.OAuth;
using OpenProject.Testing;

namespace OpenProject.Api.Tests.Authentication;

/// <summary>Which kinds of credentials each API takes, beside OAuth tokens (<see cref="ScopeTests"/>).</summary>
[TestFixture]
public sealed class CredentialKindTests
{
    private const string Password = "Correct-horse-7-battery";
    private const string ServerPassword = "a-long-password-of-the-server";

    private ApiServer server = null!;
    private string cookie = "";

    [OneTimeSetUp]
    public async Task Start()
    {
        server = new ApiServer(("GlobalBasic:User", "robot"), ("GlobalBasic:Password", ServerPassword)) { TestServices = Probes.Add };
        await server.AccountAsync("ada", Password);
        using var browser = Browser.Of(server);
        cookie = (await browser.SignInAsync("ada", Password)).Headers.GetValues("Set-Cookie").Single().Split(';')[0];
    }

    [OneTimeTearDown]
    public void Stop() => server.Dispose();

    private static readonly Dictionary<string, (string Header, Func<CredentialKindTests, string> Value)> Sent = new(StringComparer.Ordinal)
    {
        ["an API token as bearer"] = ("Authorization", _ => "Bearer " + ApiServer.AdminApiKey),
        ["an API token as Basic password"] = ("Authorization", _ => Basic("apikey", ApiServer.AdminApiKey)),
        ["the server's own account"] = ("Authorization", _ => Basic("robot", ServerPassword)),
        ["a session"] = ("Cookie", tests => tests.cookie),
        ["a person's password"] = ("Authorization", _ => Basic("ada", Password)),
        ["a wrong API token as Basic password"] = ("Authorization", _ => Basic("apikey", "opapi-wrong")),
        ["a wrong password of the server's account"] = ("Authorization", _ => Basic("robot", "wrong")),
        ["another scheme"] = ("Authorization", _ => "Digest username=\"ada\""),
        ["nothing"] = ("X-Authentication-Scheme", _ => "Session"),
    };

    /// <summary>Who is recognized; <c>basic</c> a failed Basic attempt, <c>token</c> a bad token, <c>none</c> no credentials.</summary>
    [TestCase("an API token as bearer", "admin", "token", "admin", "token")]
    [TestCase("an API token as Basic password", "admin", "none", "admin", "admin")]
    [TestCase("the server's own account", "system", "none", "system", "system")]
    [TestCase("a session", "ada", "none", "none", "ada")]
    [TestCase("a person's password", "basic", "none", "basic", "basic")]
    [TestCase("a wrong API token as Basic password", "basic", "none", "basic", "basic")]
    [TestCase("a wrong password of the server's account", "basic", "none", "basic", "basic")]
    [TestCase("another scheme", "none", "none", "none", "none")]
    [TestCase("nothing", "none", "none", "none", "none")]
    public async Task Each_API_takes_its_kinds(string sent, string v3, string scim, string mcp, string bcf)
    {
        var expected = new Dictionary<ProtectedResource, string>
        {
            [ProtectedResource.ApiV3] = v3, [ProtectedResource.Scim] = scim, [ProtectedResource.Mcp] = mcp, [ProtectedResource.Bcf] = bcf,
        };
        foreach (var (api, outcome) in expected)
        {
            using var client = server.Anonymous();
            client.DefaultRequestHeaders.TryAddWithoutValidation(Sent[sent].Header, Sent[sent].Value(this));
            var answer = await client.GetJsonAsync(api.Path + "/probe");

            if (outcome is "basic" or "token" or "none")
                AssertRefused(answer, api, outcome);
            else
                Assert.That((answer.Status, answer.Text), Is.EqualTo((HttpStatusCode.OK, outcome)), api.Path);
        }
    }

    [TestCase("same-origin", HttpStatusCode.OK)]
    [TestCase("same-site", HttpStatusCode.Unauthorized)]
    [TestCase("cross-site", HttpStatusCode.Unauthorized)]
    [TestCase(null, HttpStatusCode.Unauthorized)]
    public async Task A_session_writes_to_BCF_from_our_own_pages_only(string? site, HttpStatusCode expected)
    {
        using var client = server.Anonymous();
        client.DefaultRequestHeaders.Add("Cookie", cookie);
        if (site is not null)
            client.DefaultRequestHeaders.Add("Sec-Fetch-Site", site);

        Assert.That((await client.PostJsonAsync("/api/bcf/2.1/probe", "{}")).Status, Is.EqualTo(expected));
    }

    [Test]
    public async Task What_an_API_shows_to_everybody_needs_no_credentials_but_takes_no_wrong_ones()
    {
        using var client = server.Anonymous();
        Assert.That((await client.GetJsonAsync("/scim_v2/probe/open")).Text, Is.EqualTo("nobody"));

        client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", "Bearer wrong");
        AssertRefused(await client.GetJsonAsync("/scim_v2/probe/open"), ProtectedResource.Scim, "token");
    }

    [Test]
    public async Task Only_API_v3_can_be_opened_to_visitors()
    {
        using var open = new ApiServer(("ApiV3:LoginRequired", "false"), ("Seed:Demo", "None")) { TestServices = Probes.Add };

        foreach (var api in ProtectedResource.All)
        {
            var answer = await open.Anonymous().GetJsonAsync(api.Path + "/probe");
            if (api == ProtectedResource.ApiV3)
                Assert.That(answer.Text, Is.EqualTo("nobody"));
            else
                AssertRefused(answer, api, "none");
        }
    }

    [Test]
    public async Task API_tokens_can_be_switched_off_altogether()
    {
        using var strict = new ApiServer(("ApiV3:EnableApiTokens", "false"), ("Seed:Demo", "None")) { TestServices = Probes.Add };
        using var bearer = strict.Anonymous();
        bearer.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", "Bearer " + ApiServer.AdminApiKey);

        foreach (var api in new[] { ProtectedResource.ApiV3, ProtectedResource.Mcp })
        {
            AssertRefused(await bearer.GetJsonAsync(api.Path + "/probe"), api, "token");
            AssertRefused(await strict.Client().GetJsonAsync(api.Path + "/probe"), api, "basic");
        }
    }

    [Test]
    public void Every_endpoint_below_an_API_declares_it()
    {
        var undeclared = server.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => ProtectedResource.All.Any(api => ("/" + endpoint.RoutePattern.RawText?.TrimStart('/')).StartsWith(api.Path, StringComparison.OrdinalIgnoreCase)))
            .Where(endpoint => ProtectedResource.Of(endpoint) is null);

        Assert.That(undeclared.Select(endpoint => endpoint.DisplayName), Is.Empty);
    }

    private static void AssertRefused(ApiAnswer answer, ProtectedResource api, string outcome)
    {
        var bearer = $"Bearer realm=\"OpenProject API\", resource_metadata=\"http://localhost{api.MetadataPath}\", scope=\"{api.Scope}\"";
        var (challenge, word) = outcome switch
        {
            "basic" => ("Basic realm=\"OpenProject API\"", "invalid_token"),
            "token" => (bearer + ", error=\"invalid_token\"", "invalid_token"),
            _ => (bearer, "unauthorized"),
        };
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.Unauthorized), api.Path + answer);
        Assert.That(answer.Headers.NonValidated["WWW-Authenticate"].ToString(), Is.EqualTo(challenge), api.Path);
        Refusals.AssertBody(answer, api, word);
    }

    private static string Basic(string user, string password) => "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}"));
}
