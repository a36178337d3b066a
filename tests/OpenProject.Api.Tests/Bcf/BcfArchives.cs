using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Xml.Linq;
using OpenProject.Testing;

namespace OpenProject.Api.Tests.Bcf;

/// <summary>Archives of topics in tests: made, sent, fetched and looked into.</summary>
internal static class BcfArchives
{
    /// <summary>The project that they are of.</summary>
    public const string Project = ApiModels.Root + "/projects/demo-project";

    /// <summary>The topics of an archive as the server writes it.</summary>
    public static async Task<byte[]> ExportAsync(this HttpClient client, string project = Project)
    {
        using var answer = await client.GetAsync(project + "/bcfzip");
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK), await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadAsByteArrayAsync();
    }

    /// <summary>POST of an archive.</summary>
    public static async Task<ApiAnswer> ImportAsync(this HttpClient client, byte[] archive, string project = Project)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, project + "/bcfzip") { Content = new ByteArrayContent(archive) };
        return await client.AnswerAsync(request);
    }

    /// <summary>A body of bytes with its name, as the standard has them.</summary>
    public static async Task<ApiAnswer> SendBytesAsync(this HttpClient client, HttpMethod method, string path, string? name, byte[] bytes)
    {
        using var request = new HttpRequestMessage(method, path) { Content = new ByteArrayContent(bytes) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        if (name is not null)
            request.Content.Headers.ContentDisposition = name.All(char.IsAscii)
                ? new ContentDispositionHeaderValue("attachment") { FileName = $"\"{name}\"" }
                : new ContentDispositionHeaderValue("attachment") { FileNameStar = name };
        return await client.AnswerAsync(request);
    }

    /// <summary>An archive of version 2.1, or of another.</summary>
    public static byte[] Archive(string version, params (string Name, string Text)[] files) =>
        Zip([("bcf.version", Bytes($"<Version VersionId=\"{version}\"/>")), .. files.Select(f => (f.Name, Bytes(f.Text)))]);

    /// <summary>Any archive.</summary>
    public static byte[] Zip(params (string Name, byte[] Bytes)[] files)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in files)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return bytes.ToArray();
    }

    /// <summary>The bytes of a text.</summary>
    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    /// <summary>A file in XML.</summary>
    public static XElement Read(ZipArchive zip, string name)
    {
        using var entry = zip.GetEntry(name)!.Open();
        return XElement.Load(entry);
    }
}
