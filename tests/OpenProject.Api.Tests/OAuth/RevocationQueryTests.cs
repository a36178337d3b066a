using System.Net;
using System.Net.Http.Headers;
using System.Text;
using OpenProject.Application.OAuthApplications;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;
using OpenProject.Testing.Databases;

namespace OpenProject.Api.Tests.OAuth;

/// <summary>Where programs put a token that they give back: where OpenProject takes it is taken, and the rules for it stay the same.</summary>
[OnEachDatabase]
public sealed class RevocationQueryTests(DatabaseProvider provider)
{
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

    [TestCase("")]
    [TestCase("&token_type_hint=access_token")]
    public async Task A_token_to_revoke_may_be_in_the_query_as_Nextcloud_sends_it(string hint)
    {
        var access = (await world.SignInAsync(planner, mira))["access_token"].GetString()!;

        var answer = await SendAsync(Form(), $"/oauth/revoke?token={access}{hint}", Basic());

        Assert.That((answer.Status, answer.Text), Is.EqualTo((HttpStatusCode.OK, "{}")));
        Assert.That((await world.CallAsync(access)).Status, Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    [Test]
    public async Task Who_does_not_say_who_he_is_revokes_nothing_by_the_query_either()
    {
        var access = (await world.SignInAsync(planner, mira))["access_token"].GetString()!;

        var nobody = await SendAsync(Form(), $"/oauth/revoke?token={access}&client_id={planner.ClientId}&client_secret={planner.Secret}", null);
        var twice = await SendAsync(Form(("token", access)), $"/oauth/revoke?token={access}", Basic());

        Assert.That((nobody.Status, nobody["error"].GetString()), Is.EqualTo((HttpStatusCode.Unauthorized, "invalid_client")), "secrets do not belong into addresses");
        Assert.That((twice.Status, twice["error"].GetString()), Is.EqualTo((HttpStatusCode.BadRequest, "invalid_request")));
        Assert.That((await world.CallAsync(access)).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    private static FormUrlEncodedContent Form(params (string Name, string Value)[] parameters) => new(parameters.Select(p => KeyValuePair.Create(p.Name, p.Value)));

    private async Task<ApiAnswer> SendAsync(HttpContent content, string path, AuthenticationHeaderValue? credentials)
    {
        using var client = world.Client();
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
        request.Headers.Authorization = credentials;
        return await client.AnswerAsync(request);
    }

    private AuthenticationHeaderValue Basic() => new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{planner.ClientId}:{planner.Secret}")));
}
