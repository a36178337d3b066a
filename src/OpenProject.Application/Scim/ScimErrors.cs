using OpenProject.Application.Common;

namespace OpenProject.Application.Scim;

/// <summary>The refusals that SCIM has names for (RFC 7644 section 3.12, RFC 9865 section 2.1), and some for which a status says all.</summary>
public static class ScimErrors
{
    /// <summary>The filter is malformed, or asks what cannot be asked.</summary>
    public const string InvalidFilter = "invalidFilter";

    /// <summary>The body is no such message.</summary>
    public const string InvalidSyntax = "invalidSyntax";

    /// <summary>The path of a change is malformed or leads nowhere.</summary>
    public const string InvalidPath = "invalidPath";

    /// <summary>There is nothing where the path of a change leads.</summary>
    public const string NoTarget = "noTarget";

    /// <summary>A value is missing, or of another kind than the attribute's.</summary>
    public const string InvalidValue = "invalidValue";

    /// <summary>The attribute may not be changed so.</summary>
    public const string Mutability = "mutability";

    /// <summary>Another resource has the value.</summary>
    public const string Uniqueness = "uniqueness";

    /// <summary>The cursor was not made here, or for another request.</summary>
    public const string InvalidCursor = "invalidCursor";

    /// <summary>The cursor is too old.</summary>
    public const string ExpiredCursor = "expiredCursor";

    /// <summary>The count is no number.</summary>
    public const string InvalidCount = "invalidCount";

    /// <summary>No name of SCIM's: the resource is not in the state that the request asks for (status 412).</summary>
    public const string Stale = "stale";

    /// <summary>No name of SCIM's: what the standard has and this server does not (status 501).</summary>
    public const string NotImplemented = "notImplemented";

    /// <summary>No name of SCIM's: more operations than one request may have (status 413).</summary>
    public const string TooLarge = "tooLarge";

    private const int LongestMessage = 1000;

    /// <summary>A refusal, to be thrown. What it repeats of the request is cut.</summary>
    public static ProblemException Of(string name, string message) =>
        new(new Problem.Named(name, message.Length <= LongestMessage ? message : message[..LongestMessage] + "..."));

    /// <summary>There is no such resource.</summary>
    public static ProblemException Missing(string id) => new(new Problem.NotFound($"Resource \"{id}\" not found"));

    /// <summary>A filter that is refused.</summary>
    public static ProblemException Filter(string why) => Of(
        InvalidFilter, "The specified filter syntax was invalid, or the specified attribute and filter comparison combination is not supported: " + why);
}
