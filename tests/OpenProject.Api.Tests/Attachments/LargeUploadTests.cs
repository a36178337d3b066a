using System.Net;
using System.Net.Http.Headers;
using System.Text;
using OpenProject.Testing;

namespace OpenProject.Api.Tests.Attachments;

/// <summary>Files larger than the memory that a server has for them.</summary>
public sealed class LargeUploadTests
{
    private const long Gigabyte = 1L << 30;
    private const long MostExtraMemory = 50L << 20;

    [Test]
    public async Task A_gigabyte_passes_through_without_being_held_in_memory()
    {
        using var data = new TemporaryDirectory();
        await using var server = ServerProcess.Start(
            [$"--Data:Directory={data.Path}", $"--Seed:AdminApiKey={ApiServer.AdminApiKey}", $"--Attachments:MaxBytes={Gigabyte}", "--Database:Synchronous=Normal"]);
        using var client = await server.ClientAsync();
        client.DefaultRequestHeaders.Authorization =
            new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes("apikey:" + ApiServer.AdminApiKey)));
        client.Timeout = TimeSpan.FromMinutes(5);
        for (var warm = 0; warm < 3; warm++)
            Assert.That((await client.UploadAsync("/api/v3/attachments", "small", new byte[1 << 20])).Status, Is.EqualTo(HttpStatusCode.Created));
        var before = server.PeakMemory;

        var made = await client.UploadAsync("/api/v3/attachments", ApiUploads.Metadata(new { fileName = "large" }), ("file", new Zeros(Gigabyte)));
        Assert.That(made.Status, Is.EqualTo(HttpStatusCode.Created), made.ToString());
        Assert.That(made["fileSize"].GetInt64(), Is.EqualTo(Gigabyte));
        Assert.That(made["digest/hash"].GetString(), Is.EqualTo("cd573cfaace07e7949bc0c46028904ff"));
        var read = await ReadAsync(client, made["_links/downloadLocation/href"].GetString()!);

        await TestContext.Out.WriteLineAsync($"{(server.PeakMemory - before) >> 20} MiB more than the {before >> 20} MiB before.");
        Assert.That(read, Is.EqualTo(Gigabyte));
        Assert.That(server.PeakMemory - before, Is.LessThan(MostExtraMemory));
        Assert.That((await client.DeleteJsonAsync(made["_links/self/href"].GetString()!)).Status, Is.EqualTo(HttpStatusCode.NoContent));
    }

    private static async Task<long> ReadAsync(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(path, HttpCompletionOption.ResponseHeadersRead);
        await using var content = await answer.Content.ReadAsStreamAsync();
        var (buffer, count) = (new byte[1 << 20], 0L);
        for (int read; (read = await content.ReadAsync(buffer)) > 0;)
            count += read;
        return count;
    }

    /// <summary>So many zeros, made while they are sent.</summary>
    private sealed class Zeros(long length) : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            var chunk = new byte[1 << 20];
            for (var left = length; left > 0; left -= chunk.Length)
                await stream.WriteAsync(chunk.AsMemory(0, (int)Math.Min(left, chunk.Length)));
        }

        protected override bool TryComputeLength(out long computed)
        {
            computed = length;
            return true;
        }
    }
}
