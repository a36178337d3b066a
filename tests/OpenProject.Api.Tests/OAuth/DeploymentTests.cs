using System.Net;
using System.Net.Http.Headers;
using OpenProject.Application.OAuthApplications;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;

namespace OpenProject.Api.Tests.OAuth;

/// <summary>Several servers, several host names, a prefix, a proxy.</summary>
[TestFixture]
public sealed class DeploymentTests
{
    [Test]
    public async Task What_one_server_gives_works_on_another_before_and_after_a_restart_of_both()
    {
        using var data = new TemporaryDirectory();
        var (planner, tokens, code) = await GiveAsync();
        await UseAsync();

        async Task<(OAuthApplicationSecret Application, ApiAnswer Tokens, string Code)> GiveAsync()
        {
            using var first = On(data);
            using var second = On(data);
            var application = await first.RegisterAsync(OAuthWorld.Confidential with { Name = "Shared" });
            var mira = await first.UserIdAsync("mira");
            var given = await first.ExchangeAsync(application, await second.CodeAsync(application, mira));
            Assert.That((await second.CallAsync(Access(given))).Status, Is.EqualTo(HttpStatusCode.OK));
            var refreshed = await second.RefreshAsync(application, given["refresh_token"].GetString()!);
            Assert.That((await first.CallAsync(Access(refreshed))).Status, Is.EqualTo(HttpStatusCode.OK));
            return (application, refreshed, await first.CodeAsync(application, mira));
        }

        async Task UseAsync()
        {
            using var third = On(data);
            using var fourth = On(data);
            Assert.That((await third.CallAsync(Access(tokens))).Status, Is.EqualTo(HttpStatusCode.OK));
            Assert.That((await fourth.ExchangeAsync(planner, code)).Status, Is.EqualTo(HttpStatusCode.OK));
            Assert.That((await fourth.RefreshAsync(planner, tokens["refresh_token"].GetString()!)).Status, Is.EqualTo(HttpStatusCode.OK));

            // Revoked on one, it works on the other for a second at the longest.
            await fourth.AskAsync("/oauth/revoke", planner, ("token", Access(tokens)));
            Assert.That((await fourth.CallAsync(Access(tokens))).Status, Is.EqualTo(HttpStatusCode.Unauthorized));
            third.Clock.Advance(TimeSpan.FromSeconds(1));
            Assert.That((await third.CallAsync(Access(tokens))).Status, Is.EqualTo(HttpStatusCode.Unauthorized));
        }
    }

    [Test]
    public async Task With_a_public_address_the_host_that_a_request_names_changes_nothing()
    {
        using var world = new OAuthWorld(DatabaseProvider.Sqlite, ("PublicBaseUrl", "https://op.example.com"));
        var application = await world.RegisterAsync(OAuthWorld.Confidential);
        using var browser = world.Browser(await world.UserIdAsync("mira"));
        browser.BaseAddress = new Uri("https://localhost");
        browser.DefaultRequestHeaders.Host = "evil.example";

        var query = OAuthWorld.QueryOf(await OAuthWorld.DecideAsync(browser, OAuthWorld.AuthorizePath(application)));
        var tokens = await world.ExchangeAsync(application, query["code"].Single()!);
        var introspected = await world.AskAsync("/oauth/introspect", application, ("token", Access(tokens)));
        using var internally = world.Client();
        internally.DefaultRequestHeaders.Host = "internal.example:8080";
        internally.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Access(tokens));

        Assert.That(query["iss"].Single(), Is.EqualTo("https://op.example.com"));
        Assert.That(introspected["iss"].GetString(), Is.EqualTo("https://op.example.com"));
        Assert.That((await internally.GetJsonAsync("/api/v3/users/me")).Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(
            (await world.CallAsync("nonsense")).Headers.WwwAuthenticate.ToString(),
            Does.Contain("resource_metadata=\"https://op.example.com/.well-known/oauth-protected-resource\""));
    }

    [Test]
    public async Task Without_a_public_address_a_token_works_through_every_name_of_the_server()
    {
        using var world = new OAuthWorld(DatabaseProvider.Sqlite);
        var application = await world.RegisterAsync(OAuthWorld.Confidential);
        var tokens = await world.SignInAsync(application, await world.UserIdAsync("mira"));
        using var other = world.Client();
        other.DefaultRequestHeaders.Host = "127.0.0.1:5000";
        other.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Access(tokens));

        Assert.That((await other.GetJsonAsync("/api/v3/users/me")).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    [TestCase("/openproject")]
    [TestCase("")]
    public async Task Under_a_prefix_people_are_led_within_it_whether_or_not_a_proxy_takes_it_off(string sent)
    {
        using var world = new OAuthWorld(DatabaseProvider.Sqlite, ("PublicBaseUrl", "https://example.com/openproject"));
        var application = await world.RegisterAsync(OAuthWorld.Confidential);
        var path = OAuthWorld.AuthorizePath(application, ("resource", "https://example.com/openproject/api/v3"));
        using var nobody = world.Browser(null);
        using var mira = world.Browser(await world.UserIdAsync("mira"));

        var login = await nobody.GetJsonAsync(sent + path);
        var page = await mira.GetJsonAsync(sent + path);

        Assert.That(login.Headers.Location!.ToString(), Does.StartWith("/openproject/login?back_url=%2Fopenproject%2Foauth%2Fauthorize"));
        Assert.That(page.Text, Does.Contain("action=\"/openproject/oauth/authorize\""));
    }

    [Test]
    public async Task A_database_that_waits_for_its_migration_answers_503()
    {
        using var waiting = new ApiServer(("Database:MigrateOnStart", "false"));
        using var client = waiting.Anonymous();

        var answer = await client.PostJsonAsync("/oauth/token");

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.ServiceUnavailable), answer.ToString());
        Assert.That(answer.Text, Is.EqualTo("""{"error":"temporarily_unavailable"}"""));
    }

    private static OAuthWorld On(TemporaryDirectory data) => new(DatabaseProvider.Sqlite, ("Data:Directory", data.Path));

    private static string Access(ApiAnswer tokens) => tokens["access_token"].GetString()!;
}
