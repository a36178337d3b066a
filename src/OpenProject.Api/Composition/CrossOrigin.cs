using Microsoft.Extensions.Options;
using OpenProject.Api.Bcf;
using OpenProject.Api.OAuth;
using OpenProject.Api.V3;

namespace OpenProject.Api.Composition;

/// <summary>Scripts of other origins (CORS): API v3, BCF and the authorization server can be opened to some, with what they know of the person.</summary>
internal static class CrossOrigin
{
    /// <summary>
    /// Answers preflights before anybody is authenticated, and lets the listed origins read answers, errors too. Origins are
    /// compared as they are written. Where it is off, nothing tells that there is such a thing.
    /// </summary>
    public static void UseCrossOrigin(this WebApplication app)
    {
        var options = app.Services.GetRequiredService<IOptions<ApiV3Options>>().Value;
        if (!options.CorsEnabled)
            return;
        var origins = options.Origins.ToHashSet(StringComparer.Ordinal);
        app.UseWhen(IsOpen, open => open.UseCors(policy => policy.SetIsOriginAllowed(origins.Contains).AllowAnyMethod().AllowAnyHeader().AllowCredentials()
            .WithExposedHeaders("ETag", "X-Total-Count")));
    }

    private static bool IsOpen(HttpContext http) =>
        http.Request.Path.StartsWithSegments(RequestPath.Root, StringComparison.Ordinal) || http.Request.Path.StartsWithSegments(BcfPaths.Root, StringComparison.Ordinal)
        || http.Request.Path.StartsWithSegments(OAuthEndpoints.Root, StringComparison.Ordinal);
}
