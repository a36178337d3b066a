using OpenProject.Application.Common;

namespace OpenProject.Api.Errors;

/// <summary>What APIs that have no error object for it answer to callers without good credentials: one word, that of the challenge.</summary>
internal static class CredentialRefusal
{
    /// <summary>The word; null when the problem is another one.</summary>
    public static string? WordOf(Problem problem) => problem switch
    {
        Problem.InsufficientScope => "insufficient_scope",
        Problem.Unauthenticated { WrongCredentials: true } => "invalid_token",
        Problem.Unauthenticated => "unauthorized",
        _ => null,
    };
}
