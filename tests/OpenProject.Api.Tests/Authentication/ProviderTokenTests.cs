using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Tokens;
using OpenProject.Api.OAuth;
using OpenProject.Api.Tests.OAuth;
using OpenProject.Application.Common;
using OpenProject.Domain.Users;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;
using OpenProject.Testing.Databases;

namespace OpenProject.Api.Tests.Authentication;

/// <summary>Access tokens of a configured OpenID Connect provider, which runs beside the server.</summary>
[OnEachDatabase]
public sealed class ProviderTokenTests(DatabaseProvider provider)
{
    private TokenIssuer issuer = null!;
    private OAuthWorld world = null!;

    [SetUp]
    public async Task Start()
    {
        issuer = await TokenIssuer.StartAsync();
        world = new OAuthWorld(provider, issuer.Settings()) { TestServices = Probes.Add };
        await LinkAsync("mira", "works:mira-at-works");
    }

    [TearDown]
    public async Task Stop()
    {
        world.Dispose();
        await issuer.DisposeAsync();
    }

    [Test]
    public async Task A_good_token_stands_for_the_linked_user_where_its_scope_says()
    {
        foreach (var api in ProtectedResource.All)
        {
            var answer = await world.CallAsync(Token(("scope", api.Scope)), api.Path + "/probe");
            if (api == ProtectedResource.Bcf)
                AssertRefused(answer, api, "invalid_token", description: null);
            else
                Assert.That((answer.Status, answer.Text), Is.EqualTo((HttpStatusCode.OK, "mira")), api.Path);
        }
    }

    [TestCase("RS384")]
    [TestCase("RS512")]
    public async Task Longer_hashes_are_taken_too(string algorithm) =>
        await AssertGoodAsync(issuer.Token(Now, new SigningCredentials(issuer.Key, algorithm)));

    [Test]
    public async Task Audiences_and_scopes_may_be_lists()
    {
        await AssertGoodAsync(Token(("aud", new[] { "account", TokenIssuer.ClientId }), ("scope", new[] { "openid", "api_v3" })));
    }

    [Test]
    public async Task Each_fault_has_its_answer()
    {
        var second = TimeSpan.FromSeconds(1);
        using var foreign = new System.Security.Cryptography.RSACryptoServiceProvider(2048);
        var forged = new SigningCredentials(new RsaSecurityKey(foreign) { KeyId = issuer.Key.KeyId }, SecurityAlgorithms.RsaSha256);
        var secret = new SigningCredentials(new SymmetricSecurityKey(Encoding.ASCII.GetBytes(new string('k', 64))) { KeyId = issuer.Key.KeyId }, SecurityAlgorithms.HmacSha256);
        var pss = new SigningCredentials(issuer.Key, SecurityAlgorithms.RsaSsaPssSha256);
        var unknown = new SigningCredentials(TokenIssuer.NewKey("other"), SecurityAlgorithms.RsaSha256);
        var nameless = new SigningCredentials(new RsaSecurityKey(issuer.Key.Rsa), SecurityAlgorithms.RsaSha256);

        (string Token, string? Description)[] faults =
        [
            (Token(("iss", "https://elsewhere.example")), "The access token issuer is unknown"),
            (Token(("iss", TokenIssuer.Issuer + "/")), "The access token issuer is unknown"),
            (Token(("iss", null)), "The access token issuer is unknown"),
            (issuer.Token(Now, secret), "Token signature algorithm HS256 is not supported"),
            (issuer.Token(Now, pss), "Token signature algorithm PS256 is not supported"),
            (Unsigned(), "Token signature algorithm none is not supported"),
            (issuer.Token(Now, unknown), "The access token signature kid is unknown"),
            (issuer.Token(Now, nameless), "The access token signature kid is unknown"),
            (issuer.Token(Now, forged), "The access token signature is wrong"),
            (Token(("exp", Now.ToUnixTimeSeconds())), "The access token expired"),
            (Token(("exp", null)), "The access token expired"),
            (Token(("nbf", (Now + second).ToUnixTimeSeconds())), "The access token is used too early"),
            (Token(("aud", "another-client")), "The access token audience claim is wrong"),
            (Token(("aud", null)), "The access token audience claim is wrong"),
            (Token(("sub", "stranger")), "The user identified by the token is not known"),
            (Token(("sub", "MIRA-AT-WORKS")), "The user identified by the token is not known"),
            (Token(("sub", null)), "The user identified by the token is not known"),
            (Token(("sub", new string('x', 1000))), "The user identified by the token is not known"),
        ];

        foreach (var (token, description) in faults)
            AssertRefused(await world.CallAsync(token), ProtectedResource.ApiV3, "invalid_token", description);
    }

    [TestCase("{\"alg\":\"none\\r\\nX: 1\",\"kid\":\"first\"}")]
    [TestCase("{\"alg\":\"\u00e4\u00f6\",\"kid\":\"first\"}")]
    [TestCase("{\"alg\":\"\",\"kid\":\"first\"}")]
    [TestCase("{\"kid\":\"first\"}")]
    public async Task What_a_token_calls_its_algorithm_does_no_harm(string header)
    {
        var token = $"{Base64UrlEncoder.Encode(header)}.{Base64UrlEncoder.Encode($$"""{"iss":"{{TokenIssuer.Issuer}}"}""")}.AAAA";

        AssertRefused(await world.CallAsync(token), ProtectedResource.ApiV3, "invalid_token", "Token signature algorithm is not supported");
    }

    [Test]
    public async Task An_extension_that_must_be_understood_is_refused()
    {
        var token = $"{Base64UrlEncoder.Encode("""{"alg":"RS256","kid":"first","crit":["b64"],"b64":false}""")}.{Base64UrlEncoder.Encode($$"""{"iss":"{{TokenIssuer.Issuer}}"}""")}.AAAA";

        AssertRefused(await world.CallAsync(token), ProtectedResource.ApiV3, "invalid_token", "The access token needs an extension that is not supported");
    }

    [TestCase("a.b.c")]
    [TestCase("e30.e30.")]
    [TestCase("..")]
    [TestCase("eyJhbGciOiJSUzI1NiJ9.bm90IGpzb24.AAAA")]
    public async Task What_only_looks_like_a_token_is_refused(string token)
    {
        var answer = await world.CallAsync(token);

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That(answer.Headers.WwwAuthenticate.ToString(), Does.Contain("error=\"invalid_token\""));
    }

    [Test]
    public async Task A_token_without_the_scope_is_good_for_another_API()
    {
        foreach (var api in ProtectedResource.All.Except([ProtectedResource.Bcf]))
        {
            foreach (var scope in new[] { "openid", null, "API_V3", "api_v3x" })
            {
                var answer = await world.CallAsync(Token(("scope", scope)), api.Path + "/probe");
                AssertRefused(
                    answer, api, "insufficient_scope", $"Requires scope {api.Scope} to access this resource.",
                    api == ProtectedResource.ApiV3 ? HttpStatusCode.Forbidden : HttpStatusCode.Unauthorized);
            }
        }
    }

    [Test]
    public async Task Who_may_not_act_does_not_by_a_token_either()
    {
        await LinkAsync("jonas", "works:jonas-at-works");
        await world.LockAsync("jonas");
        AssertRefused(await world.CallAsync(Token(("sub", "jonas-at-works"))), ProtectedResource.ApiV3, "invalid_token", "The user account is locked");

        await world.AdministerAsync(async services =>
        {
            var invited = User.Create("ines", "Ines", "Invited", "ines@example.net", Now.UtcDateTime);
            invited.BeginAs(UserStatus.Invited);
            invited.IdentifyBy("works:ines");
            services.GetRequiredService<IAggregates<User>>().Add(invited);
            await services.GetRequiredService<IUnitOfWork>().SaveAsync(default);
            return true;
        });
        AssertRefused(await world.CallAsync(Token(("sub", "ines"))), ProtectedResource.ApiV3, "invalid_token", "The user identified by the token is not known");
    }

    [Test]
    public async Task Two_users_of_one_identity_are_none()
    {
        await LinkAsync("jonas", "works:mira-at-works");

        AssertRefused(await world.CallAsync(Token()), ProtectedResource.ApiV3, "invalid_token", "The user identified by the token is not known");
    }

    [Test]
    public async Task Keys_are_fetched_once_an_hour()
    {
        for (var call = 0; call < 5; call++)
            await AssertGoodAsync(Token());
        world.Clock.Advance(TimeSpan.FromMinutes(59));
        await AssertGoodAsync(Token());
        Assert.That(issuer.Fetches, Is.EqualTo(1));

        world.Clock.Advance(TimeSpan.FromMinutes(2));
        await AssertGoodAsync(Token());
        Assert.That(issuer.Fetches, Is.EqualTo(2));
    }

    [Test]
    public async Task A_new_key_is_found_at_once_and_the_old_one_is_gone()
    {
        var old = Token();
        await AssertGoodAsync(old);
        world.Clock.Advance(TimeSpan.FromSeconds(11));
        var early = issuer.Key;
        issuer.Rotate("second");

        await AssertGoodAsync(Token());

        Assert.That(issuer.Fetches, Is.EqualTo(2));
        AssertRefused(
            await world.CallAsync(issuer.Token(Now, new SigningCredentials(early, SecurityAlgorithms.RsaSha256))),
            ProtectedResource.ApiV3, "invalid_token", "The access token signature kid is unknown");
    }

    [Test]
    public async Task Made_up_keys_do_not_make_us_bother_the_provider()
    {
        await AssertGoodAsync(Token());
        for (var call = 0; call < 20; call++)
        {
            var token = issuer.Token(Now, new SigningCredentials(issuer.Key.Rsa is { } rsa ? new RsaSecurityKey(rsa) { KeyId = $"made-up-{call}" } : null, SecurityAlgorithms.RsaSha256));
            Assert.That((await world.CallAsync(token)).Status, Is.EqualTo(HttpStatusCode.Unauthorized));
            world.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.That(issuer.Fetches, Is.LessThanOrEqualTo(3));
    }

    [Test]
    public async Task Callers_at_the_same_moment_share_one_fetch()
    {
        var token = Token();
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Task.Run(() => world.CallAsync(token))));

        Assert.That(answers.Select(a => a.Status), Is.All.EqualTo(HttpStatusCode.OK));
        Assert.That(issuer.Fetches, Is.EqualTo(1));
    }

    [Test]
    public async Task A_provider_that_is_down_shuts_nobody_out_whose_key_is_known_for_a_day()
    {
        await AssertGoodAsync(Token());
        issuer.IsDown = true;

        world.Clock.Advance(TimeSpan.FromHours(23));
        await AssertGoodAsync(Token());
        world.Clock.Advance(TimeSpan.FromHours(2));
        var late = await world.CallAsync(Token());

        Assert.That(late.Status, Is.EqualTo(HttpStatusCode.ServiceUnavailable), late.ToString());
    }

    [Test]
    public async Task Without_keys_nobody_can_tell_and_it_is_asked_again_soon()
    {
        issuer.IsDown = true;
        Assert.That((await world.CallAsync(Token())).Status, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
        Assert.That((await world.CallAsync(Token())).Status, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
        Assert.That(issuer.Fetches, Is.EqualTo(1));

        issuer.IsDown = false;
        world.Clock.Advance(TimeSpan.FromSeconds(11));
        await AssertGoodAsync(Token());
    }

    [Test]
    public async Task One_that_is_switched_off_is_unknown()
    {
        using var without = new OAuthWorld(provider, [.. issuer.Settings(), ("OpenIdConnect:Providers:works:Enabled", "false")]);

        AssertRefused(await without.CallAsync(Token()), ProtectedResource.ApiV3, "invalid_token", "The access token issuer is unknown");
    }

    private DateTimeOffset Now => world.Clock.GetUtcNow();

    private string Token(params (string Name, object? Value)[] claims) => issuer.Token(Now, null, claims);

    private static string Unsigned() =>
        $"{Base64UrlEncoder.Encode("""{"alg":"none","kid":"first"}""")}.{Base64UrlEncoder.Encode($$"""{"iss":"{{TokenIssuer.Issuer}}"}""")}.";

    private async Task AssertGoodAsync(string token)
    {
        var answer = await world.CallAsync(token);
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.OK), answer + " " + answer.Headers.WwwAuthenticate);
        Assert.That(answer["login"].GetString(), Is.EqualTo("mira"));
    }

    private static void AssertRefused(
        ApiAnswer answer, ProtectedResource api, string error, string? description, HttpStatusCode status = HttpStatusCode.Unauthorized)
    {
        Assert.That(
            answer.Headers.NonValidated["WWW-Authenticate"].ToString(),
            Is.EqualTo(
                $"Bearer realm=\"OpenProject API\", resource_metadata=\"http://localhost{api.MetadataPath}\", scope=\"{api.Scope}\", error=\"{error}\""
                + (description is null ? "" : $", error_description=\"{description}\"")),
            answer.ToString());
        Assert.That(answer.Status, Is.EqualTo(status), answer.ToString());
        Refusals.AssertBody(answer, api, error);
    }

    private async Task LinkAsync(string login, string identity) =>
        await world.AdministerAsync(async services =>
        {
            var user = await services.GetRequiredService<IAggregates<User>>().FindAsync(await world.UserIdAsync(login), default);
            user!.IdentifyBy(identity);
            await services.GetRequiredService<IUnitOfWork>().SaveAsync(default);
            return true;
        });
}
