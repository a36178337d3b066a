using System.Net;
using System.Net.Http.Headers;
using System.Text;
using OpenProject.Testing;

namespace OpenProject.Api.Tests.Notifications;

/// <summary>Servers that are killed right after they have answered.</summary>
public sealed class KilledServerTests
{
    private const int Rounds = 3;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Test]
    public async Task What_was_answered_is_told_by_the_next_server_and_once()
    {
        using var data = new TemporaryDirectory();
        string[] settings = [$"--Data:Directory={data.Path}", $"--Seed:AdminApiKey={ApiServer.AdminApiKey}"];
        var mira = "";
        for (var round = 0; round < Rounds; round++)
        {
            await using var killed = ServerProcess.Start(settings);
            using var admin = await ClientAsync(killed, ApiServer.AdminApiKey);
            mira = mira.Length > 0 ? mira : (await admin.GetJsonAsync("/api/v3/users/mira"))["_links/self/href"].GetString()!;
            var made = await admin.PostJsonAsync("/api/v3/projects/demo-project/work_packages", new { subject = $"Round {round}", _links = new { assignee = new { href = mira } } });
            Assert.That(made.Status, Is.EqualTo(HttpStatusCode.Created), made.ToString());
        }

        await using var token = ServerProcess.Start(["token", "create", "--user", "mira", "--name", "Tests", $"--Data:Directory={data.Path}"]);
        Assert.That(await token.ExitCodeAsync(), Is.Zero, token.Errors);
        await using var server = ServerProcess.Start(settings);
        using var client = await ClientAsync(server, token.Output.Trim());
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        using var patience = new CancellationTokenSource(Patience);
        while ((await client.GetJsonAsync("/api/v3/notifications"))["total"].GetInt32() < Rounds)
            await timer.WaitForNextTickAsync(patience.Token);

        var told = (await client.GetJsonAsync("/api/v3/notifications"))["_embedded/elements"].EnumerateArray()
            .Select(n => n.GetProperty("_links").GetProperty("resource").GetProperty("title").GetString());
        Assert.That(told, Is.EquivalentTo(Enumerable.Range(0, Rounds).Select(round => $"Round {round}")));
    }

    private static async Task<HttpClient> ClientAsync(ServerProcess server, string key)
    {
        var client = await server.ClientAsync();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes("apikey:" + key)));
        return client;
    }
}
