using Microsoft.Extensions.DependencyInjection;
using OpenIddict.EntityFrameworkCore.Models;
using OpenProject.Application.OAuthApplications;
using OpenProject.Infrastructure.Persistence;

namespace OpenProject.Infrastructure.OAuthApplications;

/// <summary>Registers OpenIddict's managers and stores over our tables, and the ports that Application has of them.</summary>
internal static class OAuthServices
{
    /// <summary>Registers them.</summary>
    public static IServiceCollection AddOAuthApplications(this IServiceCollection services)
    {
        // Scopes are a list of ours (OAuthScope); there is no table of them, and nothing asks OpenIddict for one.
        services.AddOpenIddict()
            .AddCore(core => core.UseEntityFrameworkCore()
                .UseDbContext<OpenProjectDbContext>()
                .ReplaceDefaultEntities<OAuthClient, OAuthAuthorization, OpenIddictEntityFrameworkCoreScope<long>, OAuthToken, long>())
            .AddCore(core => core.ReplaceAuthorizationStore<OAuthAuthorization, OAuthAuthorizationStore>().ReplaceTokenStore<OAuthToken, OAuthTokenStore>());
        services.AddScoped<OAuthWrites>();
        services.AddHostedService<OAuthPruning>();
        services.AddScoped<IOAuthClients, OAuthClients>().AddScoped<IOAuthGrants, OAuthGrants>();
        services.AddScoped<IOAuthKeys, OAuthKeyTable>().AddScoped<IOAuthAccessTokens, OAuthAccessTokens>();
        return services;
    }
}
