using Microsoft.AspNetCore.Mvc;
using NJsonSchema;
using NSwag;
using NSwag.Generation.Processors;
using NSwag.Generation.Processors.Contexts;
using OpenProject.Api.Hal;
using OpenProject.Application.Attachments;

namespace OpenProject.Api.OpenApi;

/// <summary>Bodies: the declared schemas, with JSON as the media type, and uploads.</summary>
public sealed class BodyProcessor(AnswerSchemas schemas, SharedComponents shared) : IOperationProcessor
{
    private const string Json = "application/json";

    /// <inheritdoc/>
    public bool Process(OperationProcessorContext context)
    {
        var operation = context.OperationDescription.Operation;
        if (operation.RequestBody is not { } body)
            return true;
        body.Name = null;
        body.Position = null;
        body.Description ??= "The attributes to write.";
        // A choice of one is none.
        foreach (var content in body.Content.Values.Where(c => c.Schema.OneOf.Count == 1))
            content.Schema = content.Schema.OneOf.First();
        var isPatch = context.OperationDescription.Method == OpenApiOperationMethod.Patch;
        foreach (var parameter in context.MethodInfo.GetParameters().Where(p => p.IsDefined(typeof(FromBodyAttribute), inherit: true)))
        {
            if (parameter.ParameterType == typeof(IUpload))
            {
                body.Content.Clear();
                body.Content["multipart/form-data"] = new OpenApiMediaType { Schema = shared.FileUpload };
                body.IsRequired = true;
                continue;
            }

            if (parameter.ParameterType == typeof(SourceText))
            {
                body.Content.Clear();
                body.Content["text/plain"] = new OpenApiMediaType { Schema = new JsonSchema { Type = JsonObjectType.String } };
                continue;
            }

            if (schemas.Body(parameter.ParameterType, isPatch) is not { } schema)
                continue;
            body.Content.Clear();
            body.Content[Json] = new OpenApiMediaType { Schema = schema };
            // An empty body means that nothing is sent, which forms answer too.
            body.IsRequired = !context.OperationDescription.Path.EndsWith("/form", StringComparison.Ordinal);
        }

        return true;
    }
}
