using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace OpenProject.Testing;

/// <summary>
/// Enough of the protocol of S3 for a client to keep objects in one bucket: whole or in parts, on a free port of this
/// machine, in memory. It looks at no signature.
/// </summary>
public sealed class S3StandIn : IAsyncDisposable
{
    private const string Xml = "application/xml";

    private LoopbackServer server = null!;
    private readonly ConcurrentDictionary<string, (byte[] Content, string? ContentType, bool IsEncrypted)> objects = new();
    private readonly ConcurrentDictionary<string, (string Key, ConcurrentDictionary<int, byte[]> Parts)> uploads = new();

    private readonly ConcurrentQueue<int> parts = [];

    private S3StandIn()
    {
    }

    /// <summary>The bucket.</summary>
    public const string Bucket = "files";

    /// <summary>Where it listens.</summary>
    public string Address => server.Address.TrimEnd('/');

    /// <summary>Whether it encrypts what comes with a key of its own, so that tags are no digests.</summary>
    public bool Encrypts { get; set; }

    /// <summary>The keys of what it keeps.</summary>
    public IReadOnlyCollection<string> Keys => [.. objects.Keys];

    /// <summary>The keys of uploads in parts that have not ended.</summary>
    public IReadOnlyCollection<string> Begun => [.. uploads.Values.Select(u => u.Key)];

    /// <summary>How many parts each upload had that has ended.</summary>
    public IReadOnlyCollection<int> Parts => [.. parts];

    /// <summary>Has an upload in parts begin, and never end.</summary>
    public void Begin(string key) => uploads[Guid.NewGuid().ToString("N")] = (key, new() { [1] = [1] });

    /// <summary>Starts it.</summary>
    public static async Task<S3StandIn> StartAsync()
    {
        var store = new S3StandIn();
        store.server = await LoopbackServer.StartAsync(store.AnswerAsync);
        return store;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => server.DisposeAsync();

    private async Task AnswerAsync(HttpContext http)
    {
        var (request, response) = (http.Request, http.Response);
        var key = request.Path.Value![(Bucket.Length + 1)..].TrimStart('/');
        var upload = request.Query["uploadId"].ToString();
        switch (request.Method)
        {
            case "GET" when key.Length == 0 && request.Query.ContainsKey("uploads"):
                var begun = uploads.Where(u => u.Value.Key.StartsWith(request.Query["prefix"].ToString(), StringComparison.Ordinal));
                await WriteAsync(response, $"<ListMultipartUploadsResult>{string.Concat(begun.Select(u => $"<Upload><Key>{u.Value.Key}</Key><UploadId>{u.Key}</UploadId></Upload>"))}</ListMultipartUploadsResult>");
                break;
            case "HEAD" when objects.TryGetValue(key, out var told):
                response.ContentLength = told.Content.Length;
                response.Headers.ETag = told.IsEncrypted ? TagOf(Encoding.UTF8.GetBytes(key)) : TagOf(told.Content);
                if (told.IsEncrypted)
                    response.Headers["x-amz-server-side-encryption"] = "aws:kms";
                break;
            case "HEAD":
                response.StatusCode = 404;
                break;
            case "POST" when key.Length == 0 && request.HasFormContentType:
                await TakeAsync(http);
                break;
            case "GET" when objects.TryGetValue(key, out var found):
                response.ContentType = request.Query["response-content-type"].FirstOrDefault() ?? found.ContentType;
                if (request.Query["response-content-disposition"].FirstOrDefault() is { } disposition)
                    response.Headers.ContentDisposition = disposition;
                await response.Body.WriteAsync(found.Content);
                break;
            case "GET":
                response.StatusCode = 404;
                await WriteAsync(response, "<Error><Code>NoSuchKey</Code></Error>");
                break;
            case "POST" when request.Query.ContainsKey("uploads"):
                var id = Guid.NewGuid().ToString("N");
                uploads[id] = (key, new());
                await WriteAsync(response, $"<InitiateMultipartUploadResult><Bucket>{Bucket}</Bucket><Key>{key}</Key><UploadId>{id}</UploadId></InitiateMultipartUploadResult>");
                break;
            case "PUT" when upload.Length > 0:
                var part = await ReadAsync(request);
                uploads[upload].Parts[int.Parse(request.Query["partNumber"].ToString(), CultureInfo.InvariantCulture)] = part;
                response.Headers.ETag = TagOf(part);
                break;
            case "PUT":
                var whole = await ReadAsync(request);
                objects[key] = (whole, request.ContentType, Encrypts);
                response.Headers.ETag = TagOf(whole);
                break;
            case "POST" when uploads.TryRemove(upload, out var ended):
                parts.Enqueue(ended.Parts.Count);
                objects[key] = ([.. ended.Parts.OrderBy(p => p.Key).SelectMany(p => p.Value)], null, Encrypts);
                await WriteAsync(response, $"<CompleteMultipartUploadResult><Bucket>{Bucket}</Bucket><Key>{key}</Key><ETag>&quot;parts&quot;</ETag></CompleteMultipartUploadResult>");
                break;
            case "DELETE":
                if (upload.Length > 0)
                    uploads.TryRemove(upload, out _);
                else
                    objects.TryRemove(key, out _);
                response.StatusCode = 204;
                break;
            default:
                response.StatusCode = 501;
                break;
        }
    }

    private static Task WriteAsync(HttpResponse response, string xml)
    {
        response.ContentType = Xml;
        return response.WriteAsync("""<?xml version="1.0" encoding="UTF-8"?>""" + xml);
    }

#pragma warning disable CA5351 // S3 tells MD5 digests.
    private static string TagOf(byte[] content) => $"\"{Convert.ToHexStringLower(MD5.HashData(content))}\"";
#pragma warning restore CA5351

    // A form that a browser posts: its policy says what is taken and until when, the last part is the file.
    private async Task TakeAsync(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync();
        using var policy = JsonDocument.Parse(Convert.FromBase64String(form["policy"].ToString()));
        var range = policy.RootElement.GetProperty("conditions").EnumerateArray().First(c => c.ValueKind == JsonValueKind.Array && c[0].GetString() == "content-length-range");
        using var content = new MemoryStream();
        await form.Files["file"]!.CopyToAsync(content);
        if (content.Length < range[1].GetInt64() || content.Length > range[2].GetInt64())
        {
            http.Response.StatusCode = 400;
            await WriteAsync(http.Response, "<Error><Code>EntityTooLarge</Code></Error>");
            return;
        }

        objects[form["key"].ToString()] = (content.ToArray(), form["Content-Type"].ToString(), Encrypts);
        http.Response.StatusCode = 204;
    }

    // Bodies whose length is signed come in chunks, each behind a line: 1000;chunk-signature=…
    private static async Task<byte[]> ReadAsync(HttpRequest request)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        var sent = body.ToArray();
        if (!request.Headers["x-amz-content-sha256"].ToString().StartsWith("STREAMING-", StringComparison.Ordinal))
            return sent;
        using var content = new MemoryStream();
        for (var at = 0; at < sent.Length;)
        {
            var end = sent.AsSpan(at).IndexOf("\r\n"u8) + at;
            var length = int.Parse(Encoding.ASCII.GetString(sent, at, end - at).Split(';')[0], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            if (length == 0)
                break;
            content.Write(sent, end + 2, length);
            at = end + 2 + length + 2;
        }

        return content.ToArray();
    }
}
