using System.Globalization;
using System.Text.Json;
using OpenProject.Api.Errors;
using OpenProject.Application.Common;
using OpenProject.Application.Scim;

namespace OpenProject.Api.Scim;

/// <summary>Answers problems of SCIM (RFC 7644 section 3.12). Without good credentials the detail is the error of RFC 6750.</summary>
internal sealed class ScimProblemWriter : IProblemWriter
{
    private const string Schema = "urn:ietf:params:scim:api:messages:2.0:Error";

    private const string SomeSeconds = "2";

    public ApiArea Area => ApiArea.Scim;

    /// <summary>The status of a problem's answer.</summary>
    public static int StatusOf(Problem problem) => problem switch
    {
        _ when CredentialRefusal.WordOf(problem) is not null => StatusCodes.Status401Unauthorized,
        Problem.Named { Name: ScimErrors.Stale } => StatusCodes.Status412PreconditionFailed,
        Problem.Named { Name: ScimErrors.NotImplemented } => StatusCodes.Status501NotImplemented,
        Problem.Named { Name: ScimErrors.TooLarge } => StatusCodes.Status413PayloadTooLarge,
        Problem.Invalid { Errors: var errors } => errors.Any(IsTaken) ? StatusCodes.Status409Conflict : StatusCodes.Status400BadRequest,

        // Others wrote the same at the same moment; nothing is wrong with the request.
        Problem.Conflict => StatusCodes.Status503ServiceUnavailable,
        _ => V3Errors.StatusOf(problem),
    };

    /// <summary>Writes the error object of a problem.</summary>
    /// <param name="json">Takes it.</param>
    /// <param name="problem">The problem.</param>
    /// <param name="status">The status that it is told with; null for its own.</param>
    public static void Write(Utf8JsonWriter json, Problem problem, int? status = null) => Write(json, status ?? StatusOf(problem), NameOf(problem), DetailOf(problem));

    /// <summary>Writes the error object of a failure of ours.</summary>
    public static void WriteFailure(Utf8JsonWriter json) => Write(json, StatusCodes.Status500InternalServerError, null, "An internal error has occurred.");

    public async Task WriteAsync(HttpContext http, Problem problem)
    {
        var status = StatusOf(problem);
        if (status == StatusCodes.Status503ServiceUnavailable)
            http.Response.Headers.RetryAfter = SomeSeconds;
        await ScimJson.SendAsync(http, status, json => Write(json, problem));
    }

    public Task WriteFailureAsync(HttpContext http) => ScimJson.SendAsync(http, StatusCodes.Status500InternalServerError, WriteFailure);

    private static void Write(Utf8JsonWriter json, int status, string? name, string detail)
    {
        json.WriteStartObject();
        json.WriteSchemas(Schema);
        json.WriteString("detail", detail);
        json.WriteString("status", status.ToString(CultureInfo.InvariantCulture));
        if (name is not null)
            json.WriteString("scimType", name);
        json.WriteEndObject();
    }

    private static string? NameOf(Problem problem) => problem switch
    {
        Problem.Named named => StatusOf(named) == StatusCodes.Status400BadRequest ? named.Name : null,
        Problem.Invalid invalid => invalid.Errors.Any(IsTaken) ? ScimErrors.Uniqueness : ScimErrors.InvalidValue,
        Problem.Malformed => ScimErrors.InvalidSyntax,
        _ => null,
    };

    private static string DetailOf(Problem problem) => CredentialRefusal.WordOf(problem) ?? problem switch
    {
        Problem.Named named => named.Message,
        Problem.Invalid { Errors: var errors } when errors.FirstOrDefault(IsTaken) is { } taken => "Operation failed due to a uniqueness constraint: " + SentenceOf(taken),
        Problem.Invalid { Errors: [var error, ..] } => "Invalid resource: " + error.Message,
        Problem.Forbidden { Message: null } => "Action forbidden: insufficient permissions.",
        Problem.Conflict => "Others write the same at this moment; try again.",
        _ => V3Errors.MessageOf(problem),
    };

    private static bool IsTaken(FieldError error) => error.Kind == FieldErrorKind.Taken;

    // The database names columns; these are the words that clients know.
    private static string SentenceOf(FieldError error) => error.Attribute switch
    {
        "login" => "Username has already been taken.",
        "externalKey" => "External id has already been taken.",
        _ => error.Message,
    };
}
