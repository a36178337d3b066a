using Namotion.Reflection;
using NSwag;
using NSwag.Generation.Processors;
using NSwag.Generation.Processors.Contexts;
using OpenProject.Api.V3;

namespace OpenProject.Api.OpenApi;

/// <summary>What the document says as a whole: its title, where the server is, who may call, the components and tags in order.</summary>
public sealed class ContractProcessor(ComponentCatalog catalog) : IDocumentProcessor
{
    private const string About =
        "API v3: resources as HAL+JSON. Each resource says in `_links` what it is connected with and what the client may do with it.";

    /// <inheritdoc/>
    public void Process(DocumentProcessorContext context)
    {
        var document = context.Document;
        document.Generator = null;
        document.Info = new OpenApiInfo
        {
            Title = "OpenProject API V3",
            Version = "3",
            Description = About,
            Contact = new OpenApiContact { Name = "The administrators of the installation" },
        };
        document.Servers.Clear();
        document.Servers.Add(new OpenApiServer { Url = "/", Description = "The server that this document comes from." });
        Secure(document);
        foreach (var (name, schema) in catalog.Schemas)
            document.Components.Schemas[name] = schema;
        Sort(document.Components.Schemas);
        Sort(document.Paths, HolesFirst);
        document.Tags = [.. Tags(document, context.ControllerTypes)];
    }

    private static void Secure(OpenApiDocument document)
    {
        document.Components.SecuritySchemes["BasicAuth"] = new OpenApiSecurityScheme
        {
            Type = OpenApiSecuritySchemeType.Http,
            Scheme = "basic",
            Description = "The user `apikey` with an API token as password.",
        };
        document.Components.SecuritySchemes["BearerAuth"] = new OpenApiSecurityScheme
        {
            Type = OpenApiSecuritySchemeType.Http,
            Scheme = "bearer",
            Description = "An API token, or an access token with the scope `api_v3`.",
        };
        document.Security = [new OpenApiSecurityRequirement { ["BasicAuth"] = [] }, new OpenApiSecurityRequirement { ["BearerAuth"] = [] }];
    }

    private static IEnumerable<OpenApiTag> Tags(OpenApiDocument document, IEnumerable<Type> controllers)
    {
        var names = document.Operations.SelectMany(o => o.Operation.Tags).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        var described = controllers.Where(c => typeof(V3Controller).IsAssignableFrom(c)).Select(c => (Route: RouteOf(c), Summary: c.GetXmlDocsSummary()))
            .OrderBy(c => c.Route.Length).GroupBy(c => DescriptionProcessor.TagOf("/" + c.Route), StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.First().Summary, StringComparer.Ordinal);
        return names.Select(name => new OpenApiTag { Name = name, Description = described.GetValueOrDefault(name, name + ".") });
    }

    private static string RouteOf(Type controller) =>
        controller.GetCustomAttributes(typeof(Microsoft.AspNetCore.Mvc.RouteAttribute), inherit: false)
            .Cast<Microsoft.AspNetCore.Mvc.RouteAttribute>().Select(r => r.Template).FirstOrDefault() ?? "api/v3";

    // Linters complain about the later one of two paths that look alike: that is then schemas/{identifier}, once, and not
    // each of the many {id}/... beside it.
    private static string HolesFirst(string path) => path.Replace('{', ' ');

    // The order is the names', so that a document only differs where something changed.
    internal static void Sort<TValue>(IDictionary<string, TValue> entries, Func<string, string>? key = null)
    {
        var sorted = entries.OrderBy(e => key is null ? e.Key : key(e.Key), StringComparer.Ordinal).ToList();
        entries.Clear();
        foreach (var (name, value) in sorted)
            entries[name] = value;
    }
}
