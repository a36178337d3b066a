using Microsoft.EntityFrameworkCore;
using OpenIddict.Abstractions;
using OpenProject.Application.OAuthApplications;
using OpenProject.Domain.OAuthApplications;
using OpenProject.Infrastructure.Persistence;
using static OpenIddict.Abstractions.OpenIddictConstants;
using States = OpenIddict.Abstractions.OpenIddictConstants.Statuses;

namespace OpenProject.Infrastructure.OAuthApplications;

/// <summary>What people let applications do, read from OpenIddict's tables.</summary>
internal sealed class OAuthGrants(OpenProjectDbContext context, IOpenIddictAuthorizationManager authorizations, TimeProvider clock) : IOAuthGrants
{
    public async Task<IReadOnlyList<OAuthGrantDto>> ListAsync(long userId, CancellationToken cancellationToken)
    {
        var subject = userId.ToString();
        var given = await context.Set<OAuthAuthorization>()
            .Where(row => row.Subject == subject && row.Status == States.Valid)
            .Where(row => row.Type == AuthorizationTypes.Permanent || row.Tokens.Any(token => token.Status == States.Valid))
            .GroupBy(row => row.Application!.Id)
            .Select(rows => new { ApplicationId = rows.Key, Since = rows.Min(row => row.CreationDate) })
            .Join(context.Set<OAuthApplication>(), row => row.ApplicationId, application => application.Id, (row, application) => new { row.Since, application.Id, application.Name, application.Scopes })
            .OrderBy(row => row.Name).ThenBy(row => row.Id)
            .ToListAsync(cancellationToken);
        return [.. given.Select(row => new OAuthGrantDto(row.Id, row.Name, row.Scopes, row.Since))];
    }

    public async Task<bool> IsGivenAsync(long userId, long applicationId, IReadOnlyCollection<string> scopes, CancellationToken cancellationToken)
    {
        await foreach (var _ in authorizations.FindAsync(
            userId.ToString(), applicationId.ToString(), States.Valid, AuthorizationTypes.Permanent, [.. scopes], cancellationToken))
            return true;
        return false;
    }

    public async Task GiveAsync(long userId, long applicationId, IReadOnlyCollection<string> scopes, CancellationToken cancellationToken)
    {
        var descriptor = new OpenIddictAuthorizationDescriptor
        {
            ApplicationId = applicationId.ToString(),
            CreationDate = clock.GetUtcNow(),
            Status = States.Valid,
            Subject = userId.ToString(),
            Type = AuthorizationTypes.Permanent,
        };
        descriptor.Scopes.UnionWith(scopes);
        await authorizations.CreateAsync(descriptor, cancellationToken);
    }

    public Task RevokeAsync(long userId, long applicationId, CancellationToken cancellationToken)
    {
        var subject = userId.ToString();
        return context.RevokeAsync(
            token => token.Subject == subject && token.Application!.Id == applicationId,
            given => given.Subject == subject && given.Application!.Id == applicationId,
            cancellationToken);
    }
}
