using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using OpenProject.Application.Common;
using OpenProject.Application.Scim;

namespace OpenProject.Api.Scim;

/// <summary>Many operations in one request (RFC 7644 section 3.7).</summary>
[Route("scim_v2/Bulk")]
public sealed class ScimBulkController(ScimBulk bulk, CurrentViewer current) : ScimController
{
    private const string RequestSchema = "urn:ietf:params:scim:api:messages:2.0:BulkRequest";
    private const string ResponseSchema = "urn:ietf:params:scim:api:messages:2.0:BulkResponse";

    // What bulk requests answer of resources is their version and address.
    private static readonly string[] Told = ["meta"];

    /// <summary>Does them, and tells of each.</summary>
    [HttpPost]
    public async Task Run()
    {
        using var body = await ScimBodies.ReadAsync(Request, Ended);
        var (operations, mostErrors) = Read(body.RootElement);
        var results = await bulk.RunAsync(operations, mostErrors, current.Viewer, new ScimCall(Root, Caller!.Provider, Told) { ClientId = Caller.Id }, Ended);
        await ScimJson.SendAsync(HttpContext, StatusCodes.Status200OK, json =>
        {
            json.WriteStartObject();
            json.WriteSchemas(ResponseSchema);
            json.WriteStartArray("Operations");
            for (var at = 0; at < results.Count; at++)
            {
                if (results[at] is { } result)
                    Write(json, operations[at], result);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        });
    }

    private static (IReadOnlyList<ScimBulkOperation> Operations, int? MostErrors) Read(JsonElement body)
    {
        ScimBody.Names(body, RequestSchema);
        if (ScimBody.Member(body, "Operations") is not { ValueKind: JsonValueKind.Array } operations)
            throw ScimErrors.Of(ScimErrors.InvalidSyntax, "'Operations' must be a list.");
        if (operations.GetArrayLength() > ScimConfiguration.MostOperations)
            throw ScimErrors.Of(ScimErrors.TooLarge, $"The request has more than {ScimConfiguration.MostOperations} operations (maxOperations).");
        int? mostErrors = ScimBody.Member(body, "failOnErrors") switch
        {
            null or { ValueKind: JsonValueKind.Null } => null,
            { ValueKind: JsonValueKind.Number } most when most.TryGetInt32(out var number) && number > 0 => number,
            _ => throw ScimErrors.Of(ScimErrors.InvalidValue, "'failOnErrors' must be a number above 0."),
        };
        return ([.. operations.EnumerateArray().Select(ScimBulkOperation.Of)], mostErrors);
    }

    private static void Write(Utf8JsonWriter json, ScimBulkOperation operation, ScimBulkResult result)
    {
        json.WriteStartObject();
        json.WriteString("method", operation.Method);
        if (operation.BulkId is { } bulkId)
            json.WriteString("bulkId", bulkId);
        if (result.Location is { } location)
            json.WriteString("location", location);
        if (result.Version is { } version)
            json.WriteString("version", version);
        json.WriteString("status", result.Status.ToString(CultureInfo.InvariantCulture));
        if (result.IsError)
        {
            json.WritePropertyName("response");
            if (result.Problem is { } problem)
                ScimProblemWriter.Write(json, problem, result.Status);
            else
                ScimProblemWriter.WriteFailure(json);
        }

        json.WriteEndObject();
    }
}
