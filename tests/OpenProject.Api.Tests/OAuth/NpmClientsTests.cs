using System.Text.RegularExpressions;
using OpenProject.Testing;

namespace OpenProject.Api.Tests.OAuth;

/// <summary>
/// Independent clients of npm, in <c>tests/oauth-clients</c>, against a server process that was set up on its command line.
/// Without Node.js or its registry they are skipped; with <c>REQUIRE_NPM=1</c> they fail.
/// </summary>
[TestFixture]
public sealed partial class NpmClientsTests
{
    private const string Password = "Correct-horse-7-battery";
    private const string Callback = "http://127.0.0.1:8123/callback";

    private readonly NodeProject clients = new("oauth-clients");
    private readonly TemporaryDirectory data = new();
    private ServerProcess? server;
    private string world = "";

    [OneTimeSetUp]
    public async Task Start()
    {
        await clients.InstallAsync();
        await VerbAsync("", "migrate", "--Seed:Demo=none");
        await AccountAsync("ada", "Ada", "Lovelace");
        await AccountAsync("robot", "Planner", "Robot");
        var planner = await VerbAsync("", "oauth-app", "create", "--name", "Planner", "--redirect-uri", Callback, "--scope", "api_v3", "--client-credentials-user", "robot", "--json");
        var pocket = await VerbAsync("", "oauth-app", "create", "--name", "Pocket", "--redirect-uri", Callback, "--scope", "api_v3", "--public", "--json");
        var assistant = await VerbAsync("", "oauth-app", "create", "--name", "Assistant", "--redirect-uri", Callback, "--scope", "mcp", "--client-credentials-user", "robot", "--json");
        var token = await VerbAsync("", "token", "create", "--user", "ada", "--name", "Script", "--json");
        server = ServerProcess.Start([$"--Data:Directory={data.Path}"]);
        using var client = await server.ClientAsync();
        var address = client.BaseAddress!.ToString().TrimEnd('/');
        world = $$"""{"base":"{{address}}","person":{"login":"ada","password":"{{Password}}"},"token":{{TokenOf(token)}},"planner":{{planner}},"pocket":{{pocket}},"assistant":{{assistant}}}""";
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        if (server is not null)
            await server.DisposeAsync();
        data.Dispose();
    }

    [TestCase("oauth4webapi", 12)]
    [TestCase("openid-client", 5)]
    [TestCase("mcp-sdk", 2)]
    [TestCase("mcp-server", 3)]
    [TestCase("mcp-inspector", 6)]
    [TestCase("mcp-conformance", 1)]
    public async Task The_client_gets_along_with_the_server(string client, int tests)
    {
        var (code, output) = await clients.RunAsync("node", ["--test", "--test-reporter=tap", client + ".test.mjs"], variables: ("OAUTH_CLIENTS_WORLD", world));

        Assert.That(code, Is.Zero, output);
        Assert.That(Passed().Match(output).Groups["count"].Value, Is.EqualTo($"{tests}"), output);
        Assert.That(output, Does.Contain("# skipped 0").And.Contain("# todo 0"));
    }

    private static string TokenOf(string printed) => System.Text.Json.JsonElement.Parse(printed).GetProperty("token").GetRawText();

    private Task<string> AccountAsync(string login, string first, string last) =>
        VerbAsync(Password + "\n", "user", "create", "--login", login, "--first-name", first, "--last-name", last, "--email", login + "@example.net", "--password-stdin", "--keep-password", "--json");

    private async Task<string> VerbAsync(string input, params string[] arguments)
    {
        await using var verb = ServerProcess.Start([.. arguments, $"--Data:Directory={data.Path}"], input);
        return await verb.ExitCodeAsync() == 0 ? verb.Output : throw new InvalidOperationException(verb.Errors);
    }

    [GeneratedRegex("^# pass (?<count>[0-9]+)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Passed();
}
