using Microsoft.Extensions.DependencyInjection;
using OpenProject.Application.Storages;

namespace OpenProject.Infrastructure.Storages;

/// <summary>Registers what goes to storages.</summary>
internal static class StorageServices
{
    // A folder of some ten thousand files.
    private const int MostBytes = 16 * 1024 * 1024;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Registers the client and what speaks through it.</summary>
    public static IServiceCollection AddRemoteFiles(this IServiceCollection services)
    {
        // What one is redirected to was named by no administrator.
        services.AddHttpClient(WebDavFiles.Client, client => (client.Timeout, client.MaxResponseContentBufferSize) = (Patience, MostBytes))
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, ConnectTimeout = Patience });
        return services.AddSingleton<IRemoteFiles, WebDavFiles>();
    }
}
