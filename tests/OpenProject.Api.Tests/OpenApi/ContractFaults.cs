using System.Text.Json;
using NJsonSchema;
using NJsonSchema.Validation;
using OpenProject.Testing;

namespace OpenProject.Api.Tests.OpenApi;

/// <summary>Holds answers against what a served description says of them.</summary>
internal static class ContractFaults
{
    /// <summary>What an answer has that its operation does not tell of; nothing where it is as documented.</summary>
    /// <param name="document">The description.</param>
    /// <param name="operation">The operation in it.</param>
    /// <param name="answer">The answer.</param>
    public static async Task<IReadOnlyList<string>> OfAsync(JsonElement document, JsonElement operation, ApiAnswer answer)
    {
        var status = ((int)answer.Status).ToString();
        if (!operation.GetProperty("responses").TryGetProperty(status, out var response))
            return [$"The status {status} is not documented."];
        if (response.TryGetProperty("$ref", out var reference))
            response = document.GetProperty("components").GetProperty("responses").GetProperty(reference.GetString()!.Split('/')[^1]);
        if (!response.TryGetProperty("content", out var content))
            return answer.Text.Length == 0 ? [] : ["There is a body, and none is documented."];
        if (!content.TryGetProperty(answer.ContentHeaders.ContentType?.MediaType ?? "", out var media))
            return [$"The media type {answer.ContentHeaders.ContentType?.ToString() ?? "of no body"} is not documented."];
        if (!media.TryGetProperty("schema", out var wanted))
            return [];
        var components = document.GetProperty("components").GetProperty("schemas").GetRawText();
        var schema = await JsonSchema.FromJsonAsync(
            $$"""{"definitions":{{components}},"allOf":[{{wanted.GetRawText()}}]}""".Replace("#/components/schemas/", "#/definitions/", StringComparison.Ordinal));
        var settings = new JsonSchemaValidatorSettings();
        // Its durations are .NET's, ours are ISO 8601; its URIs are absolute with a scheme that it knows.
        settings.FormatValidators = settings.FormatValidators.Where(v => v.Format is "date" or "date-time");
        return [.. schema.Validate(answer.Text, settings).Select(e => e.ToString())];
    }
}
