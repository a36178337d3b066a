using System.Globalization;
using System.Text.Json;
using OpenProject.Api.Errors;
using OpenProject.Api.Hal;
using OpenProject.Application.Scim.Attributes;
using OpenProject.Application.Scim.Groups;

namespace OpenProject.Api.Scim;

/// <summary>What bodies of SCIM share (RFC 7644 section 3.1).</summary>
internal static class ScimJson
{
    /// <summary>The content type of every answer.</summary>
    public const string ContentType = "application/scim+json; charset=utf-8";

    /// <summary>The schema of lists.</summary>
    public const string ListResponse = "urn:ietf:params:scim:api:messages:2.0:ListResponse";

    /// <summary>Writes the attributes of a record as an object.</summary>
    public static void Write(Utf8JsonWriter json, ScimRecord record)
    {
        json.WriteStartObject();
        foreach (var (attribute, value) in record.Values)
        {
            json.WritePropertyName(attribute.Name);
            Write(json, value);
        }

        json.WriteEndObject();
    }

    /// <summary>Writes the member <c>schemas</c>.</summary>
    public static void WriteSchemas(this Utf8JsonWriter json, string urn)
    {
        json.WriteStartArray("schemas");
        json.WriteStringValue(urn);
        json.WriteEndArray();
    }

    /// <summary>Writes a moment in whole seconds, as all moments are published.</summary>
    public static void WriteMoment(this Utf8JsonWriter json, DateTime moment)
    {
        Span<char> text = stackalloc char[20];
        moment.TryFormat(text, out _, "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        json.WriteStringValue(text);
    }

    /// <summary>Sends a body.</summary>
    public static async Task SendAsync(HttpContext http, int status, Action<Utf8JsonWriter> write)
    {
        using var buffer = new HalBuffer();
        write(buffer.Json);
        buffer.Json.Flush();
        await ErrorBody.WriteAsync(http, status, ContentType, buffer.Written);
    }

    private static void Write(Utf8JsonWriter json, ScimMembers members)
    {
        json.WriteStartArray();
        foreach (var member in members.Members)
        {
            json.WriteStartObject();
            foreach (var part in members.Parts)
                WritePart(json, part.Name, member, members.Users);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WritePart(Utf8JsonWriter json, string part, ScimMember member, string users)
    {
        Span<char> digits = stackalloc char[20];
        member.UserId.TryFormat(digits, out var length, provider: CultureInfo.InvariantCulture);
        switch (part)
        {
            case ScimGroupType.ValueName:
                json.WriteString(part, digits[..length]);
                break;
            case ScimGroupType.TypeName:
                json.WriteString(part, ScimGroupType.MemberKind);
                break;
            case ScimGroupType.DisplayPart when member.Name is { } name:
                json.WriteString(part, name);
                break;
            case ScimGroupType.ReferenceName:
                json.WriteString(part, $"{users}{digits[..length]}");
                break;
        }
    }

    private static void Write(Utf8JsonWriter json, object value)
    {
        switch (value)
        {
            case string text:
                json.WriteStringValue(text);
                break;
            case bool truth:
                json.WriteBooleanValue(truth);
                break;
            case DateTime moment:
                json.WriteMoment(moment);
                break;
            case ScimRecord record:
                Write(json, record);
                break;
            case List<ScimRecord> list:
                json.WriteStartArray();
                foreach (var element in list)
                    Write(json, element);
                json.WriteEndArray();
                break;
            case ScimMembers members:
                Write(json, members);
                break;
            case string[] texts:
                json.WriteStartArray();
                foreach (var text in texts)
                    json.WriteStringValue(text);
                json.WriteEndArray();
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(value), value, "No kind of value that attributes have.");
        }
    }
}
