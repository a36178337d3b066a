using System.Net;
using Microsoft.Extensions.DependencyInjection;
using OpenProject.Application.Resources;
using OpenProject.Application.WorkPackages;
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
            await AskAsync(client, resource.Path.Value, resource.Accept(new DeclaredQueries(inWorkspace: false)), unanswered);
        }

        var workPackages = server.Services.GetRequiredService<ResourceRegistry>().All.Single(r => r.Path == WorkPackageResource.Location);
        await AskAsync(client, "/api/v3/workspaces/1/work_packages", workPackages.Accept(new DeclaredQueries(inWorkspace: true)), unanswered);

        Assert.That(unanswered, Is.Empty);
        Assert.That(SqlServerStatements.Recorder.Statements, Has.Count.GreaterThan(Fewest));
        Assert.That(await SqlServerStatements.CheckAsync(SqlServerStatements.Recorder), Is.Empty);
    }

    private static async Task AskAsync(HttpClient client, string path, IReadOnlyList<IReadOnlyList<string>> asked, List<string> unanswered)
    {
        foreach (var queries in asked)
            if (!await AnyIsAnsweredAsync(client, path, queries))
                unanswered.Add($"{path}?{Uri.UnescapeDataString(queries[0])}");
    }

    private static async Task<bool> AnyIsAnsweredAsync(HttpClient client, string path, IReadOnlyList<string> queries)
    {
        foreach (var query in queries)
            if ((await client.GetJsonAsync($"{path}?{query}")).Status == HttpStatusCode.OK)
                return true;
        return false;
    }
}
