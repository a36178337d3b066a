using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace OpenProject.Infrastructure.Identity;

/// <summary>Registers the framework's protection of cookies and forms with keys that all servers share.</summary>
internal static class DataProtectionServices
{
    // Part of every key: another name makes all cookies and forms worthless.
    private const string Application = "openproject-api";

    public static IServiceCollection AddSharedDataProtection(this IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName(Application);
        services.AddSingleton<DataProtectionKeyTable>().AddSingleton<DataProtectionKeys>();
        services.AddOptions<KeyManagementOptions>().Configure<DataProtectionKeyTable>((options, table) => options.XmlRepository = table);
        return services;
    }
}
