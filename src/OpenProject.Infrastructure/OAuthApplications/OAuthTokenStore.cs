using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;
using OpenIddict.EntityFrameworkCore;

namespace OpenProject.Infrastructure.OAuthApplications;

/// <summary>OpenIddict's store of tokens, writing in turn.</summary>
internal sealed class OAuthTokenStore(
    IMemoryCache cache, IOpenIddictEntityFrameworkCoreContext context, IOptionsMonitor<OpenIddictEntityFrameworkCoreOptions> options, OAuthWrites writes)
    : OpenIddictEntityFrameworkCoreTokenStore<OAuthToken, OAuthClient, OAuthAuthorization, long>(cache, context, options)
{
    public override ValueTask CreateAsync(OAuthToken token, CancellationToken cancellationToken) =>
        writes.AddAsync(() => base.CreateAsync(token, cancellationToken), cancellationToken);

    // A new token is updated with what it holds; nothing can have been remembered about it before.
    public override ValueTask UpdateAsync(OAuthToken token, CancellationToken cancellationToken) =>
        token is { Status: OpenIddict.Abstractions.OpenIddictConstants.Statuses.Valid, RedemptionDate: null }
            ? writes.AddAsync(() => base.UpdateAsync(token, cancellationToken), cancellationToken)
            : writes.ChangeAsync(() => base.UpdateAsync(token, cancellationToken), cancellationToken);

    public override ValueTask DeleteAsync(OAuthToken token, CancellationToken cancellationToken) =>
        writes.ChangeAsync(() => base.DeleteAsync(token, cancellationToken), cancellationToken);

    public override ValueTask<long> RevokeByAuthorizationIdAsync(string identifier, CancellationToken cancellationToken) =>
        writes.ChangeAsync(() => base.RevokeByAuthorizationIdAsync(identifier, cancellationToken), cancellationToken);
}
