using System.Reflection;
using Namotion.Reflection;
using NJsonSchema;
using OpenProject.Application.Resources;

namespace OpenProject.Api.OpenApi;

/// <summary>The member that a field is in bodies.</summary>
public sealed class FieldSchemas<TEntity, TDto>(SharedComponents shared, ValueSchemas values) : IFieldVisitor<TEntity, TDto, JsonSchemaProperty>
    where TEntity : class
    where TDto : class, IResourceDto
{
    private static readonly NullabilityInfoContext Nullability = new();

    /// <inheritdoc/>
    public JsonSchemaProperty Visit<TValue>(Property<TEntity, TDto, TValue> property)
    {
        var schema = values.Of(typeof(TValue), MayBeNull(property), Describe(property));
        schema.MinLength = property.MinLengthLimit;
        schema.MaxLength = property.MaxLengthLimit;
        if (property.SchemaType == "Password")
            schema.Format = "password";
        foreach (var value in property.OneOfValues ?? [])
            schema.Enumeration.Add(value);
        if (schema.Enumeration.Count > 0 && schema.IsNullableRaw == true)
            schema.Enumeration.Add(null);
        return schema;
    }

    /// <inheritdoc/>
    public JsonSchemaProperty Visit(ToOne<TEntity, TDto> link) =>
        SchemaParts.Described(shared.Link, $"{Describe(link)} Leads to {Places(link.Accepts)}.");

    /// <inheritdoc/>
    public JsonSchemaProperty Visit(ToMany<TEntity, TDto> links) =>
        SchemaParts.List(shared.Link, links.Accepts.Count == 0 ? Describe(links) : $"{Describe(links)} Lead to {Places(links.Accepts)}.");

    /// <inheritdoc/>
    public JsonSchemaProperty Visit(Affordance<TEntity, TDto> affordance)
    {
        var method = (affordance.Method ?? "get").ToUpperInvariant();
        var condition = affordance.NeededAnyOf == default && affordance.IsShown is null ? "" : " Left out where the client may not follow it.";
        return SchemaParts.Described(shared.Link, $"{affordance.Label}: {method} `{affordance.Href.Template}`.{condition}");
    }

    // What the row's member says is the best description there is; the label is what is left.
    private static string Describe(Field<TEntity, TDto> field)
    {
        if (field.Name == "id")
            return "The id.";
        var summary = MemberOf(field)?.GetXmlDocsSummary();
        return string.IsNullOrWhiteSpace(summary) ? field.Label + "." : summary;
    }

    private static bool MayBeNull<TValue>(Property<TEntity, TDto, TValue> property)
    {
        if (typeof(TValue).IsValueType || property.IsRequired)
            return false;
        // A lambda does not tell whether its text may be null; the row's member of the same name does.
        return MemberOf(property) is not { } member || Nullability.Create(member).ReadState != NullabilityState.NotNull;
    }

    private static PropertyInfo? MemberOf(Field<TEntity, TDto> field) =>
        typeof(TDto).GetProperty(char.ToUpperInvariant(field.Name[0]) + field.Name[1..]);

    private static string Places(IReadOnlyList<ResourcePath> accepts) => string.Join(" or ", accepts.Select(a => $"`{a.Value}/{{id}}`"));
}
