using System.Text.Json;
using OpenProject.Application.Resources;
using OpenProject.Application.Writes;

namespace OpenProject.Api.Hal.Writers;

/// <summary>Writes schemas.</summary>
internal static class SchemaWriter
{
    public static void Write(Utf8JsonWriter json, SchemaDocument schema, IHalDocumentVisitor documents)
    {
        json.WriteStartObject();
        json.WriteString(Names.Type, "Schema");
        json.WriteStartArray("_dependencies");
        json.WriteEndArray();
        if (schema.Groups is { } groups)
            WriteGroups(json, groups);
        foreach (var property in schema.Properties)
        {
            json.WritePropertyName(property.Name);
            WriteProperty(json, property, documents);
        }

        WriteEmbedded(json, schema, documents);
        json.WriteStartObject(Names.Links);
        if (schema.SelfHref is { } self)
        {
            json.WritePropertyName(Names.Self);
            LinkJson.Write(json, self);
        }

        foreach (var link in schema.Links)
        {
            json.WritePropertyName(link.Rel);
            LinkJson.Write(json, link.Href, title: null, link.Method, link.IsTemplated);
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteEmbedded(Utf8JsonWriter json, SchemaDocument schema, IHalDocumentVisitor documents)
    {
        if (schema.Embeds.Count == 0)
            return;
        json.WriteStartObject(Names.Embedded);
        foreach (var embedded in schema.Embeds)
        {
            json.WritePropertyName(embedded.Name);
            embedded.Document.Accept(documents);
        }

        json.WriteEndObject();
    }

    private static void WriteGroups(Utf8JsonWriter json, IReadOnlyList<AttributeGroup> groups)
    {
        json.WriteStartArray("_attributeGroups");
        foreach (var group in groups)
        {
            json.WriteStartObject();
            json.WriteString(Names.Type, group.Type);
            json.WriteString(Names.Name, group.Name);
            json.WriteStartArray(Names.Attributes);
            foreach (var attribute in group.Attributes)
                json.WriteStringValue(attribute);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteProperty(Utf8JsonWriter json, SchemaProperty property, IHalDocumentVisitor documents)
    {
        json.WriteStartObject();
        json.WriteString("type", property.Type);
        json.WriteString(Names.Name, property.Label);
        json.WriteBoolean("required", property.IsRequired);
        json.WriteBoolean("hasDefault", property.HasDefault);
        json.WriteBoolean("writable", property.IsWritable);
        if (property.MinLength is { } least)
            json.WriteNumber("minLength", least);
        if (property.MaxLength is { } most)
            json.WriteNumber("maxLength", most);
        if (property.AttributeGroup is { } group)
            json.WriteString("attributeGroup", group);
        if (property.Location != SchemaLocation.Body)
            json.WriteString("location", property.Location == SchemaLocation.Links ? "_links" : "_meta");
        json.WriteStartObject("options");
        json.WriteEndObject();
        if (property.AllowedSchemasHref is { } schemas)
            WriteAllowedSchemas(json, schemas);
        else if (property.Location == SchemaLocation.Links)
            WriteAllowed(json, property, documents);
        json.WriteEndObject();
    }

    private static void WriteAllowedSchemas(Utf8JsonWriter json, string href)
    {
        json.WriteStartObject(Names.Links);
        json.WritePropertyName("allowedValuesSchemas");
        LinkJson.Write(json, href);
        json.WriteEndObject();
    }

    private static void WriteAllowed(Utf8JsonWriter json, SchemaProperty property, IHalDocumentVisitor documents)
    {
        json.WriteStartObject(Names.Links);
        if (property.AllowedHref is { } href)
        {
            json.WritePropertyName("allowedValues");
            LinkJson.Write(json, href);
        }
        else if (property is { Allowed: { } allowed, IsWritable: true })
        {
            json.WriteStartArray("allowedValues");
            foreach (var link in allowed.Links)
                LinkJson.Write(json, link);
            json.WriteEndArray();
        }

        json.WriteEndObject();
        if (property.Allowed is not { } listed)
            return;
        json.WriteStartObject(Names.Embedded);
        json.WriteStartArray("allowedValues");
        foreach (var document in listed.Documents)
            document.Accept(documents);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
