using System.Net;
using System.Text.Json;
using OpenProject.Testing;

namespace OpenProject.Api.Tests.Scim;

/// <summary>Clients of SCIM on the command line, beside a server that runs.</summary>
[TestFixture]
public sealed class VerbTests
{
    [Test]
    public async Task A_client_that_an_operator_makes_comes_in_until_he_disables_it()
    {
        using var server = new ApiServer(("Seed:Demo", "None"));
        using var client = server.Anonymous();
        await client.GetJsonAsync("/health/live");

        var made = await RunAsync(server, "create", "--name", "Entra ID");
        Assert.That(made.EnumerateObject().Select(member => member.Name), Is.EqualTo(new[] { "id", "token", "clientId", "clientSecret" }));
        Assert.That(made.GetProperty("token").GetString(), Does.Match("^opscim-[0-9a-f]{40}$"));
        client.DefaultRequestHeaders.Authorization = new("Bearer", made.GetProperty("token").GetString());
        Assert.That((await client.GetJsonAsync("/scim_v2/Users")).Status, Is.EqualTo(HttpStatusCode.OK));

        var id = made.GetProperty("id").ToString();
        var another = (await RunAsync(server, "token", id)).GetProperty("token").GetString();
        var listed = await RunAsync(server, "list");
        Assert.That(listed[0].GetProperty("name").GetString(), Is.EqualTo("Entra ID"));
        Assert.That(listed[0].GetProperty("tokens").GetArrayLength(), Is.EqualTo(2));
        Assert.That(listed.ToString(), Does.Not.Contain(another));

        Assert.That((await RunAsync(server, "disable", id)).GetProperty("enabled").GetBoolean(), Is.False);
        client.DefaultRequestHeaders.Authorization = new("Bearer", another);
        ScimWorld.AssertError(await client.GetJsonAsync("/scim_v2/Users"), 401);
    }

    private static async Task<JsonElement> RunAsync(ApiServer server, params string[] arguments)
    {
        await using var process = ServerProcess.Start(["scim-client", .. arguments, "--json"], ("Data__Directory", server.DataDirectory));
        Assert.That(await process.ExitCodeAsync(), Is.Zero, process.Errors);
        return JsonElement.Parse(process.Output);
    }

    [TestCase("nothing that is JSON", "Scim:Clients must be a JSON list of clients")]
    [TestCase("""[{"name":"Keycloak","jwt_sub":"robot"}]""", "each needs name, jwt_sub and auth_provider_slug")]
    [TestCase("""[{"name":"Keycloak","jwt_sub":"robot","auth_provider_slug":"unheard-of"}]""", "Provider is not one of the configured OpenID Connect providers.")]
    public async Task A_server_does_not_start_with_clients_that_cannot_be(string given, string reason)
    {
        using var data = new TemporaryDirectory();
        await using var server = ServerProcess.Start([$"--Data:Directory={data.Path}", "--Seed:Demo=none"], ("OPENPROJECT_SCIM__CLIENTS", given));

        Assert.That(await server.ExitCodeAsync(), Is.Not.Zero);
        Assert.That(server.Errors, Does.Contain(reason));
    }
}
