using System.Net;
using OpenProject.Api.OAuth;
using OpenProject.Api.Tests.OAuth;
using OpenProject.Application.OAuthApplications;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;
using OpenProject.Testing.Databases;

namespace OpenProject.Api.Tests.Authentication;

/// <summary>Each scope opens one API; what the others answer.</summary>
[OnEachDatabase]
public sealed class ScopeTests(DatabaseProvider provider)
{
    private static readonly string[] Scopes = [.. ProtectedResource.All.Select(api => api.Scope)];

    private readonly Dictionary<string, string> tokens = [];
    private OAuthWorld world = null!;
    private OAuthApplicationSecret assistant = null!;
    private long mira;

    [OneTimeSetUp]
    public async Task Start()
    {
        world = new OAuthWorld(provider) { TestServices = Probes.Add };
        assistant = await world.RegisterAsync(OAuthWorld.Confidential with { Scopes = Scopes });
        mira = await world.UserIdAsync("mira");
        foreach (var scope in Scopes)
            tokens[scope] = await TokenAsync(("scope", scope));
    }

    [OneTimeTearDown]
    public void Stop() => world.Dispose();

    private static IEnumerable<object[]> Pairs() =>
        from api in ProtectedResource.All
        from scope in ProtectedResource.All
        select new object[] { api.Path, scope.Scope };

    [TestCaseSource(nameof(Pairs))]
    public async Task A_token_opens_the_API_of_its_scope_and_no_other(string path, string scope)
    {
        var api = ProtectedResource.All.Single(a => a.Path == path);

        var answer = await world.CallAsync(tokens[scope], path + "/probe");

        if (api.Scope == scope)
            Assert.That((answer.Status, answer.Text), Is.EqualTo((HttpStatusCode.OK, "mira")));
        else
            AssertRefused(answer, api, "insufficient_scope", api == ProtectedResource.ApiV3 ? HttpStatusCode.Forbidden : HttpStatusCode.Unauthorized);
    }

    [Test]
    public async Task A_token_of_all_scopes_opens_all_APIs()
    {
        var token = await TokenAsync(("scope", string.Join(' ', Scopes)));

        foreach (var api in ProtectedResource.All)
            Assert.That((await world.CallAsync(token, api.Path + "/probe")).Status, Is.EqualTo(HttpStatusCode.OK), api.Path);
    }

    [Test]
    public async Task A_token_that_is_meant_for_one_API_opens_no_other_whatever_its_scopes()
    {
        foreach (var meant in ProtectedResource.All)
        {
            var token = await TokenAsync(("scope", string.Join(' ', Scopes)), ("resource", "http://localhost" + meant.Path));

            foreach (var api in ProtectedResource.All)
            {
                var answer = await world.CallAsync(token, api.Path + "/probe");
                if (api == meant)
                    Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.OK), api.Path);
                else
                    AssertRefused(answer, api, "invalid_token", HttpStatusCode.Unauthorized);
            }
        }
    }

    private static IEnumerable<string> Paths() => ProtectedResource.All.Select(api => api.Path);

    [TestCaseSource(nameof(Paths))]
    public async Task An_unknown_token_is_refused_everywhere(string path)
    {
        var api = ProtectedResource.All.Single(a => a.Path == path);

        AssertRefused(await world.CallAsync(new string('A', 43), path + "/probe"), api, "invalid_token", HttpStatusCode.Unauthorized);
        AssertRefused(await world.CallAsync("", path + "/probe"), api, "invalid_token", HttpStatusCode.Unauthorized);
    }

    [TestCaseSource(nameof(Paths))]
    public async Task An_application_that_is_nobody_is_nobody_everywhere(string path)
    {
        var api = ProtectedResource.All.Single(a => a.Path == path);
        var robot = await world.RegisterAsync(OAuthWorld.Confidential with { Scopes = Scopes });
        var token = (await world.TokenAsync(robot, ("grant_type", "client_credentials"), ("scope", api.Scope)))["access_token"].GetString()!;

        AssertRefused(await world.CallAsync(token, path + "/probe"), api, null, HttpStatusCode.Unauthorized);
    }

    /// <summary>The challenge and the body, as sections 3.1 and 3.2 of the published behaviour have them.</summary>
    private static void AssertRefused(ApiAnswer answer, ProtectedResource api, string? error, HttpStatusCode status)
    {
        Assert.That(answer.Status, Is.EqualTo(status), answer.ToString());
        Assert.That(
            answer.Headers.NonValidated["WWW-Authenticate"].ToString(),
            Is.EqualTo(
                $"Bearer realm=\"OpenProject API\", resource_metadata=\"http://localhost{api.MetadataPath}\", scope=\"{api.Scope}\""
                + (error is null ? "" : $", error=\"{error}\"")));
        Refusals.AssertBody(answer, api, error ?? "unauthorized");
    }

    private async Task<string> TokenAsync(params (string Name, string? Value)[] parameters) =>
        (await world.SignInAsync(assistant, mira, parameters))["access_token"].GetString()!;
}
