using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using OpenProject.Application.OAuthApplications;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;
using OpenProject.Testing.Databases;

namespace OpenProject.Api.Tests.OAuth;

/// <summary>In which forms programs send their parameters: what OpenProject takes is taken, and the rules for it stay the same.</summary>
[OnEachDatabase]
public sealed class TokenFormTests(DatabaseProvider provider)
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

    [TestCase("json")]
    [TestCase("parts")]
    public async Task A_token_is_refreshed_and_revoked_by_JSON_and_by_parts(string how)
    {
        var tokens = await world.SignInAsync(planner, mira);

        var next = await SendAsync(how, "/oauth/token", ("grant_type", "refresh_token"), ("refresh_token", tokens["refresh_token"].GetString()!));
        Assert.That(next.Status, Is.EqualTo(HttpStatusCode.OK), next.ToString());
        var access = next["access_token"].GetString()!;
        Assert.That((await world.CallAsync(access)).Status, Is.EqualTo(HttpStatusCode.OK));

        var told = await SendAsync(how, "/oauth/introspect", ("token", access));
        Assert.That(told["active"].GetBoolean(), Is.True, told.ToString());
        Assert.That((await SendAsync(how, "/oauth/revoke", ("token", access))).Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await world.CallAsync(access)).Status, Is.EqualTo(HttpStatusCode.Unauthorized));
    }

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

    [TestCase("""{"grant_type":"client_credentials","scope":{"a":1}}""")]
    [TestCase("""{"grant_type":""")]
    [TestCase("""["grant_type"]""")]
    [TestCase("""{"grant_type":"\ud800"}""")]
    [TestCase("""{"\ud800":"client_credentials"}""")]
    [TestCase("")]
    public async Task What_is_no_list_of_parameters_is_refused(string json)
    {
        var answer = await SendAsync(new StringContent(json, Encoding.UTF8, "application/json"), "/oauth/token", Basic());

        Assert.That((answer.Status, answer["error"].GetString()), Is.EqualTo((HttpStatusCode.BadRequest, "invalid_request")), answer.ToString());
    }

    [Test]
    public async Task A_parameter_that_comes_twice_is_refused_in_every_form()
    {
        var json = new StringContent("""{"grant_type":"client_credentials","grant_type":"client_credentials"}""", Encoding.UTF8, "application/json");
        var list = new StringContent("""{"grant_type":["client_credentials","client_credentials"]}""", Encoding.UTF8, "application/json");
        var parts = Parts(("grant_type", "client_credentials"), ("grant_type", "client_credentials"));

        foreach (var content in new HttpContent[] { json, list, parts })
        {
            var answer = await SendAsync(content, "/oauth/token", Basic());
            Assert.That((answer.Status, answer["error"].GetString()), Is.EqualTo((HttpStatusCode.BadRequest, "invalid_request")), answer.ToString());
        }
    }

    [Test]
    public async Task What_is_larger_than_parameters_are_is_refused()
    {
        var much = new string('x', 70_000);
        var json = new StringContent($$"""{"grant_type":"client_credentials","state":"{{much}}"}""", Encoding.UTF8, "application/json");
        var file = Parts(("grant_type", "client_credentials"));
        file.Add(new ByteArrayContent([1, 2, 3]), "state", "state.bin");

        foreach (var content in new HttpContent[] { json, Parts(("grant_type", "client_credentials"), ("state", much)), file })
        {
            var answer = await SendAsync(content, "/oauth/token", Basic());
            Assert.That((answer.Status, answer["error"].GetString()), Is.EqualTo((HttpStatusCode.BadRequest, "invalid_request")), answer.ToString());
        }
    }

    private static FormUrlEncodedContent Form(params (string Name, string Value)[] parameters) => new(parameters.Select(p => KeyValuePair.Create(p.Name, p.Value)));

    private static MultipartFormDataContent Parts(params (string Name, string Value)[] parameters)
    {
        var parts = new MultipartFormDataContent();
        foreach (var (name, value) in parameters)
            parts.Add(new StringContent(value), name);
        return parts;
    }

    private Task<ApiAnswer> SendAsync(string how, string path, params (string Name, string Value)[] parameters)
    {
        (string Name, string Value)[] all = [.. parameters, ("client_id", planner.ClientId), ("client_secret", planner.Secret!)];
        return SendAsync(how == "json" ? JsonContent.Create(all.ToDictionary(p => p.Name, p => p.Value)) : Parts(all), path, null);
    }

    private async Task<ApiAnswer> SendAsync(HttpContent content, string path, AuthenticationHeaderValue? credentials)
    {
        // As over the network; the length of JSON is told by what most libraries send.
        await content.LoadIntoBufferAsync();
        _ = content.Headers.ContentLength;
        using var client = world.Client();
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
        request.Headers.Authorization = credentials;
        return await client.AnswerAsync(request);
    }

    private AuthenticationHeaderValue Basic() => new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{planner.ClientId}:{planner.Secret}")));
}
