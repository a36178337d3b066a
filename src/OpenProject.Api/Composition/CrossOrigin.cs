using Microsoft.Extensions.Options;
using OpenProject.Api.Bcf;
using OpenProject.Api.Mcp;
using OpenProject.Api.OAuth;
using OpenProject.Api.V3;

namespace OpenProject.Api.Composition;

/// <summary>Scripts of other origins (CORS): API v3, BCF and the authorization server can be opened to some, with what they know of the person; MCP to others, which have to bring a token.</summary>
internal static class CrossOrigin
{
    /// <summary>
    /// Answers preflights before anybody is authenticated, and lets the listed origins read answers, errors too. Origins are
    /// compared as they are written. Where it is off, nothing tells that there is such a thing.
    /// </summary>
    public static void UseCrossOrigin(this WebApplication app)
    {
        app.OpenMcp();
        var options = app.Services.GetRequiredService<IOptions<ApiV3Options>>().Value;
        if (!options.CorsEnabled)
            return;
        var origins = options.Origins.ToHashSet(StringComparer.Ordinal);
        app.UseWhen(IsOpen, open => open.UseCors(policy => policy.SetIsOriginAllowed(origins.Contains).AllowAnyMethod().AllowAnyHeader().AllowCredentials()
            .WithExposedHeaders("ETag", "X-Total-Count")));
    }

    private static void OpenMcp(this WebApplication app)
    {
        var origins = app.Services.GetRequiredService<IOptions<McpOptions>>().Value.Origins.ToHashSet(StringComparer.Ordinal);
        if (origins.Count == 0)
            return;
        app.UseWhen(IsMcp, open => open.UseCors(policy => policy.SetIsOriginAllowed(origins.Contains).WithMethods(HttpMethods.Post).AllowAnyHeader()
            .WithExposedHeaders("WWW-Authenticate", "Mcp-Session-Id", "Mcp-Protocol-Version")));
    }

    private static bool IsMcp(HttpContext http) => http.Request.Path.Equals(ProtectedResource.Mcp.Path, StringComparison.Ordinal);

    private static bool IsOpen(HttpContext http) =>
        http.Request.Path.StartsWithSegments(RequestPath.Root, StringComparison.Ordinal) || http.Request.Path.StartsWithSegments(BcfPaths.Root, StringComparison.Ordinal)
        || http.Request.Path.StartsWithSegments(OAuthEndpoints.Root, StringComparison.Ordinal);
}
