namespace OpenProject.Application.Common;

/// <summary>Why one attribute was refused.</summary>
public enum FieldErrorKind
{
    /// <summary>A rule does not hold for the value.</summary>
    Constraint,

    /// <summary>Somebody else has the value already, and only one may.</summary>
    Taken,

    /// <summary>The attribute was changed but may not be written.</summary>
    ReadOnly,

    /// <summary>The value has the wrong type or format.</summary>
    Format,

    /// <summary>The link leads to another kind of resource.</summary>
    LinkTarget,

    /// <summary>A needed property is absent.</summary>
    Missing,
}

/// <summary>How a request to another server went wrong.</summary>
public enum OutboundFailure
{
    /// <summary>It does not answer, or not as it should.</summary>
    Failed,

    /// <summary>It does not know what was asked for.</summary>
    NotFound,

    /// <summary>It does not let this server in, or there is nothing to be let in by.</summary>
    Forbidden,
}

/// <summary>One refused attribute.</summary>
/// <param name="Attribute">The API's name of the attribute; <c>base</c> for the resource as a whole.</param>
/// <param name="Message">One sentence with a final period.</param>
/// <param name="Kind">Which kind of error it is.</param>
public sealed record FieldError(string Attribute, string Message, FieldErrorKind Kind = FieldErrorKind.Constraint);

/// <summary>
/// Everything a caller can do wrong, independent of any API's format. One writer per API area turns it into a response.
/// </summary>
public abstract record Problem
{
    private Problem()
    {
    }

    /// <summary>Missing or invisible; <paramref name="Message"/> replaces the general sentence.</summary>
    public sealed record NotFound(string? Message = null) : Problem;

    /// <summary>Visible, but not allowed.</summary>
    public sealed record Forbidden(string? Message = null) : Problem;

    /// <summary>There is something, but it takes other methods.</summary>
    public sealed record MethodNotAllowed(IReadOnlyList<string> Allowed) : Problem;

    /// <summary>No or wrong credentials where some are needed.</summary>
    public sealed record Unauthenticated(bool WrongCredentials = false) : Problem;

    /// <summary>Credentials from where too many have failed; <paramref name="RetryAfter"/> is how long to wait.</summary>
    public sealed record TooManyFailures(TimeSpan RetryAfter) : Problem;

    /// <summary>The caller, or whoever comes from where he comes, has asked for as much as may be asked for lately.</summary>
    /// <param name="Message">A sentence about it.</param>
    /// <param name="RetryAfter">How long to wait.</param>
    public sealed record TooManyRequests(string Message, TimeSpan RetryAfter) : Problem;

    /// <summary>Good credentials that do not open this API.</summary>
    public sealed record InsufficientScope : Problem;

    /// <summary>The stored state has moved on, or stands in the way.</summary>
    public sealed record Conflict(string? Message = null) : Problem;

    /// <summary>Refused attributes, one or more.</summary>
    public sealed record Invalid(IReadOnlyList<FieldError> Errors) : Problem
    {
        /// <summary>One refused attribute.</summary>
        public Invalid(string attribute, string message)
            : this([new FieldError(attribute, message)])
        {
        }
    }

    /// <summary>The body is not what the operation takes: not JSON, not one object, or not parseable.</summary>
    public sealed record Malformed(string Message) : Problem;

    /// <summary>A query parameter (filters, sortBy, groupBy, page) cannot be understood.</summary>
    public sealed record InvalidQuery(string Message) : Problem;

    /// <summary>A path or simple query parameter has the wrong type.</summary>
    public sealed record BadRequest(string Message) : Problem;

    /// <summary><c>select</c> names a property that no resource here has.</summary>
    public sealed record InvalidSelect(string Message) : Problem;

    /// <summary>What a text to be rendered is about does not exist, or is not seen.</summary>
    public sealed record InvalidRenderContext : Problem;

    /// <summary>What is asked makes no sense for the resource.</summary>
    public sealed record Unprocessable(string Message) : Problem;

    /// <summary>The user's status does not allow the step.</summary>
    public sealed record InvalidUserStatusTransition : Problem;

    /// <summary>The request's media type is not one of those taken.</summary>
    public sealed record Unsupported(string Expected, string? Actual) : Problem;

    /// <summary>The body is larger than allowed.</summary>
    public sealed record TooLarge(long LimitInBytes) : Problem;

    /// <summary>What the API's own standard has a name for, which is all that its writer needs.</summary>
    /// <param name="Name">The name.</param>
    /// <param name="Message">A sentence about it.</param>
    public sealed record Named(string Name, string Message) : Problem;

    /// <summary>Another server was asked, and its answer is of no use.</summary>
    public sealed record Outbound(OutboundFailure Failure) : Problem;

    /// <summary>The server cannot answer now, but may soon: its database is away or not of this version.</summary>
    public sealed record Unavailable : Problem;
}
