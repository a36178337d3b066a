using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using OpenProject.Infrastructure.Persistence;
using States = OpenIddict.Abstractions.OpenIddictConstants.Statuses;

namespace OpenProject.Infrastructure.OAuthApplications;

/// <summary>Makes codes, tokens and consents worthless, a statement each.</summary>
internal static class OAuthRevocation
{
    /// <summary>Those that the conditions name.</summary>
    public static async Task RevokeAsync(
        this OpenProjectDbContext context, Expression<Func<OAuthToken, bool>> tokens, Expression<Func<OAuthAuthorization, bool>> given, CancellationToken cancellationToken)
    {
        await context.Set<OAuthToken>().Where(tokens).Where(token => token.Status != States.Revoked)
            .ExecuteUpdateAsync(set => set.SetProperty(token => token.Status, States.Revoked), cancellationToken);
        await context.Set<OAuthAuthorization>().Where(given).Where(row => row.Status != States.Revoked)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Status, States.Revoked), cancellationToken);
    }
}
