using System.Net;
using OpenProject.Application.OAuthApplications;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;
using OpenProject.Testing.Databases;

namespace OpenProject.Api.Tests.OAuth;

[OnEachDatabase]
public sealed class IntrospectionTests(DatabaseProvider provider)
{
    private const string Inactive = """{"active":false}""";

    private OAuthWorld world = null!;
    private OAuthApplicationSecret planner = null!;
    private OAuthApplicationSecret calendar = null!;
    private ApiAnswer tokens = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        world = new OAuthWorld(provider);
        planner = await world.RegisterAsync(OAuthWorld.Confidential);
        calendar = await world.RegisterAsync(OAuthWorld.Confidential with { Name = "Calendar" });
        tokens = await world.SignInAsync(planner, await world.UserIdAsync("mira"), ("scope", "api_v3 mcp"));
    }

    [OneTimeTearDown]
    public void Stop() => world.Dispose();

    [Test]
    public async Task An_application_learns_what_its_token_is()
    {
        var answer = await AskAsync(planner, tokens["access_token"].GetString());

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.OK), answer.ToString());
        Assert.That(answer["active"].GetBoolean(), Is.True);
        Assert.That(answer["scope"].GetString(), Is.EqualTo("api_v3 mcp"));
        Assert.That(answer["client_id"].GetString(), Is.EqualTo(planner.ClientId));
        Assert.That(answer["token_type"].GetString(), Is.EqualTo("Bearer"));
        Assert.That(answer["exp"].GetInt64() - answer["iat"].GetInt64(), Is.EqualTo(7200));
        Assert.That(answer["iss"].GetString(), Is.EqualTo("http://localhost"));
    }

    [Test]
    public async Task Somebody_elses_token_is_told_nothing_about() =>
        Assert.That((await AskAsync(calendar, tokens["access_token"].GetString())).Text, Is.EqualTo(Inactive));

    [TestCase("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [TestCase("nonsense")]
    public async Task What_is_no_token_is_inactive(string token) => Assert.That((await AskAsync(planner, token)).Text, Is.EqualTo(Inactive));

    [Test]
    public async Task A_revoked_and_an_expired_token_are_inactive()
    {
        using var own = new OAuthWorld(provider);
        var application = await own.RegisterAsync(OAuthWorld.Confidential);
        var user = await own.UserIdAsync("mira");
        var (revoked, expired) = (await own.SignInAsync(application, user), await own.SignInAsync(application, user));
        await own.AskAsync("/oauth/revoke", application, ("token", revoked["access_token"].GetString()));

        Assert.That((await own.AskAsync("/oauth/introspect", application, ("token", revoked["access_token"].GetString()))).Text, Is.EqualTo(Inactive));
        own.Clock.Advance(TimeSpan.FromHours(2.1));
        Assert.That((await own.AskAsync("/oauth/introspect", application, ("token", expired["access_token"].GetString()))).Text, Is.EqualTo(Inactive));
    }

    [Test]
    public async Task Who_does_not_say_who_he_is_learns_nothing()
    {
        foreach (var asker in new[] { null, planner with { Secret = "wrong" }, planner with { Secret = null } })
        {
            var answer = await AskAsync(asker, tokens["access_token"].GetString());
            Assert.That((answer.Status, answer["error"].GetString()), Is.EqualTo((HttpStatusCode.Unauthorized, "invalid_client")), answer.ToString());
            Assert.That(answer.Body.EnumerateObject().Select(p => p.Name), Is.SubsetOf(new[] { "error", "error_description" }));
        }
    }

    [Test]
    public async Task An_application_without_secret_cannot_prove_who_it_is()
    {
        var pocket = await world.RegisterAsync(OAuthWorld.Public);
        var own = await world.SignInAsync(pocket, await world.UserIdAsync("mira"));

        var answer = await AskAsync(pocket, own["access_token"].GetString());

        Assert.That((answer.Status, answer["error"].GetString()), Is.EqualTo((HttpStatusCode.BadRequest, "unauthorized_client")), answer.ToString());
    }

    private Task<ApiAnswer> AskAsync(OAuthApplicationSecret? asker, string? token) => world.AskAsync("/oauth/introspect", asker, ("token", token));
}
