using System.Reflection;
using System.Xml.Linq;
using Microsoft.AspNetCore.Mvc;
using Namotion.Reflection;
using NJsonSchema;
using NSwag;
using NSwag.Generation.Processors;
using NSwag.Generation.Processors.Contexts;
using OpenProject.Api.Authentication;
using OpenProject.Api.V3;

namespace OpenProject.Api.OpenApi;

/// <summary>
/// Answers: the statuses of the action's documentation, those that the pipeline adds, the declared schemas and the media
/// type of API v3 (NSwag ignores what <see cref="ProducesAttribute"/> says).
/// </summary>
public sealed class AnswerProcessor(AnswerSchemas schemas, SharedComponents shared) : IOperationProcessor
{
    private const string Hal = "application/hal+json";

    /// <inheritdoc/>
    public bool Process(OperationProcessorContext context)
    {
        var operation = context.OperationDescription.Operation;
        var success = SuccessSchema(context);
        operation.Responses.Clear();
        var media = context.MethodInfo.GetCustomAttribute<AnswersAttribute>();
        foreach (var (status, text) in Documented(context.MethodInfo))
            operation.Responses[status] = (status[0], media) switch
            {
                // What says where it is has no body.
                ('3', _) => Answer(text, schema: null),
                ('2', null) => Answer(text, status == "204" ? null : success),
                ('2', _) => Other(text, media),
                _ => Error(text),
            };
        if (!operation.Responses.Keys.Any(s => s[0] == '2'))
            operation.Responses[success is null ? "204" : "200"] = Answer("Done.", success);
        AddCommon(context, operation);
        ContractProcessor.Sort(operation.Responses);
        return true;
    }

    private JsonSchema? SuccessSchema(OperationProcessorContext context)
    {
        if (AnswerSchemas.Unwrap(context.MethodInfo.ReturnType) is not { } document)
            return null;
        return schemas.Answer(document, context.OperationDescription.Path, context.OperationDescription.Operation.OperationId)
            ?? context.OperationDescription.Operation.Responses.Values.SelectMany(r => r.Content.Values).FirstOrDefault()?.Schema;
    }

    private static IEnumerable<(string Status, string Text)> Documented(System.Reflection.MethodInfo action)
    {
        foreach (var response in action.GetXmlDocsElement()?.Elements("response") ?? [])
        {
            if (response.Attribute("code") is { } code)
                yield return (code.Value, Text(response));
        }
    }

    private static string Text(XElement element) => element.ToXmlDocsContent(new XmlDocsOptions { FormattingMode = XmlDocsFormattingMode.Markdown }).Trim();

    private void AddCommon(OperationProcessorContext context, OpenApiOperation operation)
    {
        if (!context.MethodInfo.IsDefined(typeof(AnonymousAttribute), inherit: true) && context.ControllerType?.IsDefined(typeof(AnonymousAttribute), inherit: true) != true)
            operation.Responses.TryAdd("401", Error("The credentials are missing or wrong."));
        if (operation.RequestBody is null)
            return;
        operation.Responses.TryAdd("400", Error("The body is not a single JSON object."));
        operation.Responses.TryAdd("406", new OpenApiResponse
        {
            Description = "The request has no content type.",
            Content = { ["text/plain"] = new OpenApiMediaType { Schema = new JsonSchema { Type = JsonObjectType.String } } },
        });
        operation.Responses.TryAdd("413", Error("The body is too large."));
        operation.Responses.TryAdd("415", Error("The content type is not one that the operation takes."));
    }

    private OpenApiResponse Error(string text) => Answer(text, shared.ErrorResponse);

    private static OpenApiResponse Other(string text, AnswersAttribute media) => new()
    {
        Description = text,
        Content = { [media.ContentType] = new OpenApiMediaType { Schema = new JsonSchema { Type = JsonObjectType.String, Format = media.Format } } },
    };

    private static OpenApiResponse Answer(string text, JsonSchema? schema)
    {
        var response = new OpenApiResponse { Description = text };
        if (schema is not null)
            response.Content[Hal] = new OpenApiMediaType { Schema = schema };
        return response;
    }
}
