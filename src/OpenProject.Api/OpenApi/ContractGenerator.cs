using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.Extensions.Options;
using Microsoft.OpenApi;
using NJsonSchema.Generation;
using NJsonSchema.Generation.TypeMappers;
using NSwag.Generation.AspNetCore;
using NSwag.Generation.Processors;
using OpenProject.Api.V3;
using OpenProject.Application.Resources;

namespace OpenProject.Api.OpenApi;

/// <summary>
/// Makes the document from the controllers and the declarations. NSwag writes OpenAPI 3.0 and YAML that leaves status
/// codes unquoted; Microsoft.OpenApi writes what it made as 3.1, in both syntaxes.
/// </summary>
public sealed class ContractGenerator(
    IApiDescriptionGroupCollectionProvider actions, ResourceRegistry registry, IOptions<JsonOptions> json)
{
    /// <summary>Generates the document.</summary>
    public async Task<Contract> GenerateAsync()
    {
        var generated = await new AspNetCoreOpenApiDocumentGenerator(Settings()).GenerateAsync(actions.ApiDescriptionGroups);
        using var text = new MemoryStream(Encoding.UTF8.GetBytes(generated.ToJson()));
        var read = await Microsoft.OpenApi.OpenApiDocument.LoadAsync(text, "json");
        if (read.Document is not { } document || read.Diagnostic is { Errors.Count: > 0 })
            throw new InvalidOperationException("The document is not valid: " + string.Join("; ", read.Diagnostic?.Errors.Select(e => e.ToString()) ?? []));
        Finish(document);
        return new Contract(
            Write(document, writer => new OpenApiJsonWriter(writer)),
            Write(document, writer => new OpenApiYamlWriter(writer)),
            Encoding.UTF8.GetBytes(ContractOverview.Of(document)));
    }

    // What NSwag cannot say, or says although nobody asked.
    private static void Finish(Microsoft.OpenApi.OpenApiDocument document)
    {
        // What may be done with the program is its owners' decision, and none is written down in the repository.
        document.Info.License = new OpenApiLicense { Name = "No licence chosen yet", Identifier = "LicenseRef-None" };
        foreach (var operation in document.Paths.Values.SelectMany(p => p.Operations ?? []))
            operation.Value.RequestBody?.Extensions?.Clear();

        // A choice of one is none, but a described reference needs something around it.
        foreach (var schema in document.Components?.Schemas?.Values.SelectMany(s => s.Properties?.Values ?? []).OfType<Microsoft.OpenApi.OpenApiSchema>() ?? [])
            (schema.AllOf, schema.OneOf) = schema.OneOf is { Count: 1 } ? (schema.OneOf, null) : (schema.AllOf, schema.OneOf);
    }

    private AspNetCoreOpenApiDocumentGeneratorSettings Settings()
    {
        var catalog = new ComponentCatalog();
        var components = new ResourceComponents(catalog, registry);
        var schemas = new AnswerSchemas(components, registry);
        var settings = new AspNetCoreOpenApiDocumentGeneratorSettings
        {
            UseRouteNameAsOperationId = true,
            SchemaSettings = new SystemTextJsonSchemaGeneratorSettings
            {
                SchemaType = NJsonSchema.SchemaType.OpenApi3,
                AlwaysAllowAdditionalObjectProperties = true,
                SerializerOptions = json.Value.JsonSerializerOptions,
            },
        };
        // What declarations describe must not be looked at as classes: they lead into the whole application.
        foreach (var document in AnswerSchemas.Documents)
            settings.SchemaSettings.TypeMappers.Add(new PrimitiveTypeMapper(document, schema => schema.Type = NJsonSchema.JsonObjectType.Object));
        settings.SchemaSettings.TypeMappers.Add(new PrimitiveTypeMapper(typeof(HalLink), schema => schema.Reference = components.Shared.Link.Reference));
        settings.OperationProcessors.Insert(0, new OperationProcessor(o => o.OperationDescription.Path.StartsWith(RequestPath.Root, StringComparison.Ordinal)));
        settings.OperationProcessors.Add(new BodyProcessor(schemas, components.Shared));
        settings.OperationProcessors.Add(new AnswerProcessor(schemas, components.Shared));
        settings.OperationProcessors.Add(new ParameterProcessor(schemas));
        settings.OperationProcessors.Add(new DescriptionProcessor());
        settings.DocumentProcessors.Add(new ContractProcessor(catalog));
        return settings;
    }

    /// <summary>The document as OpenAPI 3.1, UTF-8.</summary>
    internal static byte[] Write(Microsoft.OpenApi.OpenApiDocument document, Func<TextWriter, IOpenApiWriter> syntax)
    {
        using var text = new StringWriter { NewLine = "\n" };
        document.SerializeAsV31(syntax(text));
        return Encoding.UTF8.GetBytes(text.ToString().TrimEnd() + "\n");
    }
}
