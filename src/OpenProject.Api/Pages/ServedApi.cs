using OpenProject.Api.Errors;

namespace OpenProject.Api.Pages;

/// <summary>One of the APIs, as a person reads about it.</summary>
/// <param name="Area">Which it is.</param>
/// <param name="Name">Its name.</param>
/// <param name="About">What it is for.</param>
/// <param name="Path">Where it lives.</param>
/// <param name="Start">An address of it that answers GET, for the link; null where what people sign in with opens nothing.</param>
public sealed record ServedApi(ApiArea Area, string Name, string About, string Path, string? Start)
{
    /// <summary>Whether this program serves it.</summary>
    public bool IsServed { get; init; }

    /// <summary>Whether <see cref="Start"/> answers.</summary>
    public bool HasStart { get; init; }

    /// <summary>All that the product is to speak.</summary>
    public static IReadOnlyList<ServedApi> All { get; } =
    [
        new(ApiArea.V3, "API v3", "projects, work packages and people as HAL+JSON", "/api/v3", "/api/v3"),
        new(ApiArea.OAuth, "OAuth 2.0", "sign-in for applications", "/oauth", "/.well-known/oauth-authorization-server"),
        new(ApiArea.Scim, "SCIM 2.0", "identity providers bring users and groups", "/scim_v2", null),
        new(ApiArea.Mcp, "Model Context Protocol", "agents work with the caller's own rights", "/mcp", "/mcp"),
        new(ApiArea.Bcf, "BCF API 2.1", "issues of building models", "/api/bcf/2.1", "/api/bcf/2.1/projects"),
        new(ApiArea.WellKnown, "Well-known documents", "which installation this is", "/.well-known", "/.well-known/openproject-metadata"),
    ];
}
