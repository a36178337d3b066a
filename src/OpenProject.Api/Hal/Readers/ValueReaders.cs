using System.Globalization;
using System.Text.Json;
using OpenProject.Application.Grids;
using OpenProject.Application.Notifications;
using OpenProject.Application.Queries;
using OpenProject.Application.Resources;

namespace OpenProject.Api.Hal.Readers;

/// <summary>Parses a JSON value to an attribute's type; false when it has another shape.</summary>
public delegate bool ValueReader<TValue>(JsonElement json, out TValue value);

/// <summary>Parses each kind of value that attributes can hold. Looked up once per field, then called without boxing.</summary>
public static class ValueReaders
{
    private const int MostItems = 100;

    private static readonly Dictionary<Type, (Delegate Reader, string Expected)> Readers = new()
    {
        [typeof(string)] = ((ValueReader<string?>)ReadText, "text"),
        [typeof(int)] = ((ValueReader<int>)ReadInteger, "an integer"),
        [typeof(int?)] = (Nullable<int>(ReadInteger), "an integer"),
        [typeof(long)] = ((ValueReader<long>)ReadLong, "an integer"),
        [typeof(bool)] = ((ValueReader<bool>)ReadFlag, "true or false"),
        [typeof(bool?)] = (Nullable<bool>(ReadFlag), "true or false"),
        [typeof(double)] = ((ValueReader<double>)ReadNumber, "a number"),
        [typeof(double?)] = (Nullable<double>(ReadNumber), "a number"),
        [typeof(DateOnly)] = ((ValueReader<DateOnly>)ReadDate, "YYYY-MM-DD (ISO 8601 date only)"),
        [typeof(DateOnly?)] = (Nullable<DateOnly>(ReadDate), "YYYY-MM-DD (ISO 8601 date only)"),
        [typeof(DateTime)] = ((ValueReader<DateTime>)ReadTime, "YYYY-MM-DDThh:mm:ss.lllZ or any ISO 8601 date and time"),
        [typeof(DateTime?)] = (Nullable<DateTime>(ReadTime), "YYYY-MM-DDThh:mm:ss.lllZ or any ISO 8601 date and time"),
        [typeof(Duration?)] = (Nullable<Duration>(ReadDuration), "ISO 8601 duration"),
        [typeof(DayCount?)] = (Nullable<DayCount>(ReadDays), "ISO 8601 duration"),
        [typeof(Formattable)] = ((ValueReader<Formattable>)ReadFormattable, "{ \"raw\": \"text\" }"),
        [typeof(Sentences)] = ((ValueReader<Sentences>)ReadSentences, "[{ \"raw\": \"text\" }]"),
        [typeof(long?)] = (Nullable<long>(ReadLong), "an integer"),
        [typeof(TextList)] = ((ValueReader<TextList>)ReadTexts, "[\"text\"]"),
        [typeof(TextMap)] = ((ValueReader<TextMap>)ReadTextMap, "{ \"name\": \"text\" }"),
        [typeof(PositionMap)] = ((ValueReader<PositionMap>)ReadPositions, "{ \"1\": 0 }"),
        [typeof(KeptObject)] = ((ValueReader<KeptObject?>)GridWidgetReader.ReadOptions, "{ \"type\": \"free\" }"),
        [typeof(GridWidgets)] = ((ValueReader<GridWidgets>)GridWidgetReader.Read, "[{ \"identifier\": \"news\", \"startRow\": 1, \"endRow\": 2, \"startColumn\": 1, \"endColumn\": 2 }]"),
        [typeof(NotificationWishes)] = ((ValueReader<NotificationWishes>)NotificationWishReader.Read, "[{ \"assignee\": true, \"_links\": { \"project\": ... } }]"),
        [typeof(FilterInstances)] = ((ValueReader<FilterInstances>)FilterInstanceReader.Read, "[{ \"_links\": { \"filter\": ..., \"operator\": ... } }]"),
    };

    /// <summary>Whether a type of value is read at all; some are only written.</summary>
    public static bool Has<TValue>() => Readers.ContainsKey(typeof(TValue));

    /// <summary>The reader for a type of value.</summary>
    public static ValueReader<TValue> For<TValue>() => (ValueReader<TValue>)Readers[typeof(TValue)].Reader;

    /// <summary>What a value of the type looks like, for error messages.</summary>
    public static string Expected<TValue>() => Readers[typeof(TValue)].Expected;

    /// <summary>The lock version that a client says it has read, a number or its text; null when it is neither.</summary>
    public static int? VersionOf(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Number when json.TryGetInt32(out var number) => number,
        JsonValueKind.String when int.TryParse(json.GetString(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) => number,
        _ => null,
    };

    private static ValueReader<TValue?> Nullable<TValue>(ValueReader<TValue> reader)
        where TValue : struct =>
        (JsonElement json, out TValue? value) =>
        {
            value = null;
            if (json.ValueKind == JsonValueKind.Null)
                return true;
            var isRead = reader(json, out var read);
            value = read;
            return isRead;
        };

    private static bool ReadText(JsonElement json, out string? value)
    {
        value = json.ValueKind == JsonValueKind.String ? json.GetString() : null;
        return json.ValueKind is JsonValueKind.String or JsonValueKind.Null;
    }

    private static bool ReadInteger(JsonElement json, out int value)
    {
        value = 0;
        return json.ValueKind == JsonValueKind.Number && json.TryGetInt32(out value);
    }

    private static bool ReadLong(JsonElement json, out long value)
    {
        value = 0;
        return json.ValueKind == JsonValueKind.Number && json.TryGetInt64(out value);
    }

    private static bool ReadNumber(JsonElement json, out double value)
    {
        value = 0;
        return json.ValueKind == JsonValueKind.Number && json.TryGetDouble(out value) && double.IsFinite(value);
    }

    private static bool ReadFlag(JsonElement json, out bool value)
    {
        value = json.ValueKind == JsonValueKind.True;
        return json.ValueKind is JsonValueKind.True or JsonValueKind.False;
    }

    private static bool ReadDate(JsonElement json, out DateOnly value)
    {
        value = default;
        return json.ValueKind == JsonValueKind.String
            && DateOnly.TryParseExact(json.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out value);
    }

    private static bool ReadTime(JsonElement json, out DateTime value)
    {
        value = default;
        if (json.ValueKind != JsonValueKind.String || json.GetString() is not { Length: > 10 } text || text[10] != 'T')
            return false;
        var isRead = DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time);
        value = time.UtcDateTime;
        return isRead;
    }

    private static bool ReadDuration(JsonElement json, out Duration value)
    {
        value = default;
        if (!ReadSeconds(json, out var seconds))
            return false;
        value = new Duration((int)Math.Round(seconds / 60, MidpointRounding.AwayFromZero));
        return true;
    }

    // Days are printed whole and read from hours too: 24 of them are a day, the rest is cut off.
    private static bool ReadDays(JsonElement json, out DayCount value)
    {
        value = default;
        if (!ReadSeconds(json, out var seconds))
            return false;
        value = new DayCount((int)(seconds / 86_400));
        return true;
    }

    private static bool ReadSeconds(JsonElement json, out double seconds)
    {
        seconds = 0;
        if (json.ValueKind != JsonValueKind.String || Iso8601.ParseSeconds(json.GetString()!) is not { } parsed || parsed > int.MaxValue)
            return false;
        seconds = parsed;
        return true;
    }

    private static bool ReadSentences(JsonElement json, out Sentences value)
    {
        var items = new List<Formattable>();
        value = new Sentences(items);
        if (json.ValueKind != JsonValueKind.Array)
            return false;
        foreach (var element in json.EnumerateArray())
        {
            if (!ReadFormattable(element, out var sentence))
                return false;
            items.Add(sentence);
        }

        return true;
    }

    private static bool ReadTexts(JsonElement json, out TextList value)
    {
        value = new TextList([]);
        if (json.ValueKind == JsonValueKind.Null)
            return true;
        if (json.ValueKind != JsonValueKind.Array || json.GetArrayLength() > MostItems || json.EnumerateArray().Any(t => t.ValueKind != JsonValueKind.String))
            return false;
        value = new TextList([.. json.EnumerateArray().Select(t => t.GetString()!)]);
        return true;
    }

    private static bool ReadTextMap(JsonElement json, out TextMap value)
    {
        var texts = new Dictionary<string, string?>(StringComparer.Ordinal);
        value = new TextMap(texts);
        if (json.ValueKind is JsonValueKind.Null)
            return true;
        if (json.ValueKind != JsonValueKind.Object)
            return false;
        foreach (var member in json.EnumerateObject())
        {
            if (!ReadText(member.Value, out var text) || texts.Count == MostItems)
                return false;
            texts[member.Name] = text;
        }

        return true;
    }

    private static bool ReadPositions(JsonElement json, out PositionMap value)
    {
        var places = new Dictionary<long, int>();
        value = new PositionMap(places);
        if (json.ValueKind is JsonValueKind.Null)
            return true;
        if (json.ValueKind != JsonValueKind.Object)
            return false;
        foreach (var member in json.EnumerateObject())
        {
            if (!long.TryParse(member.Name, NumberStyles.None, CultureInfo.InvariantCulture, out var id) || !ReadInteger(member.Value, out var place))
                return false;
            places[id] = place;
        }

        return true;
    }

    private static bool ReadFormattable(JsonElement json, out Formattable value)
    {
        value = default;
        if (json.ValueKind == JsonValueKind.Null)
            return true;
        if (json.ValueKind == JsonValueKind.String)
        {
            value = new Formattable(json.GetString(), null);
            return true;
        }

        if (json.ValueKind != JsonValueKind.Object || !json.TryGetProperty("raw", out var raw))
            return json.ValueKind == JsonValueKind.Object;
        if (!ReadText(raw, out var text))
            return false;
        value = new Formattable(text, null);
        return true;
    }
}
