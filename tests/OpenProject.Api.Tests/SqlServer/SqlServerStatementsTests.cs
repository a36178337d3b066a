using System.Net;
using Microsoft.Extensions.DependencyInjection;
using OpenProject.Application.Resources;
using OpenProject.Testing;
using OpenProject.Testing.SqlServer;

namespace OpenProject.Api.Tests.SqlServer;

/// <summary>Asks for everything that the declarations offer. What else the suite asks, <see cref="AfterAllTests"/> checks at the end.</summary>
[TestFixture]
public sealed class SqlServerStatementsTests
{
    private const int Fewest = 100;

    private ApiServer server = null!;

    [OneTimeSetUp]
    public void Start() => server = new ApiServer();

    [OneTimeTearDown]
    public void Stop() => server.Dispose();

    [Test]
    public async Task Whatever_a_list_is_asked_is_a_statement_that_SQL_Server_takes()
    {
        using var client = server.Client();
        var unanswered = new List<string>();
        foreach (var resource in server.Services.GetRequiredService<ResourceRegistry>().All)
        {
            if ((await client.GetJsonAsync(resource.Path.Value)).Status != HttpStatusCode.OK)
                continue;

            await client.GetJsonAsync($"{resource.Path.Value}/1");
            foreach (var queries in resource.Accept(new DeclaredQueries()))
                if (!await AnyIsAnsweredAsync(client, resource, queries))
                    unanswered.Add($"{resource.Path.Value}?{Uri.UnescapeDataString(queries[0])}");
        }

        Assert.That(unanswered, Is.Empty);
        Assert.That(SqlServerStatements.Recorder.Statements, Has.Count.GreaterThan(Fewest));
        Assert.That(await SqlServerStatements.CheckAsync(SqlServerStatements.Recorder), Is.Empty);
    }

    private static async Task<bool> AnyIsAnsweredAsync(HttpClient client, IResource resource, IReadOnlyList<string> queries)
    {
        foreach (var query in queries)
            if ((await client.GetJsonAsync($"{resource.Path.Value}?{query}")).Status == HttpStatusCode.OK)
                return true;
        return false;
    }
}
