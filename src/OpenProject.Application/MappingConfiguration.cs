using AutoMapper;
using Microsoft.Extensions.DependencyInjection;

namespace OpenProject.Application;

/// <summary>
/// The one place where AutoMapper is configured. Version 8 recurses without bound on self-referential maps
/// (docs/decisions/0002-automapper.md); ours are flat, and no map goes deeper than one level.
/// </summary>
public static class MappingConfiguration
{
    /// <summary>The configuration of all profiles of this assembly.</summary>
    public static MapperConfiguration Create() => new(configuration =>
    {
        configuration.AddProfiles(typeof(MappingConfiguration).Assembly);
        configuration.ForAllMaps((_, map) => map.MaxDepth(1));
    });

    /// <summary>Registers the configuration and its mapper.</summary>
    public static IServiceCollection AddMapping(this IServiceCollection services) => services
        .AddSingleton<IConfigurationProvider>(_ => Create())
        .AddSingleton<IMapper>(provider => new Mapper(provider.GetRequiredService<IConfigurationProvider>()));

    /// <summary>Has the configuration made while this thread goes on; whoever needs it first waits for it, and meets its failure.</summary>
    public static void BuildMappingMeanwhile(this IServiceProvider services) => _ = Task.Run(services.GetRequiredService<IConfigurationProvider>);
}
