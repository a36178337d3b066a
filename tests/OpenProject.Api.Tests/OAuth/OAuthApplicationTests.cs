using System.Net;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;
using OpenProject.Testing.Databases;

namespace OpenProject.Api.Tests.OAuth;

/// <summary>Applications as API v3 tells them.</summary>
[OnEachDatabase]
public sealed class OAuthApplicationTests(DatabaseProvider provider)
{
    [Test]
    public async Task Administrators_read_everything_but_the_secret()
    {
        using var world = new OAuthWorld(provider);
        var made = await world.RegisterAsync(OAuthWorld.Confidential with { RedirectUris = [OAuthWorld.Callback, "urn:ietf:wg:oauth:2.0:oob"] });

        var answer = await world.CallAsync(ApiServer.AdminApiKey, $"/api/v3/oauth_applications/{made.Id}");

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.OK), answer.ToString());
        Assert.That(
            answer.Body.EnumerateObject().Select(p => p.Name),
            Is.EqualTo(new[] { "_type", "id", "name", "clientId", "confidential", "createdAt", "updatedAt", "scopes", "_links" }));
        Assert.That(answer["_type"].GetString(), Is.EqualTo("OAuthApplication"));
        Assert.That(answer["clientId"].GetString(), Is.EqualTo(made.ClientId));
        Assert.That(answer["confidential"].GetBoolean(), Is.True);
        Assert.That(answer["createdAt"].GetString(), Is.EqualTo("2026-03-04T05:06:07.000Z"));
        Assert.That(answer["scopes"].EnumerateArray().Select(s => s.GetString()), Is.EqualTo(new[] { "api_v3", "mcp" }));
        Assert.That(answer["_links/self"].GetRawText(), Is.EqualTo($$"""{"href":"/api/v3/oauth_applications/{{made.Id}}"}"""));
        Assert.That(answer["_links/owner/title"].GetString(), Is.EqualTo("OpenProject Admin"));
        Assert.That(answer["_links/redirectUri"].GetRawText(), Is.EqualTo($$"""[{"href":"{{OAuthWorld.Callback}}"},{"href":"urn:ietf:wg:oauth:2.0:oob"}]"""));
        Assert.That(answer.Text, Does.Not.Contain(made.Secret!));
    }

    [Test]
    public async Task Client_credentials_that_there_are_not_are_missing_to_administrators_and_forbidden_to_others()
    {
        using var world = new OAuthWorld(provider, ("ApiV3:LoginRequired", "false"));
        using var nobody = world.Client();

        foreach (var id in new long[] { 4711, long.MaxValue })
        {
            Assert.That((await world.CallAsync(ApiServer.AdminApiKey, $"/api/v3/oauth_client_credentials/{id}")).Status, Is.EqualTo(HttpStatusCode.NotFound));
            Assert.That((await nobody.GetJsonAsync($"/api/v3/oauth_client_credentials/{id}")).Status, Is.EqualTo(HttpStatusCode.Forbidden));
        }
    }

    [Test]
    public async Task Nobody_else_does()
    {
        using var world = new OAuthWorld(provider);
        var made = await world.RegisterAsync(OAuthWorld.Confidential);
        var tokens = await world.SignInAsync(made, await world.UserIdAsync("mira"));

        var member = await world.CallAsync(tokens["access_token"].GetString()!, $"/api/v3/oauth_applications/{made.Id}");
        var unknown = await world.CallAsync(tokens["access_token"].GetString()!, "/api/v3/oauth_applications/4711");
        var administrator = await world.CallAsync(ApiServer.AdminApiKey, "/api/v3/oauth_applications/4711");

        Assert.That((member.Status, unknown.Status, administrator.Status), Is.EqualTo((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden, HttpStatusCode.NotFound)));
    }
}
