using System.Text.Json;
using OpenProject.Api.Hal;
using OpenProject.Application.Common;

namespace OpenProject.Api.Errors;

/// <summary>API v3's error objects: <c>_type: Error</c>, an identifier that programs read and a sentence that people do.</summary>
public static class V3Errors
{
    private const string Urn = "urn:openproject-org:api:v3:errors:";

    /// <summary>The status of a problem's answer.</summary>
    public static int StatusOf(Problem problem) => problem switch
    {
        Problem.NotFound => StatusCodes.Status404NotFound,
        Problem.Forbidden or Problem.InsufficientScope => StatusCodes.Status403Forbidden,
        Problem.Unauthenticated => StatusCodes.Status401Unauthorized,
        Problem.MethodNotAllowed => StatusCodes.Status405MethodNotAllowed,
        Problem.Conflict => StatusCodes.Status409Conflict,
        Problem.Invalid or Problem.Unprocessable => StatusCodes.Status422UnprocessableEntity,
        Problem.Unsupported => StatusCodes.Status415UnsupportedMediaType,
        Problem.TooLarge => StatusCodes.Status413PayloadTooLarge,
        Problem.TooManyFailures or Problem.TooManyRequests => StatusCodes.Status429TooManyRequests,
        Problem.Outbound => StatusCodes.Status500InternalServerError,
        Problem.Unavailable => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status400BadRequest,
    };

    /// <summary>The sentence about a problem: of several refused attributes the first one's.</summary>
    public static string MessageOf(Problem problem) => problem is Problem.Invalid invalid ? invalid.Errors[0].Message : Describe(problem).Message;

    /// <summary>Writes the error object of a problem.</summary>
    public static void Write(Utf8JsonWriter json, Problem problem)
    {
        switch (problem)
        {
            case Problem.Invalid { Errors: [var error] }:
                Write(json, error);
                break;
            case Problem.Invalid { Errors: var errors }:
                WriteMultiple(json, errors);
                break;
            default:
                var (name, message) = Describe(problem);
                Write(json, name, message, attribute: null);
                break;
        }
    }

    /// <summary>Writes an error object that no <see cref="Problem"/> stands behind.</summary>
    public static void Write(Utf8JsonWriter json, string name, string message, string? attribute)
    {
        json.WriteStartObject();
        json.WriteString(Names.Type, "Error");
        json.WriteString(Names.ErrorIdentifier, Urn + name);
        json.WriteString(Names.Message, message);
        if (attribute is not null)
        {
            json.WriteStartObject(Names.Embedded);
            json.WriteStartObject("details");
            json.WriteString("attribute", attribute);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, FieldError error) => Write(json, NameOf(error.Kind), error.Message, error.Attribute);

    private static void WriteMultiple(Utf8JsonWriter json, IReadOnlyList<FieldError> errors)
    {
        json.WriteStartObject();
        json.WriteString(Names.Type, "Error");
        json.WriteString(Names.ErrorIdentifier, Urn + "MultipleErrors");
        json.WriteString(Names.Message, "Multiple field constraints have been violated.");
        json.WriteStartObject(Names.Embedded);
        json.WriteStartArray("errors");
        foreach (var error in errors)
            Write(json, error);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static string NameOf(FieldErrorKind kind) => kind switch
    {
        FieldErrorKind.ReadOnly => "PropertyIsReadOnly",
        FieldErrorKind.Format => "PropertyFormatError",
        FieldErrorKind.LinkTarget => "ResourceTypeMismatch",
        FieldErrorKind.Missing => "PropertyMissingError",
        _ => "PropertyConstraintViolation",
    };

    private static (string Name, string Message) Describe(Problem problem) => problem switch
    {
        Problem.NotFound p => ("NotFound", p.Message ?? "The requested resource could not be found."),
        Problem.Forbidden p => ("MissingPermission", p.Message ?? "You are not authorized to access this resource."),
        Problem.Unauthenticated { WrongCredentials: true } or Problem.InsufficientScope => ("Unauthenticated", "You did not provide the correct credentials."),
        Problem.Unauthenticated => ("Unauthenticated", "You need to be authenticated to access this resource."),
        Problem.TooManyFailures => ("Unauthenticated", "Too many credentials have failed. Try again later."),
        Problem.TooManyRequests p => ("TooManyRequests", p.Message),
        Problem.MethodNotAllowed => ("MethodNotAllowed", "The method is not allowed for this resource."),
        Problem.Conflict p => ("UpdateConflict", p.Message ?? "Couldn't update the resource because of conflicting modifications."),
        Problem.Malformed p => ("InvalidRequestBody", p.Message),
        Problem.InvalidQuery p => ("InvalidQuery", p.Message),
        Problem.Named p => ("BadRequest", p.Message),
        Problem.BadRequest p => ("BadRequest", p.Message),
        Problem.InvalidSelect p => ("InvalidSignal", p.Message),
        Problem.Unprocessable p => ("UnprocessableContent", p.Message),
        Problem.InvalidRenderContext => ("InvalidRenderContext", "Could not render markdown string in the given context."),
        Problem.InvalidUserStatusTransition =>
            ("InvalidUserStatusTransition", "The current user account status does not allow this operation."),
        Problem.Unsupported p => ("TypeNotSupported", $"Expected CONTENT-TYPE to be '{p.Expected}' but got '{p.Actual}'."),
        Problem.TooLarge p => ("InvalidRequestBody", $"The request body is larger than {p.LimitInBytes} Bytes."),
        Problem.Outbound { Failure: OutboundFailure.NotFound } => ("OutboundRequest:NotFound", "An outbound request to another resource has failed with status code 404."),
        Problem.Outbound { Failure: OutboundFailure.Forbidden } => ("OutboundRequest:Forbidden", "An outbound request to another resource has failed with status code 403."),
        Problem.Outbound => ("OutboundRequest", "An outbound request to another resource has failed."),
        Problem.Unavailable => ("InternalServerError", "The server is not ready."),
        _ => throw new ArgumentOutOfRangeException(nameof(problem), problem, "A kind of problem that API v3 has no error for."),
    };
}
