using System.Net;
using Microsoft.Extensions.DependencyInjection;
using OpenProject.Application.Common;
using OpenProject.Application.OAuthApplications;
using OpenProject.Domain.Users;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;
using OpenProject.Testing.Databases;

namespace OpenProject.Api.Tests.OAuth;

[OnEachDatabase]
public sealed class AuthorizeTests(DatabaseProvider provider)
{
    private OAuthWorld world = null!;
    private OAuthApplicationSecret planner = null!;
    private OAuthApplicationSecret pocket = null!;
    private long mira;

    [OneTimeSetUp]
    public async Task Start()
    {
        world = new OAuthWorld(provider);
        planner = await world.RegisterAsync(OAuthWorld.Confidential);
        pocket = await world.RegisterAsync(OAuthWorld.Public);
        mira = await world.UserIdAsync("mira");
    }

    [OneTimeTearDown]
    public void Stop() => world.Dispose();

    [Test]
    public async Task Who_is_not_signed_in_is_sent_to_sign_in_and_comes_back_with_the_whole_request()
    {
        using var browser = world.Browser(null);
        var path = OAuthWorld.AuthorizePath(planner);

        var answer = await browser.GetJsonAsync(path);

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.Redirect), answer.ToString());
        Assert.That(answer.Headers.Location!.ToString(), Is.EqualTo("/login?back_url=" + Uri.EscapeDataString(path)).IgnoreCase);
    }

    [Test]
    public async Task A_request_by_POST_comes_back_as_a_whole_too()
    {
        using var browser = world.Browser(null);
        var query = OAuthWorld.QueryOf(new Uri("http://x" + OAuthWorld.AuthorizePath(planner)));

        var answer = await OAuthWorld.PostAsync(browser, "/oauth/authorize", query.Select(p => KeyValuePair.Create(p.Key, p.Value.Single()!)));

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.Redirect), answer.ToString());
        var back = Uri.UnescapeDataString(answer.Headers.Location!.ToString()["/login?back_url=".Length..]);
        Assert.That(OAuthWorld.QueryOf(new Uri("http://x" + back)), Is.EquivalentTo(query));
    }

    [Test]
    public async Task The_person_is_asked_and_sent_back_with_a_code_state_and_issuer()
    {
        using var browser = world.Browser(mira);

        var location = await OAuthWorld.DecideAsync(browser, OAuthWorld.AuthorizePath(pocket));

        Assert.That(location.GetLeftPart(UriPartial.Path), Is.EqualTo(OAuthWorld.Callback));
        var query = OAuthWorld.QueryOf(location);
        Assert.That(query.Keys, Is.EquivalentTo(new[] { "code", "state", "iss" }));
        Assert.That(query["code"].Single(), Does.Match("^[A-Za-z0-9_-]{43}$"));
        Assert.That(query["state"].Single(), Is.EqualTo("st4te"));
        Assert.That(query["iss"].Single(), Is.EqualTo("http://localhost"));
    }

    [Test]
    public async Task The_page_tells_who_asks_for_what_and_where_one_goes()
    {
        using var browser = world.Browser(mira);

        var page = await browser.GetJsonAsync(OAuthWorld.AuthorizePath(pocket));

        Assert.That(page.ContentHeaders.ContentType!.MediaType, Is.EqualTo("text/html"));
        Assert.That(page.Text, Does.Contain("Pocket planner").And.Contain("Full API v3 access").And.Contain("planner.example"));
        Assert.That(
            page.Headers.GetValues("Content-Security-Policy").Single(),
            Does.Contain("form-action 'self' https://planner.example:443;").And.Contain("frame-ancestors 'none'"));
    }

    [Test]
    public async Task What_the_request_carries_cannot_become_markup()
    {
        using var browser = world.Browser(mira);

        var page = await browser.GetJsonAsync(OAuthWorld.AuthorizePath(pocket, ("state", "\"><script>alert(1)</script>"), ("a\"b<c", "d")));

        Assert.That(page.Text, Does.Not.Contain("<script>alert").And.Not.Contain("a\"b<c"));
    }

    [Test]
    public async Task Who_denies_is_sent_back_with_access_denied()
    {
        using var browser = world.Browser(mira);

        var query = OAuthWorld.QueryOf(await OAuthWorld.DecideAsync(browser, OAuthWorld.AuthorizePath(pocket), "deny"));

        Assert.That((query["error"].Single(), query["state"].Single(), query.ContainsKey("code")), Is.EqualTo(("access_denied", "st4te", false)));
        Assert.That(query.ContainsKey("error_uri"), Is.False);
    }

    [Test]
    public async Task A_decision_without_the_token_of_our_own_form_decides_nothing()
    {
        using var browser = world.Browser(mira);
        var query = OAuthWorld.QueryOf(new Uri("http://x" + OAuthWorld.AuthorizePath(planner)));

        var answer = await OAuthWorld.PostAsync(
            browser, "/oauth/authorize", [.. query.Select(p => KeyValuePair.Create(p.Key, p.Value.Single()!)), KeyValuePair.Create("decision", "allow")]);

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.OK), answer.ToString());
        Assert.That(answer.Headers.Location, Is.Null);
        Assert.That(answer.Text, Does.Contain("act for you?").And.Contain("signed in as <strong>Somebody</strong>"));
    }

    [Test]
    public async Task A_yes_to_a_confidential_application_is_remembered_for_these_scopes_and_asked_again_on_demand()
    {
        var application = await world.RegisterAsync(OAuthWorld.Confidential);
        using var browser = world.Browser(mira);
        await OAuthWorld.DecideAsync(browser, OAuthWorld.AuthorizePath(application));

        var again = await browser.GetJsonAsync(OAuthWorld.AuthorizePath(application));
        var wider = await browser.GetJsonAsync(OAuthWorld.AuthorizePath(application, ("scope", "api_v3 mcp")));
        var demanded = await browser.GetJsonAsync(OAuthWorld.AuthorizePath(application, ("prompt", "consent")));
        using var other = world.Browser(await world.UserIdAsync("jonas"));
        var another = await other.GetJsonAsync(OAuthWorld.AuthorizePath(application));

        Assert.That(again.Status, Is.EqualTo(HttpStatusCode.Redirect));
        Assert.That(OAuthWorld.QueryOf(again.Headers.Location!).Keys, Does.Contain("code"));
        Assert.That(new[] { wider.Status, demanded.Status, another.Status }, Is.All.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task A_yes_to_a_public_application_is_not_remembered()
    {
        var application = await world.RegisterAsync(OAuthWorld.Public);
        using var browser = world.Browser(mira);
        await OAuthWorld.DecideAsync(browser, OAuthWorld.AuthorizePath(application));

        Assert.That((await browser.GetJsonAsync(OAuthWorld.AuthorizePath(application))).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    [TestCase(false, "login_required")]
    [TestCase(true, "consent_required")]
    public async Task Who_may_not_be_asked_is_sent_back(bool signedIn, string error)
    {
        using var browser = world.Browser(signedIn ? mira : null);

        var answer = await browser.GetJsonAsync(OAuthWorld.AuthorizePath(pocket, ("prompt", "none")));

        Assert.That(OAuthWorld.QueryOf(answer.Headers.Location!)["error"].Single(), Is.EqualTo(error));
    }

    [Test]
    public async Task Who_is_locked_is_no_longer_signed_in()
    {
        await world.AdministerAsync(async services =>
        {
            var user = User.Create("lena", "Lena", "Locked", "lena@example.net", world.Clock.GetUtcNow().UtcDateTime);
            user.Lock();
            services.GetRequiredService<IAggregates<User>>().Add(user);
            await services.GetRequiredService<IUnitOfWork>().SaveAsync(default);
            return true;
        });
        using var browser = world.Browser(await world.UserIdAsync("lena"));

        var answer = await browser.GetJsonAsync(OAuthWorld.AuthorizePath(pocket));

        Assert.That(answer.Headers.Location!.ToString(), Does.StartWith("/login?back_url="));
    }

    [TestCase("scope", "openid", "invalid_scope")]
    [TestCase("scope", "api_v3 scim_v2", "invalid_scope")]
    [TestCase("scope", "API_V3", "invalid_scope")]
    [TestCase("code_challenge", null, "invalid_request")]
    [TestCase("code_challenge_method", "plain", "invalid_request")]
    [TestCase("code_challenge_method", null, "invalid_request")]
    [TestCase("response_type", "token", "unsupported_response_type")]
    [TestCase("response_type", null, "invalid_request")]
    [TestCase("response_mode", "fragment", "invalid_request")]
    [TestCase("resource", "https://elsewhere.example", "invalid_target")]
    public async Task What_is_wrong_with_a_request_is_told_to_the_application_with_its_state(string name, string? value, string error)
    {
        using var browser = world.Browser(mira);

        var answer = await browser.GetJsonAsync(OAuthWorld.AuthorizePath(pocket, (name, value)));

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.Redirect), answer.ToString());
        Assert.That(answer.Headers.Location!.ToString(), Does.StartWith(OAuthWorld.Callback + "?"));
        var query = OAuthWorld.QueryOf(answer.Headers.Location!);
        Assert.That((query["error"].Single(), query["state"].Single(), query["iss"].Single()), Is.EqualTo((error, "st4te", "http://localhost")));
        Assert.That(query.Keys, Does.Not.Contain("error_uri").And.Not.Contain("code"));
    }

    [TestCase("state", "other")]
    [TestCase("scope", "mcp")]
    [TestCase("response_type", "code")]
    [TestCase("redirect_uri", "https://evil.example/cb")]
    [TestCase("client_id", "x")]
    [TestCase("code_challenge", "x")]
    public async Task A_parameter_that_comes_twice_gets_no_code(string name, string value)
    {
        using var browser = world.Browser(mira);

        var answer = await browser.GetJsonAsync(OAuthWorld.AuthorizePath(planner) + $"&{name}={Uri.EscapeDataString(value)}");

        Assert.That(answer.Status, Is.AnyOf(HttpStatusCode.BadRequest, HttpStatusCode.Redirect), answer.ToString());
        if (answer.Headers.Location is { } location)
        {
            Assert.That(location.ToString(), Does.StartWith(OAuthWorld.Callback + "?"));
            Assert.That(OAuthWorld.QueryOf(location)["error"].Single(), Is.EqualTo("invalid_request"));
        }
    }

    [TestCase("client_id", "unknown")]
    [TestCase("client_id", null)]
    [TestCase("redirect_uri", "https://planner.example/cb/more")]
    [TestCase("redirect_uri", "https://planner.example/cb?x=1")]
    [TestCase("redirect_uri", "https://planner.example:8443/cb")]
    [TestCase("redirect_uri", "http://planner.example/cb")]
    [TestCase("redirect_uri", "https://planner.example/cb#x")]
    [TestCase("redirect_uri", "https://evil.example/cb")]
    [TestCase("redirect_uri", "nonsense")]
    [TestCase("redirect_uri", null)]
    public async Task Who_cannot_be_trusted_to_be_the_application_is_told_nothing(string name, string? value)
    {
        using var browser = world.Browser(mira);

        var answer = await browser.GetJsonAsync(OAuthWorld.AuthorizePath(pocket, (name, value)));

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.BadRequest), answer.ToString());
        Assert.That(answer.Headers.Location, Is.Null);
        Assert.That(answer.ContentHeaders.ContentType!.MediaType, Is.EqualTo("text/html"));
        Assert.That(answer.Text, Does.Contain("The application cannot be let in").And.Not.Contain("openiddict").IgnoreCase);
    }

    [TestCase("http://127.0.0.1:53211/cb", true)]
    [TestCase("http://127.0.0.1/cb", true)]
    [TestCase("http://127.0.0.1:53211/other", false)]
    [TestCase("http://127.0.0.2:53211/cb", false)]
    [TestCase("http://localhost:53211/cb", false)]
    public async Task On_the_persons_own_device_the_port_is_free(string uri, bool good)
    {
        using var browser = world.Browser(mira);

        var answer = await browser.GetJsonAsync(OAuthWorld.AuthorizePath(pocket, ("redirect_uri", uri)));

        Assert.That(answer.Status, Is.EqualTo(good ? HttpStatusCode.OK : HttpStatusCode.BadRequest), answer.ToString());
    }

    [Test]
    public async Task A_confidential_application_may_do_without_PKCE_and_name_no_redirect_uri_when_it_has_one()
    {
        using var browser = world.Browser(mira);

        var location = await OAuthWorld.DecideAsync(
            browser, OAuthWorld.AuthorizePath(planner, ("code_challenge", null), ("code_challenge_method", null), ("redirect_uri", null)));

        Assert.That(location.ToString(), Does.StartWith(OAuthWorld.Callback + "?code="));
    }

    [Test]
    public async Task One_that_is_only_for_MCP_must_say_so()
    {
        var assistant = await world.RegisterAsync(OAuthWorld.Confidential with { Scopes = ["mcp"] });
        using var browser = world.Browser(mira);

        var silent = await browser.GetJsonAsync(OAuthWorld.AuthorizePath(assistant, ("scope", null)));
        var explicitly = await browser.GetJsonAsync(OAuthWorld.AuthorizePath(assistant, ("scope", "mcp")));

        Assert.That(OAuthWorld.QueryOf(silent.Headers.Location!)["error"].Single(), Is.EqualTo("invalid_scope"));
        Assert.That(explicitly.Status, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task A_disabled_application_is_a_page_and_no_way_out()
    {
        var application = await world.RegisterAsync(OAuthWorld.Confidential);
        await world.ChangeAsync(applications => applications.DisableAsync(application.Id, default));
        using var browser = world.Browser(mira);

        var answer = await browser.GetJsonAsync(OAuthWorld.AuthorizePath(application));

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.BadRequest), answer.ToString());
        Assert.That(answer.Text, Does.Contain("unauthorized_client"));
    }

    [Test]
    public async Task A_code_that_cannot_be_sent_is_shown_and_good()
    {
        const string nowhere = "urn:ietf:wg:oauth:2.0:oob";
        var application = await world.RegisterAsync(OAuthWorld.Confidential with { RedirectUris = [nowhere] });
        using var browser = world.Browser(mira);

        var location = await OAuthWorld.DecideAsync(browser, OAuthWorld.AuthorizePath(application, ("redirect_uri", nowhere)));
        var page = await browser.GetJsonAsync(location.PathAndQuery);
        var code = OAuthWorld.QueryOf(location)["code"].Single()!;
        var denied = await OAuthWorld.DecideAsync(browser, OAuthWorld.AuthorizePath(application, ("redirect_uri", nowhere), ("prompt", "consent")), "deny");

        Assert.That(location.GetLeftPart(UriPartial.Path), Is.EqualTo("http://localhost/oauth/authorize/native"));
        Assert.That(page.Text, Does.Contain($"<code>{code}</code>"));
        Assert.That((await world.ExchangeAsync(application, code, ("redirect_uri", nowhere))).Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await browser.GetJsonAsync(denied.PathAndQuery)).Text, Does.Contain("access_denied"));
    }
}
