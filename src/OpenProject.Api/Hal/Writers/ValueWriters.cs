using System.Text.Json;
using OpenProject.Application.Grids;
using OpenProject.Application.JobStatuses;
using OpenProject.Application.Notifications;
using OpenProject.Application.Queries;
using OpenProject.Application.Resources;
using OpenProject.Domain.FileLinks;

namespace OpenProject.Api.Hal.Writers;

/// <summary>Writes each kind of value that attributes can hold. Looked up once per field, then called without boxing.</summary>
public static class ValueWriters
{
    private static readonly Dictionary<Type, Delegate> Writers = new()
    {
        [typeof(string)] = (Action<Utf8JsonWriter, string?>)((json, value) => json.WriteStringValue(value)),
        [typeof(int)] = (Action<Utf8JsonWriter, int>)((json, value) => json.WriteNumberValue(value)),
        [typeof(int?)] = (Action<Utf8JsonWriter, int?>)((json, value) =>
        {
            if (value is { } number)
                json.WriteNumberValue(number);
            else
                json.WriteNullValue();
        }),
        [typeof(long)] = (Action<Utf8JsonWriter, long>)((json, value) => json.WriteNumberValue(value)),
        [typeof(bool)] = (Action<Utf8JsonWriter, bool>)((json, value) => json.WriteBooleanValue(value)),
        [typeof(bool?)] = (Action<Utf8JsonWriter, bool?>)((json, value) =>
        {
            if (value is { } flag)
                json.WriteBooleanValue(flag);
            else
                json.WriteNullValue();
        }),
        [typeof(double)] = (Action<Utf8JsonWriter, double>)((json, value) => json.WriteNumberValue(value)),
        [typeof(double?)] = (Action<Utf8JsonWriter, double?>)((json, value) =>
        {
            if (value is { } number)
                json.WriteNumberValue(number);
            else
                json.WriteNullValue();
        }),
        [typeof(DateOnly)] = (Action<Utf8JsonWriter, DateOnly>)WriteDate,
        [typeof(DateOnly?)] = (Action<Utf8JsonWriter, DateOnly?>)((json, value) =>
        {
            if (value is { } date)
                WriteDate(json, date);
            else
                json.WriteNullValue();
        }),
        [typeof(DateTime)] = (Action<Utf8JsonWriter, DateTime>)WriteTime,
        [typeof(DateTime?)] = (Action<Utf8JsonWriter, DateTime?>)((json, value) =>
        {
            if (value is { } time)
                WriteTime(json, time);
            else
                json.WriteNullValue();
        }),
        [typeof(Duration?)] = (Action<Utf8JsonWriter, Duration?>)((json, value) =>
        {
            if (value is { } duration)
                WriteDuration(json, duration);
            else
                json.WriteNullValue();
        }),
        [typeof(DayCount?)] = (Action<Utf8JsonWriter, DayCount?>)((json, value) =>
        {
            if (value is { } days)
                WriteDays(json, days);
            else
                json.WriteNullValue();
        }),
        [typeof(Formattable)] = (Action<Utf8JsonWriter, Formattable>)WriteFormattable,
        [typeof(Sentences)] = (Action<Utf8JsonWriter, Sentences>)((json, value) =>
        {
            json.WriteStartArray();
            foreach (var sentence in value.Items)
                WriteFormattable(json, sentence);
            json.WriteEndArray();
        }),
        [typeof(long?)] = (Action<Utf8JsonWriter, long?>)((json, value) =>
        {
            if (value is { } number)
                json.WriteNumberValue(number);
            else
                json.WriteNullValue();
        }),
        [typeof(TextList)] = (Action<Utf8JsonWriter, TextList>)WriteTexts,
        [typeof(TextMap)] = (Action<Utf8JsonWriter, TextMap>)WriteTextMap,
        [typeof(PositionMap)] = (Action<Utf8JsonWriter, PositionMap>)WritePositions,
        [typeof(OriginData)] = (Action<Utf8JsonWriter, OriginData>)OriginDataWriter.Write,
        [typeof(KeptObject)] = (Action<Utf8JsonWriter, KeptObject?>)((json, value) => json.WriteRawValue(value?.Json ?? "{}")),
        [typeof(GridWidgets)] = (Action<Utf8JsonWriter, GridWidgets>)GridWidgetWriter.Write,
        [typeof(NotificationWishes)] = (Action<Utf8JsonWriter, NotificationWishes>)NotificationWishWriter.Write,
        [typeof(JobPayload)] = (Action<Utf8JsonWriter, JobPayload>)WritePayload,
        [typeof(FilterInstances)] = (Action<Utf8JsonWriter, FilterInstances>)FilterInstanceWriter.Write,
    };

    /// <summary>The writer for a type of value.</summary>
    public static Action<Utf8JsonWriter, TValue> For<TValue>() =>
        Writers.TryGetValue(typeof(TValue), out var writer)
            ? (Action<Utf8JsonWriter, TValue>)writer
            : throw new InvalidOperationException($"No writer for values of {typeof(TValue)}.");

    private static void WriteDate(Utf8JsonWriter json, DateOnly value)
    {
        Span<byte> text = stackalloc byte[10];
        Iso8601.Format(value, text);
        json.WriteStringValue(text);
    }

    private static void WriteTime(Utf8JsonWriter json, DateTime value)
    {
        Span<byte> text = stackalloc byte[24];
        Iso8601.Format(value, text);
        json.WriteStringValue(text);
    }

    private static void WriteDuration(Utf8JsonWriter json, Duration value)
    {
        Span<byte> text = stackalloc byte[32];
        json.WriteStringValue(text[..Iso8601.Format(value, text)]);
    }

    private static void WriteDays(Utf8JsonWriter json, DayCount value)
    {
        Span<byte> text = stackalloc byte[16];
        json.WriteStringValue(text[..Iso8601.Format(value, text)]);
    }

    private static void WriteTexts(Utf8JsonWriter json, TextList value)
    {
        json.WriteStartArray();
        foreach (var text in value.Items)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }

    private static void WriteTextMap(Utf8JsonWriter json, TextMap value)
    {
        json.WriteStartObject();
        foreach (var (name, text) in value.Items)
            json.WriteString(name, text);
        json.WriteEndObject();
    }

    private static void WritePositions(Utf8JsonWriter json, PositionMap value)
    {
        json.WriteStartObject();
        foreach (var (id, place) in value.Items)
            json.WriteNumber(id.ToString(System.Globalization.CultureInfo.InvariantCulture), place);
        json.WriteEndObject();
    }

    private static void WritePayload(Utf8JsonWriter json, JobPayload value)
    {
        json.WriteStartObject();
        if (value.Project is { } project)
        {
            json.WriteString("redirect", project.Href);
            json.WriteStartObject(Names.Links);
            json.WritePropertyName("project");
            LinkJson.Write(json, project);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteFormattable(Utf8JsonWriter json, Formattable value)
    {
        json.WriteStartObject();
        json.WriteString(Names.Format, value.Format);
        json.WriteString(Names.Raw, value.Raw);
        json.WriteString(Names.Html, value.Html ?? "");
        json.WriteEndObject();
    }
}
