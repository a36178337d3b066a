using System.Text.Json;
using OpenProject.Api.Errors;
using OpenProject.Api.Hal;
using OpenProject.Application.Common;

namespace OpenProject.Api.Scim;

/// <summary>Answers problems of SCIM (RFC 7644 section 3.12). Without good credentials the detail is the error of RFC 6750.</summary>
internal sealed class ScimProblemWriter : IProblemWriter
{
    private const string Schema = "urn:ietf:params:scim:api:messages:2.0:Error";

    public ApiArea Area => ApiArea.Scim;

    public Task WriteAsync(HttpContext http, Problem problem)
    {
        var refusal = CredentialRefusal.WordOf(problem);
        return refusal is null ? WriteAsync(http, V3Errors.StatusOf(problem), V3Errors.MessageOf(problem)) : WriteAsync(http, StatusCodes.Status401Unauthorized, refusal);
    }

    public Task WriteFailureAsync(HttpContext http) => WriteAsync(http, StatusCodes.Status500InternalServerError, "An internal error has occurred.");

    private static async Task WriteAsync(HttpContext http, int status, string detail)
    {
        using var buffer = new HalBuffer();
        var json = buffer.Json;
        json.WriteStartObject();
        json.WriteStartArray("schemas");
        json.WriteStringValue(Schema);
        json.WriteEndArray();
        json.WriteString("detail", detail);
        json.WriteString("status", status.ToString());
        json.WriteEndObject();
        json.Flush();
        await ErrorBody.WriteAsync(http, status, "application/scim+json; charset=utf-8", buffer.Written);
    }
}
