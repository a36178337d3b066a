using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;
using OpenIddict.EntityFrameworkCore;

namespace OpenProject.Infrastructure.OAuthApplications;

/// <summary>OpenIddict's store of authorizations, writing in turn.</summary>
internal sealed class OAuthAuthorizationStore(
    IMemoryCache cache, IOpenIddictEntityFrameworkCoreContext context, IOptionsMonitor<OpenIddictEntityFrameworkCoreOptions> options, OAuthWrites writes)
    : OpenIddictEntityFrameworkCoreAuthorizationStore<OAuthAuthorization, OAuthClient, OAuthToken, long>(cache, context, options)
{
    public override ValueTask CreateAsync(OAuthAuthorization authorization, CancellationToken cancellationToken) =>
        writes.AddAsync(() => base.CreateAsync(authorization, cancellationToken), cancellationToken);

    public override ValueTask UpdateAsync(OAuthAuthorization authorization, CancellationToken cancellationToken) =>
        writes.ChangeAsync(() => base.UpdateAsync(authorization, cancellationToken), cancellationToken);

    public override ValueTask DeleteAsync(OAuthAuthorization authorization, CancellationToken cancellationToken) =>
        writes.ChangeAsync(() => base.DeleteAsync(authorization, cancellationToken), cancellationToken);
}
