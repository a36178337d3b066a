using System.Text.Json;
using OpenProject.Application.Queries;

namespace OpenProject.Api.Hal.Writers;

/// <summary>Writes the conditions of stored queries.</summary>
internal static class FilterInstanceWriter
{
    public static void Write(Utf8JsonWriter json, FilterInstances filters)
    {
        json.WriteStartArray();
        foreach (var filter in filters.Items)
            Write(json, filter);
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, FilterInstance filter)
    {
        json.WriteStartObject();
        json.WriteString(Names.Type, char.ToUpperInvariant(filter.Name[0]) + filter.Name[1..] + "QueryFilter");
        json.WriteString(Names.Name, filter.Label);
        if (filter.Links is null)
            WriteValues(json, filter);
        json.WriteStartObject(Names.Links);
        json.WritePropertyName("schema");
        LinkJson.Write(json, filter.Schema);
        json.WritePropertyName("filter");
        LinkJson.Write(json, filter.Filter);
        json.WritePropertyName("operator");
        LinkJson.Write(json, filter.OperatorLink);
        if (filter.Links is { } links)
        {
            json.WriteStartArray("values");
            foreach (var link in links)
                LinkJson.Write(json, link);
            json.WriteEndArray();
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteValues(Utf8JsonWriter json, FilterInstance filter)
    {
        json.WriteStartArray("values");
        foreach (var value in filter.Values)
        {
            if (filter.AreFlags)
                json.WriteBooleanValue(value is "t" or "true");
            else
                json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }
}
