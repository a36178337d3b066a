using System.Net.Http.Headers;
using System.Text;
using OpenProject.Testing;

namespace OpenProject.Api.Tests.JobStatuses;

/// <summary>Jobs of servers that are killed.</summary>
public sealed class KilledServerTests
{
    private const int WorkPackages = 40;

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
            for (var number = 0; number < WorkPackages; number++)
                await client.PostJsonAsync($"{self}/work_packages", new { subject = $"Number {number}" });
            var started = await client.PostJsonAsync($"{self}/copy", new { name = "Copied" });
            job = started.Headers.Location!.OriginalString;
            while ((await client.GetJsonAsync(job))["status"].GetString() == "in_queue")
                await Task.Delay(5);
        }

        await using var next = Start(data);
        using var later = await ClientAsync(next);
        var status = await later.GetJsonAsync(job);
        for (var wait = 0; wait < 60 && status["status"].GetString() == "in_process"; wait++)
        {
            await Task.Delay(1000);
            status = await later.GetJsonAsync(job);
        }

        Assert.That(status["status"].GetString(), Is.EqualTo("success"), status.ToString());
        var copies = (await later.GetJsonAsync("/api/v3/projects?pageSize=100"))["_embedded/elements"].EnumerateArray().Count(p => p.GetProperty("name").GetString() == "Copied");
        Assert.That(copies, Is.EqualTo(1));
        var copy = await later.GetJsonAsync(status["payload/_links/project/href"].GetString() + "/work_packages");
        Assert.That(copy["total"].GetInt32(), Is.EqualTo(WorkPackages));
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
