using System.Text.Json;

namespace OpenProject.Api.Mcp.Tools.Sets;

/// <summary>Markdown of what API v3 has no attribute for, told as it tells texts.</summary>
internal static class SourceText
{
    /// <summary>Writes a member.</summary>
    public static void Write(Utf8JsonWriter json, string name, string? raw)
    {
        json.WriteStartObject(name);
        json.WriteString("format", "markdown");
        json.WriteString("raw", raw ?? "");
        json.WriteEndObject();
    }
}
