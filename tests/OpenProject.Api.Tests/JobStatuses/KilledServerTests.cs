using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.Data.Sqlite;
using OpenProject.Testing;

namespace OpenProject.Api.Tests.JobStatuses;

/// <summary>Jobs of servers that are killed.</summary>
public sealed class KilledServerTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    // The copy of a project of this name is never done with, as long as the trigger is there.
    private const string Hold = """
        CREATE TRIGGER hold BEFORE INSERT ON projects WHEN NEW.name = 'Copied' BEGIN
            SELECT count(*) FROM (WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n LIMIT 1000000000000);
        END
        """;

    [Test]
    public async Task What_a_killed_server_was_at_is_done_once_by_the_next()
    {
        using var data = new TemporaryDirectory();
        string job;
        await using (var killed = Start(data))
        {
            using var client = await ClientAsync(killed);
            var project = await client.PostJsonAsync("/api/v3/projects", new { name = "Survivor" });
            var self = project["_links/self/href"].GetString()!;
            await client.PostJsonAsync($"{self}/work_packages", new { subject = "Kept" });
            await ExecuteAsync(data, Hold);
            var started = await client.PostJsonAsync($"{self}/copy", new { name = "Copied" });
            job = started.Headers.Location!.OriginalString;
            Assert.That(await LeavesAsync(client, job, "in_queue"), Is.EqualTo("in_process"));
            Assert.That((await client.GetJsonAsync(job))["status"].GetString(), Is.EqualTo("in_process"), "It is held.");
        }

        Assert.That(await ExecuteAsync(data, "SELECT count(*) FROM projects WHERE name = 'Copied'"), Is.Zero, "Nothing of it is there.");
        await ExecuteAsync(data, "DROP TRIGGER hold");
        await ExecuteAsync(data, "UPDATE jobs SET leased_until = '2000-01-01 00:00:00'");
        await using var next = Start(data);
        using var later = await ClientAsync(next);
        Assert.That(await LeavesAsync(later, job, "in_process"), Is.EqualTo("success"));
        Assert.That(await ExecuteAsync(data, "SELECT attempts FROM jobs"), Is.EqualTo(2));
        var copies = (await later.GetJsonAsync("/api/v3/projects?pageSize=100"))["_embedded/elements"].EnumerateArray().Count(p => p.GetProperty("name").GetString() == "Copied");
        Assert.That(copies, Is.EqualTo(1));
        var copy = await later.GetJsonAsync((await later.GetJsonAsync(job))["payload/_links/project/href"].GetString() + "/work_packages");
        Assert.That(copy["total"].GetInt32(), Is.EqualTo(1));
    }

    // The status that follows.
    private static async Task<string?> LeavesAsync(HttpClient client, string job, string status)
    {
        for (var since = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(since) < Patience; await Task.Delay(100))
        {
            var now = (await client.GetJsonAsync(job))["status"].GetString();
            if (now != status)
                return now;
        }

        throw new TimeoutException($"{job} stays {status}.");
    }

    private static async Task<long> ExecuteAsync(TemporaryDirectory data, string sql)
    {
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(data.Path, "openproject.db"), Pooling = false }.ToString());
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync() as long? ?? 0;
    }

    private static ServerProcess Start(TemporaryDirectory data) =>
        ServerProcess.Start([$"--Data:Directory={data.Path}", $"--Seed:AdminApiKey={ApiServer.AdminApiKey}", "--Database:Synchronous=Normal"]);

    private static async Task<HttpClient> ClientAsync(ServerProcess server)
    {
        var address = (await server.ClientAsync()).BaseAddress;
        var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes("apikey:" + ApiServer.AdminApiKey)));
        return client;
    }
}
