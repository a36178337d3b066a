using System.IO.Compression;
using System.Text.Json;
using OpenProject.Application.Common;

namespace OpenProject.Api.V3;

/// <summary>
/// Query parameters that are too long for a URL come as one, <c>eprops</c>: base64 of zlib of a JSON object. They are
/// merged into the query before anything reads it.
/// </summary>
public static class EncodedProperties
{
    private const int MostBytes = 1024 * 1024;

    /// <summary>Replaces <c>eprops</c> by what it holds.</summary>
    public static Task Decode(HttpContext http, RequestDelegate next)
    {
        if (http.Request.Query.TryGetValue("eprops", out var encoded) && encoded is [{ Length: > 0 } text])
        {
            var query = http.Request.Query.Where(p => p.Key != "eprops").ToDictionary(p => p.Key, p => p.Value, StringComparer.OrdinalIgnoreCase);
            foreach (var (name, value) in Read(text))
                query[name] = value;
            http.Request.Query = new QueryCollection(query);
        }

        return next(http);
    }

    private static List<KeyValuePair<string, string>> Read(string text)
    {
        try
        {
            using var packed = new MemoryStream(Convert.FromBase64String(text.Replace(' ', '+')));
            using var zlib = new ZLibStream(packed, CompressionMode.Decompress);
            var json = new byte[MostBytes];
            var length = zlib.ReadAtLeast(json, MostBytes, throwOnEndOfStream: false);
            if (length == MostBytes)
                throw Invalid();
            using var document = JsonDocument.Parse(json.AsMemory(0, length));
            return [.. document.RootElement.EnumerateObject().Select(p => KeyValuePair.Create(
                p.Name, p.Value.ValueKind == JsonValueKind.String ? p.Value.GetString()! : p.Value.GetRawText()))];
        }
        catch (Exception e) when (e is FormatException or InvalidDataException or JsonException or InvalidOperationException)
        {
            throw Invalid();
        }
    }

    private static ProblemException Invalid() => new(new Problem.InvalidQuery("The query parameter 'eprops' is missing or malformed."));
}
