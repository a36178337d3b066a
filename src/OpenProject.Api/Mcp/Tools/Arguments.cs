using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using OpenProject.Application.WorkPackages;

namespace OpenProject.Api.Mcp.Tools;

/// <summary>The kinds of arguments. Ids may come as text of digits, as models write them so; a fraction is no id.</summary>
internal static partial class Arguments
{
    /// <summary>The longest name.</summary>
    public const int NameLimit = 255;

    /// <summary>The longest text.</summary>
    public const int TextLimit = 64 * 1024;

    // What databases can keep and calendars can show, with room to reckon.
    private const int FirstYear = 1900;
    private const int LastYear = 2999;

    // All that a page of the server leads to; the last part of the path is the id.
    private static readonly string[] WorkPackagePaths = [WorkPackageResource.Location.Value + "/", "/work_packages/", "/wp/"];

    /// <summary>The id of one.</summary>
    public static Argument<long> Id(string name, string description) => new(name, description, WriteInteger, ReadId);

    /// <summary>The id of one, or null, which means that there is none.</summary>
    public static Argument<long?> IdOrNull(string name, string description) => new(
        name, description, json => WriteAnyOf(json, "integer", "null"), json => json.ValueKind == JsonValueKind.Null ? (null, null) : Optional(ReadId(json)));

    /// <summary>One id or several.</summary>
    public static Argument<IReadOnlyList<long>> Ids(string name, string description, int most = 100) => new(
        name,
        description,
        json =>
        {
            json.WriteStartArray("anyOf");
            json.WriteStartObject();
            json.WriteString("type", "integer");
            json.WriteEndObject();
            json.WriteStartObject();
            json.WriteString("type", "array");
            WriteItems(json, "integer");
            json.WriteNumber("maxItems", most);
            json.WriteEndObject();
            json.WriteEndArray();
        },
        json => json.ValueKind == JsonValueKind.Array ? ReadAll(json, most, ReadId) : ReadId(json) is (var id, null) ? ([id], null) : ([], "must be an id or a list of ids"));

    /// <summary>A work package: its id as a number or text, or an address of it.</summary>
    public static Argument<long> WorkPackage(string name, string description) => new(name, description, json => WriteAnyOf(json, "integer", "string"), ReadWorkPackage);

    /// <summary>What an address names something by: an id, or a short text.</summary>
    public static Argument<string> Key(string name, string description) => new(
        name,
        description,
        json => WriteAnyOf(json, "integer", "string"),
        json => ReadId(json) is (var id, null) ? (id.ToString(CultureInfo.InvariantCulture), null)
            : json.ValueKind == JsonValueKind.String && json.GetString() is { Length: > 0 and <= NameLimit } text && !text.Contains('\0', StringComparison.Ordinal) ? (text, null)
            : ("", "must be an id or an identifier"));

    /// <summary>Text in one line: a name, a word to look for.</summary>
    public static Argument<string> Name(string name, string description) => Text(name, description, NameLimit);

    /// <summary>Text.</summary>
    public static Argument<string> Text(string name, string description, int most = TextLimit) => new(
        name,
        description,
        json =>
        {
            json.WriteString("type", "string");
            json.WriteNumber("maxLength", most);
        },
        json => json.ValueKind != JsonValueKind.String ? ("", "must be a text")
            : json.GetString() is { } text && text.Contains('\0', StringComparison.Ordinal) ? ("", "must not contain NUL")
            : json.GetString()!.Length > most ? ("", $"must have at most {most} characters")
            : (json.GetString()!, null));

    /// <summary>One of a few words.</summary>
    public static Argument<string> OneOf(string name, string description, IReadOnlyList<string> words) => new(
        name,
        description,
        json =>
        {
            json.WriteString("type", "string");
            WriteWords(json, words);
        },
        json => json.ValueKind == JsonValueKind.String && words.Contains(json.GetString()!) ? (json.GetString()!, null) : ("", "must be one of " + string.Join(", ", words)));

    /// <summary>Some of a few words.</summary>
    public static Argument<IReadOnlyList<string>> Some(string name, string description, IReadOnlyList<string> words) => new(
        name,
        description,
        json =>
        {
            json.WriteString("type", "array");
            json.WriteStartObject("items");
            json.WriteString("type", "string");
            WriteWords(json, words);
            json.WriteEndObject();
        },
        json => json.ValueKind == JsonValueKind.Array
            ? ReadAll(json, words.Count, item => item.ValueKind == JsonValueKind.String && words.Contains(item.GetString()!) ? (item.GetString()!, null) : ("", "must be a list of " + string.Join(", ", words)))
            : ([], "must be a list of " + string.Join(", ", words)));

    /// <summary>Names of members.</summary>
    public static Argument<IReadOnlyList<string>> Names(string name, string description, int most = 100) => new(
        name,
        description,
        json =>
        {
            json.WriteString("type", "array");
            WriteItems(json, "string");
            json.WriteNumber("maxItems", most);
        },
        json => json.ValueKind == JsonValueKind.Array
            ? ReadAll(json, most, item => item.ValueKind == JsonValueKind.String && item.GetString() is { Length: <= NameLimit } text && !text.Contains('\0', StringComparison.Ordinal) ? (text, null) : ("", "must be a list of names"))
            : ([], "must be a list of names"));

    /// <summary>Yes or no.</summary>
    public static Argument<bool> Flag(string name, string description) => new(
        name, description, json => json.WriteString("type", "boolean"), json => json.ValueKind is JsonValueKind.True or JsonValueKind.False ? (json.GetBoolean(), null) : (false, "must be true or false"));

    /// <summary>A whole number within bounds.</summary>
    public static Argument<int> Number(string name, string description, int least, int most) => new(
        name,
        description,
        json =>
        {
            json.WriteString("type", "integer");
            json.WriteNumber("minimum", least);
            json.WriteNumber("maximum", most);
        },
        json => !(json.ValueKind == JsonValueKind.Number && json.TryGetInt32(out var number)) ? (0, "must be a whole number")
            : number < least ? (0, $"must be at least {least}")
            : number > most ? (0, $"must be at most {most}")
            : (number, null));

    /// <summary>A day, <c>YYYY-MM-DD</c>.</summary>
    public static Argument<DateOnly> Day(string name, string description) => new(
        name,
        description,
        json =>
        {
            json.WriteString("type", "string");
            json.WriteString("format", "date");
        },
        json => json.ValueKind == JsonValueKind.String && DateOnly.TryParseExact(json.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? (day, null)
            : (default, "must be a day like 2027-12-31"));

    /// <summary>A point in time as RFC 3339 has it, <c>2027-12-31T08:00:00Z</c>; read as UTC.</summary>
    public static Argument<DateTime> Moment(string name, string description) => new(
        name,
        description,
        json =>
        {
            json.WriteString("type", "string");
            json.WriteString("format", "date-time");
        },
        json => json.ValueKind == JsonValueKind.String && Zoned().IsMatch(json.GetString()!) && json.TryGetDateTimeOffset(out var moment) && moment.Year is >= FirstYear and <= LastYear
            ? (moment.UtcDateTime, null)
            : (default, "must be a time like 2027-12-31T08:00:00Z"));

    /// <summary>What API v3 takes for a body.</summary>
    public static Argument<JsonElement> Body(string name, string description) => new(
        name, description, json => json.WriteString("type", "object"), json => json.ValueKind == JsonValueKind.Object ? (json, null) : (default, "must be an object"));

    /// <summary>Several objects.</summary>
    public static Argument<IReadOnlyList<JsonElement>> Bodies(string name, string description, int most) => new(
        name,
        description,
        json =>
        {
            json.WriteString("type", "array");
            WriteItems(json, "object");
            json.WriteNumber("maxItems", most);
        },
        json => json.ValueKind == JsonValueKind.Array
            ? ReadAll<JsonElement>(json, most, item => item.ValueKind == JsonValueKind.Object ? (item, null) : (default, "must be a list of objects"))
            : ([], "must be a list of objects"));

    /// <summary>Bytes, as base64 (RFC 4648 section 4).</summary>
    public static Argument<byte[]> Base64(string name, string description, int mostBytes) => new(
        name,
        description,
        json =>
        {
            json.WriteString("type", "string");
            json.WriteString("contentEncoding", "base64");
        },
        json => json.ValueKind != JsonValueKind.String || !json.TryGetBytesFromBase64(out var bytes) ? ([], "must be base64")
            : bytes.Length > mostBytes ? ([], $"must have at most {mostBytes} bytes")
            : (bytes, null));

    /// <summary>A list of anything, that is read later.</summary>
    public static Argument<JsonElement> List(string name, string description) => new(
        name,
        description,
        json => json.WriteString("type", "array"),
        json => json.ValueKind == JsonValueKind.Array ? (json, null) : (default, "must be a list"));

    /// <summary>How long something took: <c>1h 30m</c>, <c>1.5h</c>, <c>90m</c>, or as ISO 8601 has it (<c>PT1H30M</c>).</summary>
    public static Argument<string> Span(string name, string description) => new(
        name,
        description,
        json => json.WriteString("type", "string"),
        json => json.ValueKind == JsonValueKind.String && SpentHours.Parse(json.GetString()!) is { } text ? (text, null) : ("", "must be a duration like 1h 30m"));

    private static (long Value, string? Expected) ReadId(JsonElement json)
    {
        if (json.ValueKind == JsonValueKind.Number && json.TryGetInt64(out var number) && number > 0)
            return (number, null);
        return json.ValueKind == JsonValueKind.String && TryParse(json.GetString()!, out var id) ? (id, null) : (0, "must be an id, a whole number above 0");
    }

    private static (long Value, string? Expected) ReadWorkPackage(JsonElement json)
    {
        if (ReadId(json) is (var id, null))
            return (id, null);
        const string expected = "must be the id of a work package or its address";
        if (json.ValueKind != JsonValueKind.String)
            return (0, expected);
        var text = json.GetString()!;
        foreach (var path in WorkPackagePaths)
        {
            var at = text.LastIndexOf(path, StringComparison.Ordinal);
            if (at >= 0 && TryParse(text[(at + path.Length)..], out var named))
                return (named, null);
        }

        return text.StartsWith('#') && TryParse(text[1..], out var numbered) ? (numbered, null) : (0, expected);
    }

    private static bool TryParse(string text, out long id) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out id) && id > 0;

    private static (long? Value, string? Expected) Optional((long Value, string? Expected) read) => (read.Value, read.Expected);

    private static (IReadOnlyList<T> Value, string? Expected) ReadAll<T>(JsonElement json, int most, Func<JsonElement, (T Value, string? Expected)> read)
    {
        if (json.GetArrayLength() > most)
            return ([], $"must have at most {most} elements");
        var values = new List<T>(json.GetArrayLength());
        foreach (var item in json.EnumerateArray())
        {
            var (value, expected) = read(item);
            if (expected is not null)
                return ([], expected);
            values.Add(value);
        }

        return values.Count == 0 ? ([], "must not be empty") : (values, null);
    }

    private static void WriteInteger(Utf8JsonWriter json)
    {
        json.WriteString("type", "integer");
        json.WriteNumber("minimum", 1);
    }

    private static void WriteWords(Utf8JsonWriter json, IReadOnlyList<string> words)
    {
        json.WriteStartArray("enum");
        foreach (var word in words)
            json.WriteStringValue(word);
        json.WriteEndArray();
    }

    private static void WriteItems(Utf8JsonWriter json, string type)
    {
        json.WriteStartObject("items");
        json.WriteString("type", type);
        json.WriteEndObject();
    }

    // One type each: clients of a stricter dialect pass over tools whose types are lists.
    private static void WriteAnyOf(Utf8JsonWriter json, params ReadOnlySpan<string> types)
    {
        json.WriteStartArray("anyOf");
        foreach (var type in types)
        {
            json.WriteStartObject();
            json.WriteString("type", type);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    // A time without its zone would be that of the server.
    [GeneratedRegex(@"T.*(?:Z|[+-]\d\d:\d\d)\z", RegexOptions.None, 1000)]
    private static partial Regex Zoned();
}
