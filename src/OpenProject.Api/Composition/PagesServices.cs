using OpenProject.Api.Pages;

namespace OpenProject.Api.Composition;

/// <summary>What the pages need.</summary>
public static class PagesServices
{
    /// <summary>Registers it.</summary>
    public static IServiceCollection AddPages(this IServiceCollection services) =>
        services.AddSingleton<PageFiles>().AddSingleton<ServedApis>().AddScoped<LandingPage>();
}
