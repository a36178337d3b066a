using System.Text.Json;
using OpenProject.Application.Resources;

namespace OpenProject.Api.Mcp.Tools;

/// <summary>
/// What a tool answers, as its output schema says it: that, or an <c>error</c>, since clients check failures against it too. Resources are
/// described loosely, from their declarations, so that a new attribute breaks nobody.
/// </summary>
/// <param name="write">Writes the members of <c>properties</c>.</param>
/// <param name="required">What is there unless it failed.</param>
internal sealed class ToolOutput(Action<Utf8JsonWriter, ResourceRegistry> write, params IReadOnlyList<string> required)
{
    // What is there for every row of the kind, and never null.
    private static readonly string[] Certain = ["id", "lockVersion", "subject", "name"];

    /// <summary>One resource.</summary>
    public static ToolOutput One(Type dto) => new((json, registry) => WriteMembers(json, registry.ForDto(dto)), "_type");

    /// <summary>One resource, and what is told beside its members.</summary>
    public static ToolOutput OneWith(Type dto, params IReadOnlyList<(string Name, string Type)> others) => new(
        (json, registry) =>
        {
            WriteMembers(json, registry.ForDto(dto));
            foreach (var (name, type) in others)
                WriteTypes(json, type, name);
        },
        "_type");

    /// <summary>Members of these types, some of which are always there.</summary>
    public static ToolOutput Of(IReadOnlyList<(string Name, string Type)> members, params IReadOnlyList<string> required) => new(
        (json, _) =>
        {
            foreach (var (name, type) in members)
                WriteTypes(json, type, name);
        },
        required);

    /// <summary>Pages of resources, each under its name and there when it was asked for.</summary>
    public static ToolOutput Searches(IReadOnlyList<(string Name, Type Dto)> pages) => new((json, registry) =>
    {
        foreach (var (name, dto) in pages)
        {
            json.WriteStartObject(name);
            json.WriteString("type", "object");
            json.WriteStartObject("properties");
            WritePage(json, registry.ForDto(dto));
            json.WriteEndObject();
            json.WriteEndObject();
        }
    });

    /// <summary>A page of resources.</summary>
    public static ToolOutput Search(Type dto) => new(
        (json, registry) => WritePage(json, registry.ForDto(dto)),
        "items",
        "total");

    /// <summary>A collection as API v3 writes it.</summary>
    public static ToolOutput Collection(Type dto) => new(
        (json, registry) =>
        {
            WriteTypes(json, "string", "_type");
            WriteTypes(json, "integer", "total", "count");
            json.WriteStartObject("_embedded");
            json.WriteString("type", "object");
            json.WriteStartObject("properties");
            WriteArray(json, "elements", registry.ForDto(dto));
            json.WriteEndObject();
            json.WriteEndObject();
        },
        "_type",
        "_embedded");

    /// <summary>A document of another kind than a resource.</summary>
    public static ToolOutput Document() => new((json, _) => WriteTypes(json, "string", "_type"), "_type");

    /// <summary>Some arrays, each there when it was asked for.</summary>
    public static ToolOutput Arrays(IReadOnlyList<string> names) => new((json, _) => WriteTypes(json, "array", [.. names]));

    /// <summary>A number under a name.</summary>
    public static ToolOutput Count(string name) => new((json, _) => WriteTypes(json, "integer", name), name);

    /// <summary>One resource, or what would become of it.</summary>
    public static ToolOutput Previewed(Type dto) => new(
        (json, registry) =>
        {
            WriteMembers(json, registry.ForDto(dto));
            WriteTypes(json, "boolean", "preview");
            WriteTypes(json, "integer", "below");
            WriteTypes(json, "string", "hint");
        },
        "_type");

    /// <summary>What became of each of several.</summary>
    public static ToolOutput Outcomes() => new(
        (json, _) =>
        {
            WriteTypes(json, "array", "results");
            WriteTypes(json, "integer", "total", "failed", "index");
        },
        "results",
        "failed");

    /// <summary>Writes the schema.</summary>
    public void Write(Utf8JsonWriter json, ResourceRegistry registry)
    {
        json.WriteStartObject();
        json.WriteString("type", "object");
        json.WriteStartObject("properties");
        write(json, registry);
        WriteTypes(json, "string", "error");
        json.WriteEndObject();
        if (required.Count > 0)
        {
            json.WriteStartArray("anyOf");
            WriteRequired(json, required);
            WriteRequired(json, ["error"]);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void WriteTypes(Utf8JsonWriter json, string type, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            json.WriteStartObject(name);
            json.WriteString("type", type);
            json.WriteEndObject();
        }
    }

    private static void WritePage(Utf8JsonWriter json, IResource resource)
    {
        WriteArray(json, "items", resource);
        WriteTypes(json, "integer", "total", "page", "pageSize", "nextPage", "omitted");
        WriteTypes(json, "boolean", "truncated");
        WriteTypes(json, "object", "retryWith");
    }

    private static void WriteArray(Utf8JsonWriter json, string name, IResource resource)
    {
        json.WriteStartObject(name);
        json.WriteString("type", "array");
        json.WriteStartObject("items");
        json.WriteString("type", "object");
        json.WriteStartObject("properties");
        WriteMembers(json, resource);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteMembers(Utf8JsonWriter json, IResource resource)
    {
        WriteTypes(json, "string", "_type");
        foreach (var (name, type) in resource.Accept(new CertainMembers()))
            WriteTypes(json, type, name);
        WriteTypes(json, "object", "_links");
    }

    private static void WriteRequired(Utf8JsonWriter json, IReadOnlyList<string> names)
    {
        json.WriteStartObject();
        json.WriteStartArray("required");
        foreach (var name in names)
            json.WriteStringValue(name);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private sealed class CertainMembers : IResourceVisitor<IReadOnlyList<(string Name, string Type)>>
    {
        public IReadOnlyList<(string Name, string Type)> Visit<TEntity, TDto>(Resource<TEntity, TDto> resource)
            where TEntity : class
            where TDto : class, IResourceDto =>
            [.. resource.Fields.Where(f => f.InBody && Certain.Contains(f.Name)).Select(f => (f.Name, f.SchemaType == "Integer" ? "integer" : "string"))];
    }
}
