using OpenProject.Api.Errors;
using OpenProject.Api.WellKnown;

namespace OpenProject.Api.Composition;

/// <summary>Services and pipeline of the documents under <c>/.well-known/</c>.</summary>
internal static class WellKnown
{
    private const string Root = "/.well-known";

    /// <summary>Registers their errors and the cache of their answers.</summary>
    public static IServiceCollection AddWellKnown(this IServiceCollection services)
    {
        services.AddSingleton<IProblemWriter, WellKnownProblemWriter>();
        return services.AddOutputCache(cache => cache.AddPolicy(PublicDocumentCache.Name, new PublicDocumentCache()));
    }

    /// <summary>Scripts of every origin may read these documents, whatever the answer: they are the same for everyone.</summary>
    public static void UseWellKnownBeforeRouting(this IApplicationBuilder app) =>
        app.Use((http, next) =>
        {
            if (http.Request.Path.StartsWithSegments(Root, StringComparison.Ordinal))
                http.Response.Headers.AccessControlAllowOrigin = "*";
            return next(http);
        });

    /// <summary>Answers from the cache, before any other work is done for the request.</summary>
    public static void UseWellKnownAfterRouting(this IApplicationBuilder app) => app.UseOutputCache();
}
