using System.Net;
using System.Net.Http.Headers;
using System.Text;
using OpenProject.Testing;
using OpenProject.Testing.Logs;

namespace OpenProject.Api.Tests.OAuth;

/// <summary>That secrets would be found in the logs of the suite, if they were there (<see cref="AfterAllTests"/> looks).</summary>
[TestFixture]
public sealed class SuiteLogTests
{
    [Test]
    public async Task The_secrets_of_a_request_are_known()
    {
        using var form = new HttpRequestMessage(HttpMethod.Post, "/oauth/token")
        {
            Content = new FormUrlEncodedContent([KeyValuePair.Create("code_verifier", "a-verifier-of-some-length"), KeyValuePair.Create("client_id", "not-secret-but-long-too")]),
        };
        using var basic = new HttpRequestMessage(HttpMethod.Get, "/api/v3");
        basic.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes("apikey:" + ApiServer.AdminApiKey)));
        using var json = new HttpRequestMessage(HttpMethod.Post, "/api/v3/users") { Content = new StringContent("""{"login":"somebody","password": "a password of some length"}""") };
        using var client = new HttpClient();

        Assert.That(await WireSecrets.OfAsync(form, client.DefaultRequestHeaders), Is.EqualTo(new[] { "a-verifier-of-some-length" }));
        Assert.That(await WireSecrets.OfAsync(basic, client.DefaultRequestHeaders), Does.Contain(ApiServer.AdminApiKey));
        Assert.That(await WireSecrets.OfAsync(json, client.DefaultRequestHeaders), Is.EqualTo(new[] { "a password of some length" }));
    }

    [Test]
    public void The_secrets_of_an_answer_are_known()
    {
        using var response = new HttpResponseMessage(HttpStatusCode.Redirect);
        response.Headers.Location = new Uri("https://planner.example/cb?code=abcdefghijklmnopqrstuvwxyz&state=x");
        response.Headers.Add("Set-Cookie", "_open_project_session=0123456789abcdef0123; path=/; httponly");

        var secrets = WireSecrets.Of(new ApiAnswer(response.StatusCode, response.Headers, response.Content.Headers, """{"access_token":"ABCDEFGHIJKLMNOPQRSTUVWXYZ","token_type":"Bearer"}"""));

        Assert.That(secrets, Is.EquivalentTo(new[] { "abcdefghijklmnopqrstuvwxyz", "0123456789abcdef0123", "ABCDEFGHIJKLMNOPQRSTUVWXYZ" }));
    }

    [Test]
    public void A_line_that_tells_one_is_found()
    {
        string[] lines = ["GET /api/v3 took 3 ms", "token ABCDEFGHIJKLMNOPQRSTUVWXYZ is wrong", "GET /?x=a%20password%20of%20some%20length"];

        Assert.That(WireSecrets.In(lines, ["ABCDEFGHIJKLMNOPQRSTUVWXYZ", "a password of some length"]), Is.EqualTo(lines[1..]));
    }
}
