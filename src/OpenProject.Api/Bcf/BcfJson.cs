using System.Text.Json;
using OpenProject.Api.Hal;

namespace OpenProject.Api.Bcf;

/// <summary>How BCF API 2.1 writes values.</summary>
internal static class BcfJson
{
    /// <summary>The content type of every answer in JSON.</summary>
    public const string ContentType = "application/json; charset=utf-8";

    /// <summary>A time: UTC with milliseconds (section 1.7).</summary>
    public static void WriteTime(this Utf8JsonWriter json, string name, DateTime value)
    {
        Span<byte> text = stackalloc byte[32];
        json.WriteString(name, text[..Iso8601.Format(value, text)]);
    }

    /// <summary>A day, or null.</summary>
    public static void WriteDay(this Utf8JsonWriter json, string name, DateOnly? value)
    {
        if (value is not { } day)
        {
            json.WriteNull(name);
            return;
        }

        Span<byte> text = stackalloc byte[16];
        json.WriteString(name, text[..Iso8601.Format(day, text)]);
    }

    /// <summary>A number, or null.</summary>
    public static void WriteInteger(this Utf8JsonWriter json, string name, int? value)
    {
        if (value is { } number)
            json.WriteNumber(name, number);
        else
            json.WriteNull(name);
    }

    /// <summary>A list of texts.</summary>
    public static void WriteTexts(this Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }
}
