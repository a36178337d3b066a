using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using OpenProject.Application.OAuthApplications;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;
using OpenProject.Testing.Databases;

namespace OpenProject.Api.Tests.OAuth;

[OnEachDatabase]
public sealed class TokenTests(DatabaseProvider provider)
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
    public async Task A_code_is_exchanged_for_the_six_members_that_OpenProject_tells()
    {
        var code = await world.CodeAsync(pocket, mira);

        var answer = await world.ExchangeAsync(pocket, code);

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.OK), answer.ToString());
        Assert.That(answer.Body.EnumerateObject().Select(p => p.Name), Is.EquivalentTo(new[] { "access_token", "token_type", "expires_in", "refresh_token", "scope", "created_at" }));
        Assert.That(answer["access_token"].GetString(), Does.Match("^[A-Za-z0-9_-]{43}$"));
        Assert.That(answer["refresh_token"].GetString(), Does.Match("^[A-Za-z0-9_-]{43}$"));
        Assert.That(answer["token_type"].GetString(), Is.EqualTo("Bearer"));
        Assert.That(answer["expires_in"].GetInt32(), Is.EqualTo(7200));
        Assert.That(answer["scope"].GetString(), Is.EqualTo("api_v3"));
        Assert.That(answer["created_at"].GetInt64(), Is.EqualTo(world.Clock.GetUtcNow().ToUnixTimeSeconds()));
        Assert.That(answer.Headers.CacheControl!.NoStore, Is.True);
        Assert.That(answer.ContentHeaders.ContentType!.MediaType, Is.EqualTo("application/json"));
    }

    [TestCase("code_verifier", "wrongwrongwrongwrongwrongwrongwrongwrongwrong")]
    [TestCase("code_verifier", null)]
    [TestCase("redirect_uri", "https://planner.example/other")]
    [TestCase("redirect_uri", null)]
    [TestCase("code", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task A_code_alone_is_not_enough(string name, string? value)
    {
        var code = await world.CodeAsync(pocket, mira);

        var answer = await world.ExchangeAsync(pocket, code, (name, value));

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.BadRequest), answer.ToString());
        Assert.That(answer["error"].GetString(), Is.AnyOf("invalid_grant", "invalid_request"));
        Assert.That(answer.Body.TryGetProperty("error_uri", out _), Is.False);
    }

    [Test]
    public async Task A_code_of_somebody_else_is_none()
    {
        var code = await world.CodeAsync(pocket, mira);

        var answer = await world.ExchangeAsync(planner, code);

        Assert.That((answer.Status, answer["error"].GetString()), Is.EqualTo((HttpStatusCode.BadRequest, "invalid_grant")));
    }

    [Test]
    public async Task A_refresh_token_of_somebody_else_is_none_and_stays_good()
    {
        var tokens = await world.SignInAsync(pocket, mira);

        var answer = await world.RefreshAsync(planner, tokens["refresh_token"].GetString()!);

        Assert.That((answer.Status, answer["error"].GetString()), Is.EqualTo((HttpStatusCode.BadRequest, "invalid_grant")));
        Assert.That((await world.RefreshAsync(pocket, tokens["refresh_token"].GetString()!)).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task A_verifier_of_a_code_that_was_asked_for_without_is_refused()
    {
        var code = await world.CodeAsync(planner, mira, ("code_challenge", null), ("code_challenge_method", null));

        var answer = await world.ExchangeAsync(planner, code);

        Assert.That((answer.Status, answer["error"].GetString()), Is.EqualTo((HttpStatusCode.BadRequest, "invalid_grant")).Or.EqualTo((HttpStatusCode.BadRequest, "invalid_request")), answer.ToString());
    }

    [TestCase("grant_type", "client_credentials")]
    [TestCase("scope", "api_v3")]
    [TestCase("client_id", "x")]
    [TestCase("client_secret", "x")]
    public async Task A_parameter_that_comes_twice_is_refused(string name, string value)
    {
        using var client = world.Client();
        var form = Form(("grant_type", "client_credentials"), ("client_id", planner.ClientId), ("client_secret", planner.Secret!), ("scope", "api_v3"));

        var answer = await OAuthWorld.PostAsync(client, "/oauth/token", [.. form, KeyValuePair.Create(name, value)]);

        Assert.That((answer.Status, answer["error"].GetString()), Is.EqualTo((HttpStatusCode.BadRequest, "invalid_request")), answer.ToString());
    }

    [Test]
    public async Task A_code_lasts_ten_minutes()
    {
        using var own = new OAuthWorld(provider);
        var application = await own.RegisterAsync(OAuthWorld.Confidential);
        var user = await own.UserIdAsync("mira");
        var (first, second) = (await own.CodeAsync(application, user), await own.CodeAsync(application, user));

        own.Clock.Advance(TimeSpan.FromMinutes(9.9));
        var early = await own.ExchangeAsync(application, first);
        own.Clock.Advance(TimeSpan.FromMinutes(0.2));
        var late = await own.ExchangeAsync(application, second);

        Assert.That(early.Status, Is.EqualTo(HttpStatusCode.OK), early.ToString());
        Assert.That((late.Status, late["error"].GetString()), Is.EqualTo((HttpStatusCode.BadRequest, "invalid_grant")));
    }

    [Test]
    public async Task A_code_that_comes_twice_is_refused_and_takes_back_what_it_gave()
    {
        var code = await world.CodeAsync(pocket, mira);
        var first = await world.ExchangeAsync(pocket, code);

        var second = await world.ExchangeAsync(pocket, code);

        Assert.That((second.Status, second["error"].GetString()), Is.EqualTo((HttpStatusCode.BadRequest, "invalid_grant")));
        Assert.That((await world.CallAsync(first["access_token"].GetString()!)).Status, Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    [Test]
    public async Task A_refresh_token_is_good_once_and_gives_another()
    {
        var tokens = await world.SignInAsync(pocket, mira);

        var next = await world.RefreshAsync(pocket, tokens["refresh_token"].GetString()!);
        var again = await world.RefreshAsync(pocket, tokens["refresh_token"].GetString()!);

        Assert.That(next.Status, Is.EqualTo(HttpStatusCode.OK), next.ToString());
        Assert.That(next["access_token"].GetString(), Is.Not.EqualTo(tokens["access_token"].GetString()));
        Assert.That(next["refresh_token"].GetString(), Is.Not.EqualTo(tokens["refresh_token"].GetString()));
        Assert.That((again.Status, again["error"].GetString()), Is.EqualTo((HttpStatusCode.BadRequest, "invalid_grant")));
        Assert.That((await world.CallAsync(next["access_token"].GetString()!)).Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await world.RefreshAsync(pocket, next["refresh_token"].GetString()!)).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task A_spent_refresh_token_that_comes_later_was_stolen_and_ends_the_chain()
    {
        using var own = new OAuthWorld(provider);
        var application = await own.RegisterAsync(OAuthWorld.Public);
        var tokens = await own.SignInAsync(application, await own.UserIdAsync("mira"));
        var next = await own.RefreshAsync(application, tokens["refresh_token"].GetString()!);

        own.Clock.Advance(TimeSpan.FromSeconds(11));
        var stolen = await own.RefreshAsync(application, tokens["refresh_token"].GetString()!);

        Assert.That((stolen.Status, stolen["error"].GetString()), Is.EqualTo((HttpStatusCode.BadRequest, "invalid_grant")));
        Assert.That((await own.CallAsync(next["access_token"].GetString()!)).Status, Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That((await own.RefreshAsync(application, next["refresh_token"].GetString()!)).Status, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    [Test]
    [Repeat(3)]
    public async Task Of_twelve_refreshes_at_the_same_moment_exactly_one_wins_and_keeps_what_it_won()
    {
        var tokens = await world.SignInAsync(pocket, mira);

        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Task.Run(() => world.RefreshAsync(pocket, tokens["refresh_token"].GetString()!))));

        Assert.That(answers.Count(a => a.Status == HttpStatusCode.OK), Is.EqualTo(1), string.Join('\n', answers.Select(a => a.ToString())));
        Assert.That(answers.Where(a => a.Status != HttpStatusCode.OK).Select(a => a["error"].GetString()), Is.All.EqualTo("invalid_grant"));
        var won = answers.Single(a => a.Status == HttpStatusCode.OK);
        Assert.That((await world.CallAsync(won["access_token"].GetString()!)).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    [Repeat(3)]
    public async Task Of_twelve_exchanges_of_a_code_at_the_same_moment_at_most_one_wins()
    {
        var code = await world.CodeAsync(pocket, mira);

        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Task.Run(() => world.ExchangeAsync(pocket, code))));

        Assert.That(answers.Count(a => a.Status == HttpStatusCode.OK), Is.LessThanOrEqualTo(1));
        Assert.That(answers.Where(a => a.Status != HttpStatusCode.OK).Select(a => a["error"].GetString()), Is.All.EqualTo("invalid_grant"));
    }

    [Test]
    public async Task A_refresh_may_ask_for_less_but_not_for_more()
    {
        var tokens = await world.SignInAsync(planner, mira, ("scope", "api_v3 mcp"));

        var less = await world.RefreshAsync(planner, tokens["refresh_token"].GetString()!, ("scope", "mcp"));
        var again = await world.RefreshAsync(planner, less["refresh_token"].GetString()!);
        var narrow = await world.SignInAsync(planner, mira, ("scope", "mcp"));
        var more = await world.RefreshAsync(planner, narrow["refresh_token"].GetString()!, ("scope", "api_v3 mcp"));

        Assert.That(less["scope"].GetString(), Is.EqualTo("mcp"));
        Assert.That((await world.CallAsync(less["access_token"].GetString()!)).Status, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That(again["scope"].GetString(), Is.EqualTo("api_v3 mcp"));
        Assert.That((more.Status, more["error"].GetString()), Is.EqualTo((HttpStatusCode.BadRequest, "invalid_scope")));
    }

    [Test]
    public async Task A_refresh_token_has_no_end_of_its_own()
    {
        using var own = new OAuthWorld(provider);
        var application = await own.RegisterAsync(OAuthWorld.Public);
        var tokens = await own.SignInAsync(application, await own.UserIdAsync("mira"));

        own.Clock.Advance(TimeSpan.FromDays(1000));

        var answer = await own.RefreshAsync(application, tokens["refresh_token"].GetString()!);
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.OK), answer.ToString());
    }

    [Test]
    public async Task Credentials_come_in_the_header_too_form_encoded()
    {
        var code = await world.CodeAsync(planner, mira);
        using var client = world.Client();
        client.DefaultRequestHeaders.Authorization = Basic($"{Uri.EscapeDataString(planner.ClientId)}:{Uri.EscapeDataString(planner.Secret!)}");

        var answer = await OAuthWorld.PostAsync(client, "/oauth/token", Form(("grant_type", "authorization_code"), ("code", code), ("redirect_uri", OAuthWorld.Callback), ("code_verifier", OAuthWorld.Verifier)));

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.OK), answer.ToString());
    }

    [TestCase("wrong")]
    [TestCase("with:colon")]
    [TestCase("100%")]
    [TestCase("")]
    public async Task Wrong_credentials_are_answered_with_401_and_a_challenge(string secret)
    {
        using var client = world.Client();
        client.DefaultRequestHeaders.Authorization = Basic($"{planner.ClientId}:{Uri.EscapeDataString(secret)}");

        var answer = await OAuthWorld.PostAsync(client, "/oauth/token", Form(("grant_type", "client_credentials")));

        Assert.That((answer.Status, answer["error"].GetString()), Is.EqualTo((HttpStatusCode.Unauthorized, "invalid_client")), answer.ToString());
        Assert.That(answer.Headers.WwwAuthenticate.Single().Scheme, Is.EqualTo("Basic"));
        Assert.That(answer.Headers.CacheControl!.NoStore, Is.True);
    }

    [TestCase("client_id", "unknown", HttpStatusCode.Unauthorized, "invalid_client")]
    [TestCase("client_secret", "wrong", HttpStatusCode.Unauthorized, "invalid_client")]
    [TestCase("client_secret", null, HttpStatusCode.Unauthorized, "invalid_client")]
    [TestCase("grant_type", "password", HttpStatusCode.BadRequest, "unsupported_grant_type")]
    [TestCase("grant_type", "urn:ietf:params:oauth:grant-type:device_code", HttpStatusCode.BadRequest, "unsupported_grant_type")]
    [TestCase("grant_type", null, HttpStatusCode.BadRequest, "invalid_request")]
    [TestCase("scope", "bcf_v2_1", HttpStatusCode.BadRequest, "invalid_scope")]
    [TestCase("scope", "nonsense", HttpStatusCode.BadRequest, "invalid_scope")]
    [TestCase("resource", "https://elsewhere.example", HttpStatusCode.BadRequest, "invalid_target")]
    public async Task What_is_wrong_is_answered_as_the_RFC_says(string name, string? value, HttpStatusCode status, string error)
    {
        var answer = await world.TokenAsync(planner, ("grant_type", "client_credentials"), (name, value));

        Assert.That((answer.Status, answer["error"].GetString()), Is.EqualTo((status, error)), answer.ToString());
        Assert.That(answer.Body.EnumerateObject().Select(p => p.Name), Is.SubsetOf(new[] { "error", "error_description" }));
    }

    [TestCase("GET")]
    [TestCase("PUT")]
    public async Task Other_methods_are_refused(string method)
    {
        using var client = world.Client();

        var answer = await client.AnswerAsync(new HttpMethod(method), "/oauth/token");

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.BadRequest), answer.ToString());
        Assert.That(answer["error"].GetString(), Is.EqualTo("invalid_request"));
    }

    [TestCase("GET", "/OAuth/authorize?client_id=x")]
    [TestCase("GET", "/oauth/authorize/?client_id=x")]
    [TestCase("POST", "/OAuth/token")]
    [TestCase("GET", "/oauth/authorize/Native?code=x")]
    [TestCase("GET", "/oauth")]
    [TestCase("GET", "/oauth/jwks")]
    [TestCase("POST", "/oauth/register")]
    [TestCase("POST", "/oauth/device")]
    public async Task There_is_nothing_beside_the_endpoints(string method, string path)
    {
        using var client = world.Client();

        var answer = await client.AnswerAsync(new HttpMethod(method), path);

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.NotFound), answer.ToString());
    }

    [Test]
    public async Task Without_a_scope_it_is_API_v3()
    {
        var tokens = await world.SignInAsync(planner, mira, ("scope", null));

        Assert.That(tokens["scope"].GetString(), Is.EqualTo("api_v3"));
        Assert.That((await world.CallAsync(tokens["access_token"].GetString()!)).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task Guessing_a_secret_ends_after_twenty_for_a_minute_and_nobody_is_told()
    {
        using var own = new OAuthWorld(provider);
        var (guessed, other) = (await own.RegisterAsync(OAuthWorld.Confidential), await own.RegisterAsync(OAuthWorld.Confidential));
        var wrong = await own.TokenAsync(guessed with { Secret = "wrong" }, ("grant_type", "client_credentials"));
        for (var guess = 1; guess < 20; guess++)
            await own.TokenAsync(guessed with { Secret = "wrong" }, ("grant_type", "client_credentials"));

        var right = await own.TokenAsync(guessed, ("grant_type", "client_credentials"));
        var elsewhere = await own.AskAsync("/oauth/introspect", guessed, ("token", "x"));
        var others = await own.TokenAsync(other, ("grant_type", "client_credentials"));
        own.Clock.Advance(TimeSpan.FromMinutes(1));
        var later = await own.TokenAsync(guessed, ("grant_type", "client_credentials"));

        Assert.That((right.Status, right.Text), Is.EqualTo((wrong.Status, wrong.Text)));
        Assert.That((elsewhere.Status, elsewhere["error"].GetString()), Is.EqualTo((HttpStatusCode.Unauthorized, "invalid_client")));
        Assert.That((others.Status, later.Status), Is.EqualTo((HttpStatusCode.OK, HttpStatusCode.OK)));
    }

    [Test]
    public async Task Other_media_types_are_refused()
    {
        using var client = world.Client();

        var answer = await client.PostJsonAsync("/oauth/token", new { grant_type = "client_credentials", client_id = planner.ClientId, client_secret = planner.Secret });

        Assert.That((answer.Status, answer["error"].GetString()), Is.EqualTo((HttpStatusCode.BadRequest, "invalid_request")));
    }

    [Test]
    public async Task A_public_application_does_not_come_for_itself()
    {
        var answer = await world.TokenAsync(pocket, ("grant_type", "client_credentials"));

        Assert.That((answer.Status, answer["error"].GetString()), Is.EqualTo((HttpStatusCode.BadRequest, "unauthorized_client")));
    }

    [Test]
    public async Task Nothing_that_opens_anything_is_stored_as_it_is()
    {
        var tokens = await world.SignInAsync(planner, mira);
        var code = await world.CodeAsync(planner, mira);
        await using var scope = world.Services.CreateAsyncScope();

        var stored = await scope.ServiceProvider.GetRequiredService<OpenProjectDbContext>().Database
            .SqlQuery<string>($"select concat(reference_id, '|', payload, '|', properties) as value from oauth_tokens").ToListAsync();

        foreach (var secret in new[] { tokens["access_token"].GetString()!, tokens["refresh_token"].GetString()!, code, planner.Secret!, OAuthWorld.Verifier })
            Assert.That(stored.Any(row => row.Contains(secret, StringComparison.Ordinal)), Is.False, secret);
    }

    [Test]
    public async Task What_is_stored_of_a_token_is_no_token()
    {
        var tokens = await world.SignInAsync(planner, mira);
        await using var scope = world.Services.CreateAsyncScope();
        var payloads = await scope.ServiceProvider.GetRequiredService<OpenProjectDbContext>().Database
            .SqlQuery<string>($"select payload as value from oauth_tokens where payload is not null").ToListAsync();

        Assert.That(payloads, Has.Count.GreaterThanOrEqualTo(2));
        foreach (var payload in payloads)
        {
            Assert.That((await world.CallAsync(payload)).Status, Is.EqualTo(HttpStatusCode.Unauthorized));
            Assert.That((await world.RefreshAsync(planner, payload)).Status, Is.EqualTo(HttpStatusCode.BadRequest));
            Assert.That((await world.AskAsync("/oauth/introspect", planner, ("token", payload))).Text, Is.EqualTo("""{"active":false}""").Or.Contain("\"active\": false"));
        }

        Assert.That((await world.RefreshAsync(planner, tokens["refresh_token"].GetString()!)).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task Who_is_locked_gets_no_more_tokens()
    {
        var code = await world.CodeAsync(planner, await world.UserIdAsync("jonas"));
        var tokens = await world.SignInAsync(planner, await world.UserIdAsync("jonas"));
        await world.LockAsync("jonas");

        var exchanged = await world.ExchangeAsync(planner, code);
        var refreshed = await world.RefreshAsync(planner, tokens["refresh_token"].GetString()!);

        Assert.That((exchanged.Status, exchanged["error"].GetString()), Is.EqualTo((HttpStatusCode.BadRequest, "invalid_grant")));
        Assert.That((refreshed.Status, refreshed["error"].GetString()), Is.EqualTo((HttpStatusCode.BadRequest, "invalid_grant")));
        Assert.That((await world.CallAsync(tokens["access_token"].GetString()!)).Status, Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    private static AuthenticationHeaderValue Basic(string credentials) => new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(credentials)));

    private static KeyValuePair<string, string>[] Form(params (string Name, string Value)[] fields) => [.. fields.Select(f => KeyValuePair.Create(f.Name, f.Value))];
}
