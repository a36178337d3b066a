using System.Buffers.Text;
using System.Text.Json;
using OpenProject.Application.Resources;

namespace OpenProject.Api.Hal.Writers;

/// <summary>Writes link objects. Hrefs are put together in stack memory; no object is made per link.</summary>
internal static class LinkJson
{
    private const int LongestNumber = 20;

    /// <summary>A link to a resource, with its title where it has one.</summary>
    public static void Write(Utf8JsonWriter json, in Reference target)
    {
        json.WriteStartObject();
        WriteHref(json, target);
        if (target.Title is { } title)
            json.WriteString(Names.Title, title);
        json.WriteEndObject();
    }

    /// <summary>A link whose href is known as text.</summary>
    public static void Write(
        Utf8JsonWriter json, string? href, string? title = null, string? method = null, bool isTemplated = false, (string Name, string Href)? payload = null)
    {
        json.WriteStartObject();
        json.WriteString(Names.Href, href);
        if (title is not null)
            json.WriteString(Names.Title, title);
        if (method is not null)
            json.WriteString(Names.Method, method);
        if (isTemplated)
            json.WriteBoolean(Names.Templated, true);
        if (payload is { } body)
        {
            json.WriteStartObject("payload");
            json.WritePropertyName(body.Name);
            Write(json, body.Href);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteHref(Utf8JsonWriter json, in Reference target)
    {
        if (target.Code is not null || target.IsUndisclosed)
        {
            json.WriteString(Names.Href, target.Href);
            return;
        }

        var prefix = target.Path.Prefix.Span;
        Span<byte> href = stackalloc byte[prefix.Length + LongestNumber];
        prefix.CopyTo(href);
        Utf8Formatter.TryFormat(target.Id, href[prefix.Length..], out var digits);
        json.WriteString(Names.Href, href[..(prefix.Length + digits)]);
    }
}
