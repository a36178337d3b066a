using NJsonSchema;

namespace OpenProject.Api.OpenApi;

/// <summary>The components of one document. Each is made when it is first referred to, so that none is unused.</summary>
public sealed class ComponentCatalog
{
    private readonly SortedDictionary<string, JsonSchema> schemas = new(StringComparer.Ordinal);

    /// <summary>All that were referred to, by name.</summary>
    public IReadOnlyDictionary<string, JsonSchema> Schemas => schemas;

    /// <summary>A reference to a component, which may refer to itself.</summary>
    /// <param name="name">The component's name.</param>
    /// <param name="fill">Fills the component in; called once.</param>
    public JsonSchema Refer(string name, Action<JsonSchema> fill)
    {
        if (!schemas.TryGetValue(name, out var schema))
        {
            schema = new JsonSchema();
            schemas.Add(name, schema);
            fill(schema);
        }

        return new JsonSchema { Reference = schema };
    }
}
