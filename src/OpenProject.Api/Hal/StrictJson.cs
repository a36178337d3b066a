using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace OpenProject.Api.Hal;

/// <summary>
/// JSON whose text is text: valid UTF-8 and no half of a surrogate pair, which <see cref="JsonDocument"/> itself only
/// notices when a value is read.
/// </summary>
public static class StrictJson
{
    /// <summary>Parses, or leaves as <see cref="JsonException"/>.</summary>
    public static JsonDocument Parse(ReadOnlyMemory<byte> utf8, int maxDepth)
    {
        if (!Utf8.IsValid(utf8.Span))
            throw new JsonException("The text is not valid UTF-8.");
        CheckEscapes(utf8.Span, maxDepth);
        return JsonDocument.Parse(utf8, new JsonDocumentOptions { MaxDepth = maxDepth });
    }

    /// <summary>Parses a text of a query string; null when it is no JSON, or deeper than any parameter has to be.</summary>
    public static JsonDocument? TryParse(string text)
    {
        try
        {
            return Parse(Encoding.UTF8.GetBytes(text), maxDepth: 16);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static void CheckEscapes(ReadOnlySpan<byte> utf8, int maxDepth)
    {
        var reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = maxDepth });
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && reader.ValueIsEscaped)
                    _ = reader.GetString();
            }
        }
        catch (InvalidOperationException exception)
        {
            throw new JsonException("The text has half of a surrogate pair.", exception);
        }
    }
}
