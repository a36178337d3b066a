using NJsonSchema;
using NSwag;
using NSwag.Generation.Processors;
using NSwag.Generation.Processors.Contexts;
using OpenProject.Application.Resources;

namespace OpenProject.Api.OpenApi;

/// <summary>Parameters: the types that collections read from their text, and the filters and orders that a declaration has.</summary>
public sealed class ParameterProcessor(AnswerSchemas schemas) : IOperationProcessor
{
    /// <inheritdoc/>
    public bool Process(OperationProcessorContext context)
    {
        var answer = AnswerSchemas.Unwrap(context.MethodInfo.ReturnType);
        var choices = answer is not null && schemas.ResourceOf(answer) is { } resource ? resource.Accept(new QueryChoices()) : null;
        foreach (var parameter in context.OperationDescription.Operation.Parameters)
        {
            parameter.Position = null;
            parameter.Schema ??= new JsonSchema();
            // Left out is how parameters say nothing; there is no null in a query string.
            parameter.Schema.IsNullableRaw = null;
            Refine(parameter, choices);
            if (string.IsNullOrWhiteSpace(parameter.Description))
                parameter.Description = Labels.Of(parameter.Name) + ".";
        }

        return true;
    }

    private static void Refine(OpenApiParameter parameter, IReadOnlyDictionary<string, string>? choices)
    {
        if (parameter.Kind != OpenApiParameterKind.Query)
            return;
        switch (parameter.Name)
        {
            case "offset":
                parameter.Schema = new JsonSchema { Type = JsonObjectType.Integer, Minimum = 1, Default = 1 };
                break;
            case "pageSize":
                parameter.Schema = new JsonSchema { Type = JsonObjectType.Integer, Minimum = -1 };
                break;
            case "showSums":
                parameter.Schema = new JsonSchema { Type = JsonObjectType.Boolean, Default = false };
                break;
            default:
                break;
        }

        if (choices?.GetValueOrDefault(parameter.Name) is { } choice)
            parameter.Description = $"{parameter.Description}\n\n{choice}";
    }
}
