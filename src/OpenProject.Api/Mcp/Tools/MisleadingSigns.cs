using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using OpenProject.Api.Hal;

namespace OpenProject.Api.Mcp.Tools;

/// <summary>
/// Signs that a person does not see, but a model reads: controls, those that turn the direction of text, and tags of Unicode. They are taken
/// out of lists; one resource is told as it is, as it may be sent back.
/// </summary>
internal static partial class MisleadingSigns
{
    /// <summary>The JSON without them: the same bytes where there are none, which is nearly always.</summary>
    public static ReadOnlyMemory<byte> TakenFrom(ReadOnlyMemory<byte> json, HalBuffer clean)
    {
        if (!Suspicious().IsMatch(Encoding.UTF8.GetString(json.Span)))
            return json;
        var reader = new Utf8JsonReader(json.Span, new JsonReaderOptions { MaxDepth = HalJson.WriterOptions.MaxDepth });
        while (reader.Read())
            Copy(ref reader, clean.Json);
        clean.Json.Flush();
        return clean.Written;
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
    [GeneratedRegex(@"[\u202A-\u202E\u2066-\u2069]|\uDB40[\uDC00-\uDC7F]|\\u(?:202[A-Ea-e]|206[6-9]|[Dd][Bb]40|00[01]|007[Ff])", RegexOptions.None, 1000)]
    private static partial Regex Suspicious();

    [GeneratedRegex(@"[\u202A-\u202E\u2066-\u2069\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]|\uDB40[\uDC00-\uDC7F]", RegexOptions.None, 1000)]
    private static partial Regex Misleading();
}
