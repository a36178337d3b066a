using System.Text.Json;
using System.Text.RegularExpressions;
using OpenProject.Api.Hal;

namespace OpenProject.Api.Mcp.Tools;

/// <summary>
/// Signs that a person does not see, but a model reads: controls, those that turn the direction of text or take no room, and tags of Unicode.
/// They are taken out of lists; one resource is told as it is, as it may be sent back. Joiners stay: scripts and emojis are written with them.
/// </summary>
internal static partial class MisleadingSigns
{
    private const int LongestQuote = 80;

    /// <summary>Whether there may be some in a JSON text; nearly never.</summary>
    public static bool MayBeIn(string json) => Suspicious().IsMatch(json);

    /// <summary>Copies JSON without them.</summary>
    public static void CopyWithout(ReadOnlySpan<byte> json, Utf8JsonWriter clean)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = HalJson.WriterOptions.MaxDepth });
        while (reader.Read())
            Copy(ref reader, clean);
        clean.Flush();
    }

    /// <summary>The beginning of what a caller sent, to be repeated to him.</summary>
    /// <param name="text">What was sent.</param>
    /// <param name="most">How many characters of it.</param>
    public static string Quoted(string text, int most = LongestQuote)
    {
        var clean = Misleading().Replace(text, "").ReplaceLineEndings(" ");
        return clean.Length <= most ? clean : char.IsHighSurrogate(clean[most - 1]) ? clean[..(most - 1)] : clean[..most];
    }

    private static void Copy(ref Utf8JsonReader reader, Utf8JsonWriter json)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                json.WriteStartObject();
                break;
            case JsonTokenType.EndObject:
                json.WriteEndObject();
                break;
            case JsonTokenType.StartArray:
                json.WriteStartArray();
                break;
            case JsonTokenType.EndArray:
                json.WriteEndArray();
                break;
            case JsonTokenType.PropertyName:
                json.WritePropertyName(reader.GetString()!);
                break;
            case JsonTokenType.String:
                json.WriteStringValue(Misleading().Replace(reader.GetString()!, ""));
                break;
            default:
                json.WriteRawValue(reader.ValueSpan, skipInputValidation: true);
                break;
        }
    }

    // In JSON they stand as they are, or escaped.
    [GeneratedRegex(
        @"[\u0080-\u009F\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF]|\uDB40[\uDC00-\uDC7F]"
        + @"|\\u(?:00[01]|007F|00[89]|061C|200[BEF]|202[A-E]|206|FEFF|DB40)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex Suspicious();

    [GeneratedRegex(
        @"[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF]|\uDB40[\uDC00-\uDC7F]", RegexOptions.None, 1000)]
    private static partial Regex Misleading();
}
