using System.Text.Json;
using OpenProject.Domain.FileLinks;

namespace OpenProject.Api.Hal.Writers;

/// <summary>Writes what is known of a linked file; what is not known is left out.</summary>
internal static class OriginDataWriter
{
    private static readonly Action<Utf8JsonWriter, DateTime> WriteTime = ValueWriters.For<DateTime>();

    /// <summary>Writes the object.</summary>
    public static void Write(Utf8JsonWriter json, OriginData value)
    {
        json.WriteStartObject();
        json.WriteString("id", value.Id);
        json.WriteString("name", value.Name);
        Write(json, "mimeType", value.MimeType);
        if (value.Size is { } size)
            json.WriteNumber("size", size);
        Write(json, "createdAt", value.CreatedAt);
        Write(json, "lastModifiedAt", value.LastModifiedAt);
        Write(json, "createdByName", value.CreatedByName);
        Write(json, "lastModifiedByName", value.LastModifiedByName);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
            json.WriteString(name, text);
    }

    private static void Write(Utf8JsonWriter json, string name, DateTime? time)
    {
        if (time is not { } moment)
            return;
        json.WritePropertyName(name);
        WriteTime(json, moment);
    }
}
