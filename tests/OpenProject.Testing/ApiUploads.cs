using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace OpenProject.Testing;

/// <summary>Uploads of API v3.</summary>
public static class ApiUploads
{
    /// <summary>POST of a file with its metadata.</summary>
    public static Task<ApiAnswer> UploadAsync(
        this HttpClient client, string path, string fileName, byte[] content, string contentType = "application/octet-stream", string? description = null) =>
        client.UploadAsync(path, Metadata(new { fileName, description = new { raw = description } }), File(content, contentType));

    /// <summary>POST of any parts, each with its name; null ones are left out.</summary>
    public static async Task<ApiAnswer> UploadAsync(this HttpClient client, string path, params (string Name, HttpContent Content)[] parts)
    {
        using var form = new MultipartFormDataContent();
        foreach (var (name, content) in parts)
        {
            if (name == "file")
                form.Add(content, name, "ignored.name");
            else
                form.Add(content, name);
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = form };
        return await client.AnswerAsync(request);
    }

    /// <summary>The part that says what the file is called.</summary>
    public static (string Name, HttpContent Content) Metadata(object metadata) =>
        ("metadata", new StringContent(metadata as string ?? JsonSerializer.Serialize(metadata), Encoding.UTF8, "application/json"));

    /// <summary>The part that is the file.</summary>
    public static (string Name, HttpContent Content) File(byte[] content, string contentType = "application/octet-stream") =>
        ("file", new ByteArrayContent(content) { Headers = { ContentType = MediaTypeHeaderValue.Parse(contentType) } });
}
