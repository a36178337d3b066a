using Microsoft.Extensions.DependencyInjection;
using OpenProject.Application.ApiTokens;
using OpenProject.Application.Common;
using OpenProject.Application.CustomActions;
using OpenProject.Application.CustomFields;
using OpenProject.Application.Installations;
using OpenProject.Application.JobStatuses;
using OpenProject.Application.Mcp;
using OpenProject.Application.OAuthApplications;
using OpenProject.Application.Permissions;
using OpenProject.Application.Queries;
using OpenProject.Application.Resources;
using OpenProject.Application.Scim.Clients;
using OpenProject.Application.Scim.Groups;
using OpenProject.Application.Scim.Users;
using OpenProject.Application.Scim;
using OpenProject.Application.Sessions;
using OpenProject.Application.Storages;
using OpenProject.Application.Users;
using OpenProject.Application.WorkSchedule;
using OpenProject.Application.Writes;

namespace OpenProject.Application;

/// <summary>
/// Registers the application's services. Declarations, contracts, enrichers and services are found by what they are, so
/// that a new resource touches no list; this is the only reflection, once at start-up.
/// </summary>
public static class ApplicationServices
{
    /// <summary>Registers everything of this assembly.</summary>
    public static IServiceCollection AddApplication(this IServiceCollection services)
    {
        services.AddScoped<ResourceReader>().AddScoped<ResourceWriter>().AddScoped<GuardedReads>();
        services.AddScoped<DeclaredRules>().AddScoped<SchemaBuilder>().AddScoped<FormBuilder>().AddScoped<IEnrichers, Enrichers>();
        services.AddScoped<CurrentViewer>().AddScoped<CurrentClient>().AddScoped<Access>();
        services.AddSingleton<AccessMemory>().AddSingleton<ApiTokenMemory>().AddSingleton<CountMemory>().AddSingleton<EmbeddedMemory>().AddSingleton<StorageConnectionMemory>().AddSingleton<CalendarMemory>();
        services.AddSingleton<McpSwitchMemory>();
        services.AddSingleton<ResourceRegistry>().AddSingleton<Projections>().AddSingleton<BuiltinViewers>().AddSingleton<KnownInstallation>();
        services.AddSingleton<CustomFieldDirectory>().AddSingleton<CustomActionDirectory>();
        services.AddSingleton<KnownOAuthKeys>().AddSingleton<OAuthTokenMemory>().AddSingleton<SessionMemory>();
        services.AddSingleton<ScimUserType>().AddSingleton<ScimGroupType>().AddSingleton<ScimClientMemory>();
        services.AddScoped<ScimUserReader>().AddScoped<ScimGroupReader>().AddScoped<ScimWriting>();
        foreach (var type in typeof(ApplicationServices).Assembly.GetExportedTypes().Where(t => t is { IsClass: true, IsAbstract: false, IsGenericTypeDefinition: false }))
            Register(services, type);
        return services;
    }

    private static void Register(IServiceCollection services, Type type)
    {
        if (typeof(IResource).IsAssignableFrom(type))
        {
            services.AddSingleton(type);
            services.AddSingleton(typeof(IResource), provider => provider.GetRequiredService(type));
        }
        else if (typeof(ICustomization).IsAssignableFrom(type))
        {
            services.AddSingleton(typeof(ICustomization), type);
        }
        else if (typeof(IJobWork).IsAssignableFrom(type))
        {
            services.AddScoped(typeof(IJobWork), type);
        }
        else if (Closed(type, typeof(Contract<,>)) is not null)
        {
            services.AddScoped(type);
        }
        else if (type.GetInterfaces().FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEnricher<>)) is { } enricher)
        {
            services.AddScoped(enricher, type);
        }
        else if (type.Name.EndsWith("Targets", StringComparison.Ordinal))
        {
            services.AddSingleton(type);
        }
        else if (type.Name.EndsWith("Service", StringComparison.Ordinal) || type.Name.EndsWith("Plan", StringComparison.Ordinal))
        {
            services.AddScoped(type);
        }
    }

    private static Type? Closed(Type type, Type definition)
    {
        for (var at = type.BaseType; at is not null; at = at.BaseType)
        {
            if (at.IsGenericType && at.GetGenericTypeDefinition() == definition)
                return at;
        }

        return null;
    }
}
