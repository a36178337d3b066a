using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using OpenProject.Application.Scim.Clients;
using OpenProject.Application.Users;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;

namespace OpenProject.Api.Tests.Scim;

/// <summary>A server with a client of SCIM, and what its requests look like.</summary>
public sealed class ScimWorld : IDisposable
{
    public const string UserSchema = "urn:ietf:params:scim:schemas:core:2.0:User";
    public const string GroupSchema = "urn:ietf:params:scim:schemas:core:2.0:Group";
    public const string PatchSchema = "urn:ietf:params:scim:api:messages:2.0:PatchOp";

    private int users;

    private ScimWorld(ApiServer server) => Server = server;

    public ApiServer Server { get; }

    /// <summary>Calls as the client.</summary>
    public HttpClient Client { get; private set; } = null!;

    public static Task<ScimWorld> StartAsync(DatabaseProvider provider, params (string Name, string? Value)[] settings) =>
        StartAsync(new ApiServer(provider, [("Seed:Demo", "None"), .. settings]));

    public static async Task<ScimWorld> StartAsync(ApiServer server)
    {
        var world = new ScimWorld(server);
        world.Client = await world.ClientAsync("Directory");
        return world;
    }

    /// <summary>Makes a client of SCIM, and calls as it.</summary>
    public async Task<HttpClient> ClientAsync(string name, string? provider = null) => Bearing((await MakeAsync(new ScimClientDraft(name, provider))).Token!);

    /// <summary>Makes a client of SCIM.</summary>
    public async Task<ScimClientSecret> MakeAsync(ScimClientDraft draft)
    {
        await using var scope = Server.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<OperatorService>().ActAsync(CancellationToken.None);
        return await scope.ServiceProvider.GetRequiredService<ScimClientService>().CreateAsync(draft, CancellationToken.None);
    }

    /// <summary>Calls with a bearer token.</summary>
    public HttpClient Bearing(string token)
    {
        var client = Server.Anonymous();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    /// <summary>A user to be made.</summary>
    public static Dictionary<string, object?> User(string userName, string? externalId = null) => new(StringComparer.Ordinal)
    {
        ["schemas"] = new[] { UserSchema },
        ["userName"] = userName,
        ["externalId"] = externalId,
        ["name"] = new { givenName = "Barbara", familyName = "Jensen" },
        ["emails"] = new[] { new { value = userName.Contains('@', StringComparison.Ordinal) ? userName : userName + "@example.net", type = "work", primary = true } },
        ["active"] = true,
    };

    /// <summary>Makes a user and returns the id.</summary>
    public async Task<string> UserAsync(string? userName = null)
    {
        var answer = await Client.PostJsonAsync("/scim_v2/Users", User(userName ?? $"user{++users}"));
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.Created), answer.ToString());
        return answer["id"].GetString()!;
    }

    /// <summary>Makes a group of users and returns its id.</summary>
    public async Task<string> GroupAsync(string name, params string[] members)
    {
        var answer = await Client.PostJsonAsync("/scim_v2/Groups", new { schemas = new[] { GroupSchema }, displayName = name, members = members.Select(id => new { value = id }) });
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.Created), answer.ToString());
        return answer["id"].GetString()!;
    }

    /// <summary>Changes a resource by operations that are written as JSON.</summary>
    public Task<ApiAnswer> PatchAsync(string path, string operations) =>
        Client.PatchJsonAsync("/scim_v2/" + path, $$"""{"schemas":["{{PatchSchema}}"],"Operations":[{{operations}}]}""");

    public Task<ApiAnswer> PutAsync(string path, object body) => Client.AnswerAsync(HttpMethod.Put, "/scim_v2/" + path, body);

    /// <summary>The user names, or display names, of a list, in order.</summary>
    public async Task<IReadOnlyList<string>> NamesAsync(string path, string attribute = "userName")
    {
        var answer = await Client.GetJsonAsync("/scim_v2/" + path);
        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.OK), answer.ToString());
        return [.. answer["Resources"].EnumerateArray().Select(resource => resource.GetProperty(attribute).GetString()!)];
    }

    /// <summary>Sends a request with a header.</summary>
    public async Task<ApiAnswer> WithAsync(HttpMethod method, string path, string header, string value, string? body = null, string type = "application/scim+json")
    {
        using var request = new HttpRequestMessage(method, "/scim_v2/" + path);
        request.Headers.TryAddWithoutValidation(header, value);
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, type);
        return await Client.AnswerAsync(request);
    }

    /// <summary>The answer is a SCIM error (RFC 7644 section 3.12).</summary>
    public static void AssertError(ApiAnswer answer, int status, string? scimType = null)
    {
        Assert.That((int)answer.Status, Is.EqualTo(status), answer.ToString());
        Assert.That(answer.ContentHeaders.ContentType?.ToString(), Is.EqualTo("application/scim+json; charset=utf-8"));
        Assert.That(answer["schemas/0"].GetString(), Is.EqualTo("urn:ietf:params:scim:api:messages:2.0:Error"));
        Assert.That(answer["status"].GetString(), Is.EqualTo(status.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        Assert.That(answer.Body.TryGetProperty("scimType", out var type) ? type.GetString() : null, Is.EqualTo(scimType), answer.ToString());
        Assert.That(answer["detail"].GetString(), Is.Not.Empty);
    }

    public void Dispose()
    {
        Client.Dispose();
        Server.Dispose();
    }
}
