using System.Net;
using System.Text.RegularExpressions;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing;
using OpenProject.Testing.Databases;

namespace OpenProject.Api.Tests.Composition;

/// <summary>
/// Processes that find the same new database at the same moment: one prepares it, the others wait, and all of them agree
/// on which installation it is.
/// </summary>
[OnEachDatabase]
public sealed partial class SimultaneousStartTests(DatabaseProvider provider)
{
    private const int Many = 8;

    private readonly List<ServerProcess> started = [];
    private TemporaryDirectory data = null!;
    private string? connectionString;

    [SetUp]
    public async Task Find_a_place_for_a_new_database()
    {
        data = new TemporaryDirectory();
        connectionString = provider == DatabaseProvider.SqlServer ? await SqlServerContainer.NewDatabaseAsync() : null;
    }

    [TearDown]
    public async Task End_and_remove()
    {
        foreach (var process in started)
            await process.DisposeAsync();
        started.Clear();
        data.Dispose();
        if (connectionString is not null)
            await SqlServerContainer.DropDatabaseAsync(connectionString);
    }

    [Test, Repeat(3)]
    public async Task Servers_are_one_installation_with_one_administrator_key()
    {
        var servers = Start(Many);
        var clients = await Task.WhenAll(servers.Select(server => server.ClientAsync()));

        var ready = await Task.WhenAll(clients.Select(client => client.GetJsonAsync("/health/ready")));
        var uuids = await Task.WhenAll(clients.Select(UuidAsync));
        var user = await UserOfKeyAsync(clients[^1], Keys(servers).Single());

        Assert.That(ready.Select(answer => answer.Status), Is.All.EqualTo(HttpStatusCode.OK));
        Assert.That(uuids, Is.All.EqualTo(uuids[0]));
        Assert.That(uuids[0], Does.Match("^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$"));
        Assert.That(user, Is.EqualTo("OpenProject Admin"));
        Assert.That(servers.Select(server => server.HasEnded), Is.All.False);
        Assert.That(servers.Select(server => server.Errors), Is.All.Empty);
        Assert.That(servers.SelectMany(server => server.Output.Split('\n')).Where(line => Complaint().IsMatch(line)), Is.Empty);
        foreach (var client in clients)
            client.Dispose();
    }

    [Test]
    public async Task The_verb_migrate_fills_the_database_once()
    {
        var migrations = Start(Many, "migrate");
        var codes = await Task.WhenAll(migrations.Select(migration => migration.ExitCodeAsync()));

        Assert.That(codes, Is.All.Zero, string.Join('\n', migrations.Select(migration => migration.Errors)));
        Assert.That(migrations.SelectMany(migration => migration.Errors.Split('\n')).Where(line => Complaint().IsMatch(line)), Is.Empty);
        Assert.That(migrations.Count(migration => migration.Output.Length > 0), Is.EqualTo(1));

        using var client = await Start(1).Single().ClientAsync();
        Assert.That(await UserOfKeyAsync(client, Keys(migrations).Single()), Is.EqualTo("OpenProject Admin"));
    }

    private List<ServerProcess> Start(int count, params string[] verb)
    {
        (string, string)[] database = connectionString is null
            ? []
            : [("Database__Provider", "SqlServer"), ("Database__ConnectionString", connectionString), ("Database__MigrateOnStart", "true")];
        var processes = Enumerable.Range(0, count).Select(_ => ServerProcess.Start([.. verb, $"--Data:Directory={data.Path}"], database)).ToList();
        started.AddRange(processes);
        return processes;
    }

    private static IEnumerable<string> Keys(IEnumerable<ServerProcess> processes) =>
        processes.SelectMany(process => ApiKey().Matches(process.Output)).Select(key => key.Value);

    private static async Task<string?> UuidAsync(HttpClient client) =>
        (await client.GetJsonAsync("/.well-known/openproject-metadata"))["installation_uuid"].GetString();

    private static async Task<string?> UserOfKeyAsync(HttpClient client, string key)
    {
        client.DefaultRequestHeaders.Authorization = new("Bearer", key);
        return (await client.GetJsonAsync("/api/v3"))["_links/user/title"].GetString();
    }

    [GeneratedRegex("opapi-[0-9a-f]{40}", RegexOptions.None, 1000)]
    private static partial Regex ApiKey();

    [GeneratedRegex("\"LogLevel\":\"(Warning|Error|Critical)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Complaint();
}
