using System.Text.Json;
using OpenProject.Application.Queries;

namespace OpenProject.Api.Hal.Writers;

/// <summary>Writes what a condition of a filter looks like: its values depend on the operator.</summary>
internal static class FilterSchemaWriter
{
    public static void Write(Utf8JsonWriter json, FilterSchema schema)
    {
        json.WriteStartObject();
        json.WriteString(Names.Type, "QueryFilterInstanceSchema");
        json.WriteStartArray("_dependencies");
        json.WriteStartObject();
        json.WriteString(Names.Type, "SchemaDependency");
        json.WriteString("on", "operator");
        json.WriteStartObject("dependencies");
        foreach (var symbol in schema.Operators)
        {
            json.WriteStartObject(symbol.Operator.Href);
            if (symbol.ValueType is { } type)
                WriteProperty(json, "values", type, "Values", isWritable: true, symbol.AreLinks, symbol.AllowedHref);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
        WriteProperty(json, "name", "String", "Name", isWritable: false);
        WriteProperty(json, "filter", "QueryFilter", "Filter", isWritable: true, isLink: true);
        json.WriteStartObject(Names.Links);
        json.WritePropertyName(Names.Self);
        LinkJson.Write(json, schema.Self);
        json.WritePropertyName("filter");
        LinkJson.Write(json, schema.Filter);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteProperty(
        Utf8JsonWriter json, string member, string type, string label, bool isWritable, bool isLink = false, string? allowedHref = null)
    {
        json.WriteStartObject(member);
        json.WriteString("type", type);
        json.WriteString(Names.Name, label);
        json.WriteBoolean("required", value: true);
        json.WriteBoolean("hasDefault", !isWritable);
        json.WriteBoolean("writable", isWritable);
        if (isLink)
            json.WriteString("location", "_links");
        json.WriteStartObject(Names.Links);
        if (allowedHref is not null)
        {
            json.WritePropertyName("allowedValues");
            LinkJson.Write(json, allowedHref);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }
}
