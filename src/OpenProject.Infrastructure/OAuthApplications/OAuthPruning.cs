using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenProject.Domain.OAuthApplications;
using OpenProject.Domain.Principals;
using OpenProject.Infrastructure.Persistence;
using static OpenIddict.Abstractions.OpenIddictConstants;
using States = OpenIddict.Abstractions.OpenIddictConstants.Statuses;

namespace OpenProject.Infrastructure.OAuthApplications;

/// <summary>
/// Removes codes and tokens that no longer work, some time after: a spent refresh token that comes again is known as stolen
/// as long as its row is there. And applications that have registered themselves and that nobody lets in.
/// </summary>
internal sealed class OAuthPruning(IServiceScopeFactory scopes, WriteGate gate, TimeProvider clock, ILogger<OAuthPruning> logger)
    : PeriodicWork(TimeSpan.FromHours(1), scopes, clock, logger)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(14);

    /// <summary>Removes what is over and old at that time, UTC; the sign-ins that have nothing left; and strangers that have none.</summary>
    public static async Task PruneAsync(OpenProjectDbContext context, DateTime now, CancellationToken cancellationToken)
    {
        var limit = now - Kept;
        await context.Set<OAuthToken>()
            .Where(token => token.CreationDate < limit && (token.Status != States.Valid || token.ExpirationDate < now))
            .ExecuteDeleteAsync(cancellationToken);
        await context.Set<OAuthAuthorization>()
            .Where(row => row.CreationDate < limit && (row.Type == AuthorizationTypes.AdHoc || row.Status != States.Valid) && !row.Tokens.Any())
            .ExecuteDeleteAsync(cancellationToken);
        var registered = now - OAuthApplication.UnusedFor;
        await context.Set<OAuthApplication>()
            .Where(application => application.Owner.Kind == PrincipalKind.Anonymous && application.CreatedAt < registered)
            .Where(application => !context.Set<OAuthAuthorization>().Any(row => row.Application!.Id == application.Id))
            .Where(application => !context.Set<OAuthToken>().Any(token => token.Application!.Id == application.Id))
            .ExecuteDeleteAsync(cancellationToken);
    }

    protected override async Task WorkAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        using var turn = await gate.EnterAsync(cancellationToken);
        await PruneAsync(services.GetRequiredService<OpenProjectDbContext>(), services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime, cancellationToken);
    }
}
