using System.Text.Encodings.Web;
using System.Text.Json;

namespace OpenProject.Api.Hal;

/// <summary>The JSON dialect of API v3 answers: compact, and readable text stays readable (bodies are never inlined in HTML).</summary>
public static class HalJson
{
    /// <summary>The content type of every answer.</summary>
    public const string ContentType = "application/hal+json; charset=utf-8";

    /// <summary>Escapes only what JSON demands.</summary>
    public static JavaScriptEncoder Encoder { get; } = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    /// <summary>For writers: structure is ours, so it is not validated again.</summary>
    public static JsonWriterOptions WriterOptions { get; } = new() { Encoder = Encoder, SkipValidation = true, MaxDepth = 64 };

    /// <summary>A name or value encoded once.</summary>
    public static JsonEncodedText Encode(string text) => JsonEncodedText.Encode(text, Encoder);
}
