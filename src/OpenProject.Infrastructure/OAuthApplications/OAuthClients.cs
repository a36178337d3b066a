using Microsoft.EntityFrameworkCore;
using OpenIddict.Abstractions;
using OpenIddict.Core;
using OpenProject.Application.OAuthApplications;
using OpenProject.Domain.OAuthApplications;
using OpenProject.Infrastructure.Persistence;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace OpenProject.Infrastructure.OAuthApplications;

/// <summary>Says to OpenIddict, in its words, what an application is.</summary>
internal sealed class OAuthClients(OpenIddictApplicationManager<OAuthClient> clients, OpenProjectDbContext context) : IOAuthClients
{
    public async Task KeepAsync(OAuthApplication application, string? secret, CancellationToken cancellationToken)
    {
        var client = await context.Set<OAuthClient>().AsTracking().FirstOrDefaultAsync(row => row.Id == application.Id, cancellationToken);
        var known = client ?? new OAuthClient { Id = application.Id };
        var descriptor = Describe(application);
        descriptor.ClientSecret = application.Confidential ? secret ?? known.ClientSecret : null;
        if (client is not null)
        {
            await clients.UpdateAsync(known, descriptor, cancellationToken);
            return;
        }

        descriptor.ClientSecret = null;
        await clients.PopulateAsync(known, descriptor, cancellationToken);
        await clients.CreateAsync(known, secret, cancellationToken);
    }

    public Task RevokeAsync(long applicationId, CancellationToken cancellationToken) =>
        context.RevokeAsync(token => token.Application!.Id == applicationId, given => given.Application!.Id == applicationId, cancellationToken);

    public async Task RemoveTokensAsync(long applicationId, CancellationToken cancellationToken) =>
        await context.Set<OAuthToken>().Where(token => token.Application!.Id == applicationId).ExecuteDeleteAsync(cancellationToken);

    private static OpenIddictApplicationDescriptor Describe(OAuthApplication application)
    {
        var descriptor = new OpenIddictApplicationDescriptor
        {
            // Whoever listens on the person's own device takes the port that is free at the moment (RFC 8252 section 7.3).
            ApplicationType = application.RedirectUris.Any(RedirectUri.IsLoopback) ? ApplicationTypes.Native : ApplicationTypes.Web,
            ClientId = application.ClientId,
            ClientType = application.Confidential ? ClientTypes.Confidential : ClientTypes.Public,
        };
        descriptor.RedirectUris.UnionWith(application.RedirectUris.Select(uri => new Uri(uri)));
        if (!application.Confidential)
            descriptor.Requirements.Add(Requirements.Features.ProofKeyForCodeExchange);
        if (application.Enabled)
            Permit(application, descriptor.Permissions);
        return descriptor;
    }

    private static void Permit(OAuthApplication application, HashSet<string> permissions)
    {
        permissions.UnionWith([Permissions.Endpoints.Token, Permissions.Endpoints.Revocation]);
        if (application.RedirectUris.Count > 0)
            permissions.UnionWith([Permissions.Endpoints.Authorization, Permissions.GrantTypes.AuthorizationCode, Permissions.GrantTypes.RefreshToken, Permissions.ResponseTypes.Code]);

        // Who looks into tokens has to prove who he is (RFC 7662 section 2.1).
        if (application.Confidential)
            permissions.UnionWith([Permissions.Endpoints.Introspection, Permissions.GrantTypes.ClientCredentials]);
        permissions.UnionWith(application.Scopes.Select(scope => Permissions.Prefixes.Scope + scope));
    }
}
