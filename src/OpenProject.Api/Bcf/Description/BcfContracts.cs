using System.Text;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;
using OpenProject.Api.OpenApi;
using OpenProject.Application.Bcf;

namespace OpenProject.Api.Bcf.Description;

/// <summary>The OpenAPI 3.1 document of BCF API 2.1, made from <see cref="BcfOperation"/> when it is first asked for.</summary>
public sealed class BcfContracts(BcfPolicy policy)
{
    private readonly Lazy<Task<Contract>> contract = new(() => Task.Run(() => GenerateAsync(policy)));

    /// <summary>The document; it has no overview beside.</summary>
    public Task<Contract> GetAsync() => contract.Value;

    private static async Task<Contract> GenerateAsync(BcfPolicy policy)
    {
        using var text = new MemoryStream(Encoding.UTF8.GetBytes(Document(policy).ToJsonString()));
        var read = await OpenApiDocument.LoadAsync(text, "json", new OpenApiReaderSettings());
        if (read.Document is not { } document || read.Diagnostic is { Errors.Count: > 0 })
            throw new InvalidOperationException("The document is not valid: " + string.Join("; ", read.Diagnostic?.Errors.Select(e => e.ToString()) ?? []));
        return new Contract(
            ContractGenerator.Write(document, writer => new OpenApiJsonWriter(writer)), ContractGenerator.Write(document, writer => new OpenApiYamlWriter(writer)), []);
    }

    private static JsonObject Document(BcfPolicy policy)
    {
        var paths = new JsonObject();
        foreach (var path in BcfOperation.All.GroupBy(o => o.Path, StringComparer.Ordinal))
            paths[path.Key] = new JsonObject(path.Select(o => KeyValuePair.Create(o.Method, (JsonNode?)Operation(o))));
        return new JsonObject
        {
            ["openapi"] = "3.1.0",
            ["info"] = new JsonObject
            {
                ["title"] = "BCF API of OpenProject.Api",
                ["version"] = "2.1",
                ["description"] = "Issues of building models, which are work packages: buildingSMART's BCF API 2.1.",
                ["license"] = new JsonObject { ["name"] = "No licence chosen yet", ["identifier"] = "LicenseRef-None" },
                ["contact"] = new JsonObject { ["name"] = "OpenProject.Api" },
            },
            ["servers"] = new JsonArray(new JsonObject { ["url"] = "/", ["description"] = "This server" }),
            ["security"] = new JsonArray(
                new JsonObject { ["oauth2"] = new JsonArray("bcf_v2_1") }, new JsonObject { ["basic"] = new JsonArray() }),
            ["tags"] = new JsonArray([.. BcfOperation.All.Select(TagOf).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
                .Select(tag => (JsonNode)new JsonObject { ["name"] = tag, ["description"] = $"{tag} of BCF." })]),
            ["paths"] = paths,
            ["components"] = new JsonObject { ["schemas"] = BcfSchemas.All(policy), ["securitySchemes"] = SecuritySchemes(), ["responses"] = Refusals() },
        };
    }

    private static JsonObject Operation(BcfOperation operation)
    {
        var described = new JsonObject
        {
            ["tags"] = new JsonArray(TagOf(operation)), ["summary"] = operation.Summary, ["description"] = operation.Summary + ".", ["operationId"] = operation.Id,
        };
        if (Parameters(operation) is { Count: > 0 } parameters)
            described["parameters"] = parameters;
        if (operation.TakesBytes)
            described["requestBody"] = Body("application/octet-stream", new JsonObject());
        else if (operation.Request is { } sent)
            described["requestBody"] = Body("application/json", Of(sent, operation.SendsList));
        var responses = new JsonObject { [operation.Status.ToString()] = Answer(operation) };
        foreach (var refusal in RefusalsOf(operation))
            responses[refusal] = new JsonObject { ["$ref"] = "#/components/responses/" + refusal };
        described["responses"] = responses;
        if (operation.IsOpen)
            described["security"] = new JsonArray();
        return described;
    }

    private static JsonArray Parameters(BcfOperation operation)
    {
        var parameters = new JsonArray();
        foreach (var name in operation.Path.Split('/').Where(step => step.StartsWith('{')).Select(step => step[1..^1]))
            parameters.Add(Parameter(name, "path", name == "project" ? "The project's id or identifier." : $"The {name}'s guid.", "string"));
        if (operation.IsAsked)
        {
            parameters.Add(Parameter("$filter", "query", "Which elements, in the words of OData 4.", "string"));
            parameters.Add(Parameter("$orderby", "query", "Their order.", "string"));
            parameters.Add(Parameter("$top", "query", "The most elements.", "integer"));
            parameters.Add(Parameter("$skip", "query", "How many are passed over.", "integer"));
        }

        if (operation is { TakesBytes: true, Answer: not "Import" })
            parameters.Add(Parameter("Content-Disposition", "header", "The file's name.", "string"));
        return parameters;
    }

    private static JsonObject Parameter(string name, string place, string description, string type) => new()
    {
        ["name"] = name, ["in"] = place, ["required"] = place != "query", ["description"] = description, ["schema"] = new JsonObject { ["type"] = type },
    };

    private static JsonObject Answer(BcfOperation operation)
    {
        var answer = new JsonObject { ["description"] = operation.Status == StatusCodes.Status204NoContent ? "It is done." : operation.Summary + "." };
        if (operation.Media is { } media)
            answer["content"] = new JsonObject(media.Select(type => KeyValuePair.Create(type, (JsonNode?)new JsonObject())));
        else if (operation.Answer is { } component)
            answer["content"] = new JsonObject { ["application/json"] = new JsonObject { ["schema"] = Of(component, operation.IsList) } };
        return answer;
    }

    private static IEnumerable<string> RefusalsOf(BcfOperation operation)
    {
        if (operation.IsAsked || operation.Request is not null)
            yield return "400";
        // Wrong credentials are refused also where none are needed.
        yield return "401";
        if (!operation.Path.Contains('{') && operation.Request is null)
            yield break;
        yield return "403";
        yield return "404";
        if (operation.Request is null && !operation.TakesBytes)
            yield break;
        yield return "409";
        yield return "413";
        if (operation.Request is not null)
            yield return "415";
        yield return "422";
        if (operation.IsOpen)
            yield return "429";
    }

    private static JsonObject Refusals() => new(new[]
    {
        ("400", "It means nothing."), ("401", "Credentials are missing or wrong."), ("403", "The caller may not."), ("404", "It is missing, or the caller may not see it."),
        ("409", "Somebody else has changed it meanwhile."), ("413", "It is too large."), ("415", "It is not JSON."), ("422", "A value is refused."),
        ("429", "There were too many lately."),
    }.Select(r => KeyValuePair.Create(r.Item1, (JsonNode?)new JsonObject
    {
        ["description"] = r.Item2, ["content"] = new JsonObject { ["application/json"] = new JsonObject { ["schema"] = BcfSchemas.Ref("Error") } },
    })));

    private static JsonObject SecuritySchemes() => new()
    {
        ["oauth2"] = new JsonObject
        {
            ["type"] = "oauth2",
            ["flows"] = new JsonObject
            {
                ["authorizationCode"] = new JsonObject
                {
                    ["authorizationUrl"] = "/oauth/authorize", ["tokenUrl"] = "/oauth/token", ["scopes"] = new JsonObject { ["bcf_v2_1"] = "Read and change topics." },
                },
            },
        },
        ["basic"] = new JsonObject { ["type"] = "http", ["scheme"] = "basic", ["description"] = "The user apikey with an API token." },
    };

    private static JsonObject Body(string media, JsonObject schema)
    {
        var content = new JsonObject();
        if (schema.Count > 0)
            content["schema"] = schema;
        return new JsonObject { ["required"] = true, ["content"] = new JsonObject { [media] = content } };
    }

    private static JsonObject Of(string component, bool isList) =>
        isList ? new JsonObject { ["type"] = "array", ["items"] = BcfSchemas.Ref(component) } : BcfSchemas.Ref(component);

    private static string TagOf(BcfOperation operation) => operation.Path switch
    {
        var path when path.Contains("/events", StringComparison.Ordinal) => "Events",
        var path when path.Contains("/comments", StringComparison.Ordinal) => "Comments",
        var path when path.Contains("/viewpoints", StringComparison.Ordinal) => "Viewpoints",
        var path when path.Contains("/topics", StringComparison.Ordinal) => "Topics",
        var path when path.Contains("/projects", StringComparison.Ordinal) => "Projects",
        _ => "Versions and sign-in",
    };
}
