using OpenProject.Application.Common;

namespace OpenProject.Api.Authentication;

/// <summary>What became of a bearer token: for whom it stands, or why it is refused.</summary>
/// <param name="Viewer">For whom; an application that comes for itself and acts as nobody is the anonymous viewer.</param>
/// <param name="Error">The error of RFC 6750 section 3.1 otherwise.</param>
/// <param name="Description">A sentence about it, for developers.</param>
public sealed record BearerResult(Viewer? Viewer, string? Error = null, string? Description = null)
{
    /// <summary>The error for tokens that are no good.</summary>
    public const string InvalidToken = "invalid_token";

    /// <summary>The error for good tokens of other APIs.</summary>
    public const string InsufficientScope = "insufficient_scope";

    /// <summary>A token that is no good.</summary>
    public static BearerResult Invalid(string? description = null) => new(null, InvalidToken, description);
}
