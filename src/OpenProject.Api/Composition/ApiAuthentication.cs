using Microsoft.Extensions.Options;
using OpenProject.Api.Authentication;
using OpenProject.Api.Errors;
using OpenProject.Api.Mcp;
using OpenProject.Api.OAuth;
using OpenProject.Application.Common;
using OpenProject.Application.Identity;

namespace OpenProject.Api.Composition;

/// <summary>Who may call the APIs that credentials open (<see cref="ProtectedResource"/>).</summary>
internal static class ApiAuthentication
{
    // Keys of a provider are some kilobytes.
    private const int MostBytesOfKeys = 1024 * 1024;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Registers the kinds of credentials, and the errors of APIs that have no other services yet.</summary>
    public static IServiceCollection AddApiAuthentication(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<GlobalBasicOptions>().Bind(configuration.GetSection(GlobalBasicOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<GlobalBasicOptions>, GlobalBasicOptionsValidator>();
        services.AddOptions<OpenIdConnectOptions>().Bind(configuration.GetSection(OpenIdConnectOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<OpenIdConnectOptions>, OpenIdConnectOptionsValidator>();
        services.AddProviders();
        services.AddScoped<Callers>().AddScoped<BasicAuthentication>().AddScoped<BearerAuthentication>();
        return services.AddSingleton<IProblemWriter, McpProblemWriter>();
    }

    private static void AddProviders(this IServiceCollection services)
    {
        services.AddHttpClient(ProviderKeys.Client, client => (client.Timeout, client.MaxResponseContentBufferSize) = (Patience, MostBytesOfKeys))
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, ConnectTimeout = Patience });
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<OpenIdConnectOptions>>().Value.Available());
        services.AddSingleton<ProviderKeys>().AddSingleton<IProviderTokens, ProviderTokens>();
    }

    /// <summary>Authenticates requests to the APIs' endpoints.</summary>
    public static void UseApiAuthentication(this IApplicationBuilder app) => app.UseMiddleware<ViewerAuthentication>();
}
