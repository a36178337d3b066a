using Microsoft.AspNetCore.OutputCaching;

namespace OpenProject.Api.WellKnown;

/// <summary>
/// Keeps documents that are the same for everyone: one copy each, whatever the query, the host, the credentials or the
/// cookies of the request. The framework's own policy would leave out requests with credentials and vary by the rest.
/// </summary>
internal sealed class PublicDocumentCache : IOutputCachePolicy
{
    /// <summary>The policy's name.</summary>
    public const string Name = "public-document";

    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        context.EnableOutputCaching = true;
        context.AllowCacheLookup = true;
        context.AllowCacheStorage = true;
        context.AllowLocking = true;
        context.CacheVaryByRules.QueryKeys = default;
        context.CacheVaryByRules.VaryByHost = false;
        context.ResponseExpirationTimeSpan = Lifetime;
        return ValueTask.CompletedTask;
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        context.AllowCacheStorage &= context.HttpContext.Response.StatusCode == StatusCodes.Status200OK;
        return ValueTask.CompletedTask;
    }
}
