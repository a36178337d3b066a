using System.Buffers.Text;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using OpenProject.Application.OAuthApplications;
using OpenProject.Application.Users;
using OpenProject.Testing;

namespace OpenProject.Api.Tests.Bcf;

/// <summary>A day of a tool for building models: it knows an address and nothing else.</summary>
[TestFixture]
public sealed class BcfToolTests
{
    private const string Callback = "https://tool.example/callback";
    private const string Verifier = "a-verifier-of-a-tool-that-is-long-enough-for-rfc-7636";
    private const string Password = "Correct-horse-7-battery";

    [TestCase(false)]
    [TestCase(true)]
    public async Task A_tool_signs_a_person_in_and_works_on_issues(bool registersItself)
    {
        using var server = new ApiServer(("Bcf:DynamicRegistration", registersItself ? "true" : "false"));
        await server.UseModelsAsync("demo-project");
        await server.AccountAsync("ada", Password);
        await server.JoinAsync("ada", 3, "Project admin");

        // It finds out where to go, and lets a person in.
        using var tool = server.Anonymous();
        Assert.That((await tool.GetJsonAsync("/bcf/versions"))["versions/0/version_id"].GetString(), Is.EqualTo("2.1"));
        var auth = await tool.GetJsonAsync("/bcf/2.1/auth");
        var (id, secret) = registersItself ? await IntroduceAsync(tool, new Uri(auth["oauth2_dynamic_client_reg_url"].GetString()!)) : await RegisterAsync(server);
        using var browser = Browser.Of(server);
        var code = await AgreeAsync(browser, new Uri(auth["oauth2_auth_url"].GetString()!), id);
        tool.DefaultRequestHeaders.Authorization = await TokenAsync(tool, new Uri(auth["oauth2_token_url"].GetString()!), id, secret, code);

        // It looks around.
        Assert.That((await tool.GetJsonAsync("/bcf/2.1/current-user"))["id"].GetString(), Is.EqualTo("ada@example.net"));
        var project = "/bcf/2.1/projects/" + (await tool.GetJsonAsync("/bcf/2.1/projects"))["0/project_id"].GetString();
        var extensions = await tool.GetJsonAsync(project + "/extensions");
        Assert.That(extensions["topic_actions"].EnumerateArray().Select(a => a.GetString()), Does.Contain("createViewpoint").And.Contain("delete"));

        // It reports a clash, with what it looks like.
        var type = extensions["topic_type/0"].GetString();
        var made = await tool.PostJsonAsync(project + "/topics", new { title = "Duct hits beam", topic_type = type, labels = new[] { "MEP" }, assigned_to = extensions["user_id_type/0"].GetString() });
        Assert.That(made.Status, Is.EqualTo(HttpStatusCode.Created), made.Text);
        var topic = $"{project}/topics/{made["guid"].GetString()}";
        byte[] picture = [0xFF, 0xD8, 0xFF, 0xE0, .. Encoding.ASCII.GetBytes("a picture")];
        var at = new { x = 1.25, y = 2.5, z = 3.75 };
        var view = await tool.PostJsonAsync(topic + "/viewpoints", new
        {
            perspective_camera = new { camera_view_point = at, camera_direction = at, camera_up_vector = at, field_of_view = 60 },
            snapshot = new { snapshot_type = "jpg", snapshot_data = Convert.ToBase64String(picture) },
            components = new { selection = new[] { new { ifc_guid = "2MF28NhmDBiRVyFakgdbCT" } }, visibility = new { default_visibility = true } },
        });
        Assert.That(view.Status, Is.EqualTo(HttpStatusCode.Created), view.Text);
        Assert.That(await tool.GetByteArrayAsync($"{topic}/viewpoints/{view["guid"].GetString()}/snapshot"), Is.EqualTo(picture));
        var said = await tool.PostJsonAsync(topic + "/comments", new { comment = "See there", viewpoint_guid = view["guid"].GetString() });
        Assert.That(said.Status, Is.EqualTo(HttpStatusCode.Created), said.Text);

        // It finds the clash again, changes it, and is told of nothing but what is newer than what it knows.
        var found = await tool.GetJsonAsync($"{project}/topics?$filter=contains(labels,'MEP') and creation_author eq 'ada@example.net'");
        Assert.That(found.Body.GetArrayLength(), Is.EqualTo(1));
        var known = found["0/modified_date"].GetString();
        Assert.That((await tool.GetJsonAsync($"{project}/topics?$filter=modified_date gt {known}")).Text, Is.EqualTo("[]"));
        var status = found["0/authorization/topic_status"].EnumerateArray().Select(s => s.GetString()).Last();
        var put = await tool.AnswerAsync(HttpMethod.Put, topic, new { title = "Duct hits beam", topic_type = type, topic_status = status, labels = new[] { "MEP" } });
        Assert.That((put.Status, put["topic_status"].GetString()), Is.EqualTo((HttpStatusCode.OK, status)));
        Assert.That((await tool.GetJsonAsync($"{project}/topics?$filter=modified_date gt {known}"))["0/guid"].GetString(), Is.EqualTo(made["guid"].GetString()));
        Assert.That((await tool.GetJsonAsync(topic + "/events")).Body.GetArrayLength(), Is.Positive);

        // It cleans up.
        Assert.That((await tool.AnswerAsync(HttpMethod.Delete, topic)).Status, Is.EqualTo(HttpStatusCode.NoContent));
        Assert.That((await tool.GetJsonAsync(topic)).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    private static async Task<(string Id, string Secret)> IntroduceAsync(HttpClient tool, Uri registration)
    {
        var answer = await tool.PostJsonAsync(registration.PathAndQuery, new { client_name = "Tool", client_description = "Finds clashes", client_url = "https://tool.example", redirect_url = Callback });
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.Created), answer.ToString());
        return (answer["client_id"].GetString()!, answer["client_secret"].GetString()!);
    }

    private static async Task<(string Id, string Secret)> RegisterAsync(ApiServer server)
    {
        await using var scope = server.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<OperatorService>().ActAsync(CancellationToken.None);
        var made = await scope.ServiceProvider.GetRequiredService<OAuthApplicationService>().CreateAsync(
            new OAuthApplicationDraft("Tool", [Callback], Confidential: true, ["bcf_v2_1"]), CancellationToken.None);
        return (made.ClientId, made.Secret!);
    }

    private static async Task<string> AgreeAsync(Browser browser, Uri authorize, string clientId)
    {
        var challenge = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier)));
        var path = QueryHelpers.AddQueryString(authorize.PathAndQuery, new Dictionary<string, string?>
        {
            ["response_type"] = "code", ["client_id"] = clientId, ["redirect_uri"] = Callback, ["scope"] = "bcf_v2_1", ["state"] = "s",
            ["code_challenge"] = challenge, ["code_challenge_method"] = "S256",
        });
        await browser.SignInAsync("ada", Password);
        var answer = await browser.SubmitAsync(path, "/oauth/authorize", ("decision", "allow"));
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.Redirect), answer.ToString());
        return QueryHelpers.ParseQuery(answer.Headers.Location!.Query)["code"].Single()!;
    }

    private static async Task<AuthenticationHeaderValue> TokenAsync(HttpClient tool, Uri token, string id, string secret, string code)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, token.PathAndQuery)
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["grant_type"] = "authorization_code", ["code"] = code, ["redirect_uri"] = Callback, ["code_verifier"] = Verifier,
                ["client_id"] = id, ["client_secret"] = secret,
            }),
        };
        var answer = await tool.AnswerAsync(request);
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.OK), answer.ToString());
        return new AuthenticationHeaderValue("Bearer", answer["access_token"].GetString());
    }
}
