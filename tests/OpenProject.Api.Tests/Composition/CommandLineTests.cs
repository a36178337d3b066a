using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using OpenProject.Testing;

namespace OpenProject.Api.Tests.Composition;

/// <summary>Runs the program as an operator does, in a process of its own.</summary>
[TestFixture]
public sealed class CommandLineTests
{
    private DirectoryInfo data = null!;
    private string migrated = null!;

    [OneTimeSetUp]
    public async Task Migrate()
    {
        data = Directory.CreateTempSubdirectory("openproject-verbs-");
        migrated = (await RunAsync("migrate", "--Seed:Demo=none")).Output;
    }

    [OneTimeTearDown]
    public void Delete() => data.Delete(recursive: true);

    [Test]
    public async Task A_token_is_one_JSON_object_on_the_output_whatever_is_logged()
    {
        var created = await RunAsync("token", "create", "--user", "ADMIN", "--name", "CI", "--expires", "2999-12-31", "--json", "--Logging:LogLevel:Default=Debug");

        Assert.That(migrated, Does.Match("^The administrator's API key, shown only this once: opapi-[0-9a-f]{40}\nThe password of the user admin, [^\n]+: [a-z2-9]{20}\\s*$"));
        Assert.That(created.Code, Is.Zero, created.Errors);
        Assert.That(created.Errors, Does.Contain("\"LogLevel\":\"Debug\""));
        var json = JsonElement.Parse(created.Output);
        Assert.That(json.EnumerateObject().Select(p => p.Name), Is.EqualTo(new[] { "token" }));
        Assert.That(json.GetProperty("token").GetString(), Does.Match("^opapi-[0-9a-f]{40}$"));
    }

    [Test]
    public async Task A_token_that_was_made_opens_the_API()
    {
        using var server = new ApiServer(("Seed:Demo", "none"));
        await server.Anonymous().GetJsonAsync("/health/live");

        var created = await RunAsync("token", "create", "--user", "admin", "--json", $"--Data:Directory={server.DataDirectory}");

        using var client = server.Client(JsonElement.Parse(created.Output).GetProperty("token").GetString()!);
        Assert.That((await client.GetJsonAsync("/api/v3"))["_links/user/title"].GetString(), Is.EqualTo("OpenProject Admin"));
    }

    [TestCase("No active user has the login 'nobody'.", "--user", "nobody")]
    [TestCase("'31.12.2999' is no day like 2027-12-31.", "--user", "admin", "--expires", "31.12.2999")]
    [TestCase("Expiration date must be in the future.", "--user", "admin", "--expires", "2020-01-01")]
    [TestCase("Option '--user' is required.", "--json")]
    public async Task What_is_wrong_is_said_in_a_line(string reason, params string[] options)
    {
        var refused = await RunAsync(["token", "create", .. options]);

        Assert.That(refused.Code, Is.EqualTo(1));
        Assert.That(refused.Errors.Trim(), Is.EqualTo(reason));
        Assert.That(refused.Output, Does.Not.Contain("opapi-"));
    }

    [Test]
    public async Task Without_a_database_the_operator_is_told_what_to_do()
    {
        var refused = await RunAsync("token", "create", "--user", "admin", $"--Data:Directory={Path.Combine(data.FullName, "none")}");

        Assert.That((refused.Code, refused.Output), Is.EqualTo((1, "")));
        Assert.That(refused.Errors, Does.Contain("migrate"));
    }

    [Test]
    public async Task An_address_that_is_taken_is_named_and_nothing_else_fails()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();

        var refused = await RunAsync($"--urls=http://{other.LocalEndpoint}");

        Assert.That(refused.Code, Is.EqualTo(1));
        Assert.That(refused.Errors, Is.EqualTo($"Failed to bind to address http://{other.LocalEndpoint}: address already in use."));
        Assert.That(refused.Output, Does.Contain("Hosting failed to start").And.Not.Contain("BackgroundService"));
    }

    // Arguments win over the environment.
    private async Task<(int Code, string Output, string Errors)> RunAsync(params string[] arguments)
    {
        await using var process = ServerProcess.Start(arguments, ("Data__Directory", data.FullName));
        return (await process.ExitCodeAsync(), process.Output, process.Errors);
    }
}
