using System.IO.Compression;
using System.Net;
using System.Text.Json;
using OpenProject.Testing;
using static OpenProject.Api.Tests.Bcf.BcfArchives;

namespace OpenProject.Api.Tests.Bcf;

/// <summary>An operator has a project use building models, and moves its topics between installations, in processes of their own.</summary>
[TestFixture]
public sealed class BcfVerbTests
{
    [Test]
    public async Task Topics_go_out_of_one_project_and_come_into_another_installation()
    {
        using var here = new ApiServer();
        using var there = new ApiServer();
        using var client = here.Client();
        using var other = there.Client();
        await client.GetJsonAsync("/api/v3");
        await other.GetJsonAsync("/api/v3");
        var file = Path.Combine(here.DataDirectory, "topics.bcfzip");

        Assert.That((int)(await client.GetJsonAsync(Project)).Status, Is.EqualTo(404), "It uses no models yet.");
        var modules = await RunAsync(here, "project", "modules", "demo-project", "--enable", "bim", "--json");
        Assert.That(modules.GetRawText(), Does.Contain("\"bim\""));
        var made = await client.PostJsonAsync(Project + "/topics", new { title = "Travels", labels = new[] { "MEP" } });
        Assert.That(made.Status, Is.EqualTo(HttpStatusCode.Created), made.Text);
        var exported = await RunAsync(here, "bcf", "export", "demo-project", file, "--json");
        Assert.That(exported.GetProperty("bytes").GetInt64(), Is.EqualTo(new FileInfo(file).Length));
        await using (var zip = await ZipFile.OpenReadAsync(file))
            Assert.That(zip.GetEntry($"{made["guid"].GetString()}/markup.bcf"), Is.Not.Null);

        await RunAsync(there, "project", "modules", "demo-project", "--enable", "bim", "--json");
        var imported = await RunAsync(there, "bcf", "import", "demo-project", file, "--json");
        Assert.That((imported.GetProperty("created").GetInt32(), imported.GetProperty("warnings").GetArrayLength()), Is.EqualTo((1, 0)));
        var topic = await other.GetJsonAsync($"{Project}/topics/{made["guid"].GetString()}");
        Assert.That((topic["title"].GetString(), topic["labels/0"].GetString()), Is.EqualTo(("Travels", "MEP")));

        await using var refused = ServerProcess.Start(["bcf", "import", "demo-project", Path.Combine(here.DataDirectory, "openproject.db"), $"--Data:Directory={there.DataDirectory}"]);
        Assert.That(await refused.ExitCodeAsync(), Is.Not.Zero);
        Assert.That(refused.Errors, Does.Contain("It is no zip archive."));
    }

    private static async Task<JsonElement> RunAsync(ApiServer server, params string[] arguments)
    {
        await using var process = ServerProcess.Start([.. arguments, $"--Data:Directory={server.DataDirectory}"]);
        Assert.That(await process.ExitCodeAsync(), Is.Zero, process.Errors);
        return JsonElement.Parse(process.Output);
    }
}
