using System.Net;
using System.Net.Http.Headers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenProject.Application.OAuthApplications;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;
using OpenProject.Testing.Databases;

namespace OpenProject.Api.Tests.OAuth;

[OnEachDatabase]
public sealed class BearerTests(DatabaseProvider provider)
{
    private const string Challenge =
        "Bearer realm=\"OpenProject API\", resource_metadata=\"http://localhost/.well-known/oauth-protected-resource\", scope=\"api_v3\"";

    private OAuthWorld world = null!;
    private OAuthApplicationSecret planner = null!;
    private long mira;

    [OneTimeSetUp]
    public async Task Start()
    {
        world = new OAuthWorld(provider);
        planner = await world.RegisterAsync(OAuthWorld.Confidential);
        mira = await world.UserIdAsync("mira");
    }

    [OneTimeTearDown]
    public void Stop() => world.Dispose();

    [Test]
    public async Task A_token_stands_for_who_let_the_application_in()
    {
        var tokens = await world.SignInAsync(planner, mira);

        var me = await world.CallAsync(Access(tokens));

        Assert.That((me.Status, me["login"].GetString()), Is.EqualTo((HttpStatusCode.OK, "mira")));
    }

    [TestCase("bearer")]
    [TestCase("BEARER")]
    public async Task The_scheme_is_written_as_one_likes(string scheme)
    {
        var tokens = await world.SignInAsync(planner, mira);
        using var client = world.Client();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(scheme, Access(tokens));

        Assert.That((await client.GetJsonAsync("/api/v3/users/me")).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    [TestCase("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [TestCase("short")]
    public async Task What_is_no_token_is_refused(string token)
    {
        var answer = await world.CallAsync(token);

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That(answer["message"].GetString(), Is.EqualTo("You did not provide the correct credentials."));
        Assert.That(answer.Headers.WwwAuthenticate.ToString(), Is.EqualTo(Challenge + ", error=\"invalid_token\""));
    }

    [Test]
    public async Task Refresh_tokens_codes_and_secrets_open_no_API()
    {
        var tokens = await world.SignInAsync(planner, mira);
        var code = await world.CodeAsync(planner, mira);

        foreach (var secret in new[] { tokens["refresh_token"].GetString()!, code, planner.Secret!, planner.ClientId })
            Assert.That((await world.CallAsync(secret)).Status, Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    [Test]
    public async Task A_token_in_the_query_is_none()
    {
        var tokens = await world.SignInAsync(planner, mira);
        using var client = world.Client();

        Assert.That((await client.GetJsonAsync("/api/v3/users/me?access_token=" + Access(tokens))).Status, Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    [Test]
    public async Task A_token_in_the_body_is_none()
    {
        var tokens = await world.SignInAsync(planner, mira);
        using var client = world.Client();

        var answer = await OAuthWorld.PostAsync(client, "/api/v3/projects", [KeyValuePair.Create("access_token", Access(tokens))]);

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.Unauthorized), answer.ToString());
    }

    [Test]
    public async Task A_token_without_the_scope_is_forbidden()
    {
        var tokens = await world.SignInAsync(planner, mira, ("scope", "mcp"));

        var answer = await world.CallAsync(Access(tokens));

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That(answer["errorIdentifier"].GetString(), Is.EqualTo("urn:openproject-org:api:v3:errors:Unauthenticated"));
        Assert.That(answer["message"].GetString(), Is.EqualTo("You did not provide the correct credentials."));
        Assert.That(answer.Headers.WwwAuthenticate.ToString(), Is.EqualTo(Challenge + ", error=\"insufficient_scope\""));
    }

    [Test]
    public async Task A_token_lasts_two_hours_also_where_it_is_remembered()
    {
        using var own = new OAuthWorld(provider);
        var application = await own.RegisterAsync(OAuthWorld.Confidential);
        var token = Access(await own.SignInAsync(application, await own.UserIdAsync("mira")));

        own.Clock.Advance(TimeSpan.FromSeconds(7199.5));
        var before = await own.CallAsync(token);
        own.Clock.Advance(TimeSpan.FromSeconds(0.6));
        var after = await own.CallAsync(token);

        Assert.That((before.Status, after.Status), Is.EqualTo((HttpStatusCode.OK, HttpStatusCode.Unauthorized)));
    }

    [TestCase("http://localhost", HttpStatusCode.OK)]
    [TestCase("http://localhost/", HttpStatusCode.OK)]
    [TestCase("http://localhost/api/v3", HttpStatusCode.OK)]
    [TestCase("http://localhost/mcp", HttpStatusCode.Unauthorized)]
    public async Task A_token_is_good_where_it_was_wanted_for(string resource, HttpStatusCode expected)
    {
        var code = await world.CodeAsync(planner, mira, ("resource", resource));
        var tokens = await world.ExchangeAsync(planner, code, ("resource", resource));

        Assert.That(tokens.Status, Is.EqualTo(HttpStatusCode.OK), tokens.ToString());
        Assert.That((await world.CallAsync(Access(tokens))).Status, Is.EqualTo(expected));
    }

    [Test]
    public async Task At_the_token_endpoint_one_may_want_less_but_nothing_else()
    {
        var whole = await world.ExchangeAsync(planner, await world.CodeAsync(planner, mira), ("resource", "http://localhost/mcp"));
        var other = await world.ExchangeAsync(planner, await world.CodeAsync(planner, mira, ("resource", "http://localhost/mcp")), ("resource", "http://localhost/api/v3"));
        var refreshed = await world.RefreshAsync(planner, whole["refresh_token"].GetString()!);

        Assert.That((await world.CallAsync(Access(whole))).Status, Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That((other.Status, other["error"].GetString()), Is.EqualTo((HttpStatusCode.BadRequest, "invalid_target")));
        Assert.That((await world.CallAsync(Access(refreshed))).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task An_application_that_comes_for_itself_acts_as_its_user_and_gets_no_refresh_token()
    {
        var robot = await world.RegisterAsync(OAuthWorld.Confidential with { ClientCredentialsUserId = mira });

        var tokens = await world.TokenAsync(robot, ("grant_type", "client_credentials"));

        Assert.That(tokens.Status, Is.EqualTo(HttpStatusCode.OK), tokens.ToString());
        Assert.That(tokens.Body.EnumerateObject().Select(p => p.Name), Is.EquivalentTo(new[] { "access_token", "token_type", "expires_in", "scope", "created_at" }));
        Assert.That((await world.CallAsync(Access(tokens)))["login"].GetString(), Is.EqualTo("mira"));
    }

    [Test]
    public async Task Another_user_for_the_application_counts_for_the_tokens_it_has()
    {
        var robot = await world.RegisterAsync(OAuthWorld.Confidential with { ClientCredentialsUserId = mira });
        var token = Access(await world.TokenAsync(robot, ("grant_type", "client_credentials")));
        var jonas = await world.UserIdAsync("jonas");
        Assert.That((await world.CallAsync(token))["login"].GetString(), Is.EqualTo("mira"));

        await world.ChangeAsync(applications => applications.UpdateAsync(robot.Id, OAuthWorld.Confidential with { ClientCredentialsUserId = jonas }, default));

        Assert.That((await world.CallAsync(token))["login"].GetString(), Is.EqualTo("jonas"));
    }

    [TestCase(true, HttpStatusCode.Unauthorized)]
    [TestCase(false, HttpStatusCode.OK)]
    public async Task One_without_a_user_is_nobody(bool loginRequired, HttpStatusCode expected)
    {
        using var own = new OAuthWorld(provider, ("ApiV3:LoginRequired", loginRequired.ToString()));
        var robot = await own.RegisterAsync(OAuthWorld.Confidential);
        var tokens = await own.TokenAsync(robot, ("grant_type", "client_credentials"));

        var answer = await own.CallAsync(Access(tokens), "/api/v3/projects");

        Assert.That(answer.Status, Is.EqualTo(expected), answer.ToString());
        if (loginRequired)
            Assert.That(answer.Headers.WwwAuthenticate.ToString(), Is.EqualTo(Challenge));
    }

    [Test]
    public async Task A_locked_owner_opens_nothing()
    {
        using var own = new OAuthWorld(provider);
        var application = await own.RegisterAsync(OAuthWorld.Confidential);
        var token = Access(await own.SignInAsync(application, await own.UserIdAsync("jonas")));
        Assert.That((await own.CallAsync(token)).Status, Is.EqualTo(HttpStatusCode.OK));

        await own.LockAsync("jonas");

        var answer = await own.CallAsync(token);
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That(answer.Headers.WwwAuthenticate.ToString(), Is.EqualTo(Challenge + ", error=\"invalid_token\""));
    }

    [Test]
    public async Task What_another_server_revokes_works_for_a_second_at_the_longest()
    {
        using var own = new OAuthWorld(provider);
        var application = await own.RegisterAsync(OAuthWorld.Confidential);
        var token = Access(await own.SignInAsync(application, await own.UserIdAsync("mira")));
        Assert.That((await own.CallAsync(token)).Status, Is.EqualTo(HttpStatusCode.OK));
        await using (var scope = own.Services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<OpenProjectDbContext>().Database.ExecuteSqlAsync($"update oauth_tokens set status = 'revoked'");

        own.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.That((await own.CallAsync(token)).Status, Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    [Test]
    public async Task A_token_is_looked_up_once_a_second_however_often_it_comes()
    {
        using var own = new OAuthWorld(provider);
        var application = await own.RegisterAsync(OAuthWorld.Confidential);
        var token = Access(await own.SignInAsync(application, await own.UserIdAsync("mira")));
        await own.CallAsync(token);
        await using (var scope = own.Services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<OpenProjectDbContext>().Database.ExecuteSqlAsync($"update oauth_tokens set status = 'revoked'");

        Assert.That((await own.CallAsync(token)).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    private static string Access(ApiAnswer tokens) => tokens["access_token"].GetString()!;
}
