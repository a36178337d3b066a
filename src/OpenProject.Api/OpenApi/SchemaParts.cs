using NJsonSchema;

namespace OpenProject.Api.OpenApi;

/// <summary>Short words for the schemas that documents are made of.</summary>
internal static class SchemaParts
{
    public static JsonSchemaProperty Text(string? description = null, string? format = null, bool isNullable = false) =>
        new() { Type = JsonObjectType.String, Format = format, Description = description, IsNullableRaw = isNullable ? true : null };

    public static JsonSchemaProperty Integer(string? description = null, string? format = null, decimal? minimum = null, bool isNullable = false) =>
        new()
        {
            Type = JsonObjectType.Integer,
            Format = format,
            Minimum = minimum,
            Description = description,
            IsNullableRaw = isNullable ? true : null,
        };

    public static JsonSchemaProperty Flag(string? description = null, bool isNullable = false) =>
        new() { Type = JsonObjectType.Boolean, Description = description, IsNullableRaw = isNullable ? true : null };

    /// <summary>One of some texts.</summary>
    public static JsonSchemaProperty OneOf(IEnumerable<string> values, string? description = null)
    {
        var property = Text(description);
        foreach (var value in values)
            property.Enumeration.Add(value);
        return property;
    }

    public static JsonSchemaProperty List(JsonSchema item, string? description = null) =>
        new() { Type = JsonObjectType.Array, Item = item, Description = description };

    /// <summary>An object that may have more members than those added.</summary>
    public static JsonSchemaProperty Object(string? description = null, JsonSchema? others = null)
    {
        var property = new JsonSchemaProperty { Type = JsonObjectType.Object, Description = description };
        if (others is not null)
            property.AdditionalPropertiesSchema = others;
        return property;
    }

    /// <summary>A component with a description of its use here, which a bare reference cannot have.</summary>
    public static JsonSchemaProperty Described(JsonSchema reference, string? description)
    {
        var property = new JsonSchemaProperty { Description = description };
        property.AllOf.Add(reference);
        return property;
    }

    public static JsonSchema With(this JsonSchema schema, string name, JsonSchemaProperty property, bool isRequired = false)
    {
        schema.Properties[name] = property;
        if (isRequired)
            schema.RequiredProperties.Add(name);
        return schema;
    }

    /// <summary>A part of another schema that is used as a member.</summary>
    public static JsonSchemaProperty AsProperty(this JsonSchema reference) => new() { Reference = reference.Reference };
}
