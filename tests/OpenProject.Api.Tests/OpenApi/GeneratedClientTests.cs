using System.Text.Json;
using System.Text.RegularExpressions;
using OpenProject.Testing;

namespace OpenProject.Api.Tests.OpenApi;

/// <summary>
/// A client of npm that is made from the served description, in <c>tests/api-clients</c>, against a server process with the small demo. Without
/// Node.js or its registry it is skipped; with <c>REQUIRE_NPM=1</c> it fails.
/// </summary>
[TestFixture]
public sealed partial class GeneratedClientTests
{
    private readonly NodeProject clients = new("api-clients");
    private readonly TemporaryDirectory data = new();
    private ServerProcess? server;
    private string world = "";

    [OneTimeSetUp]
    public async Task Start()
    {
        await clients.InstallAsync();
        server = ServerProcess.Start([$"--Data:Directory={data.Path}", $"--Seed:AdminApiKey={ApiServer.AdminApiKey}"]);
        using var client = await server.ClientAsync();
        world = JsonSerializer.Serialize(new { @base = client.BaseAddress!.ToString().TrimEnd('/'), token = ApiServer.AdminApiKey });
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        if (server is not null)
            await server.DisposeAsync();
        data.Dispose();
    }

    [Test]
    public async Task A_client_made_from_the_description_reads_and_writes()
    {
        var (code, output) = await clients.RunAsync("node", ["--test", "--test-reporter=tap", "openapi-client-axios.test.mjs"], variables: ("API_CLIENTS_WORLD", world));

        Assert.That(code, Is.Zero, output);
        Assert.That(Passed().Match(output).Groups["count"].Value, Is.EqualTo("2"), output);
        Assert.That(output, Does.Contain("# skipped 0").And.Contain("# todo 0"));
    }

    [GeneratedRegex("^# pass (?<count>[0-9]+)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Passed();
}
