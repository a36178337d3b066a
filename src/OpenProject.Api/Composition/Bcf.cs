using Microsoft.Extensions.Options;
using OpenProject.Api.Bcf;
using OpenProject.Api.Bcf.Description;
using OpenProject.Api.Errors;
using OpenProject.Api.V3.CustomFields;

namespace OpenProject.Api.Composition;

/// <summary>Services and pipeline of BCF API 2.1.</summary>
internal static class Bcf
{
    /// <summary>Registers its settings and its errors.</summary>
    public static IServiceCollection AddBcf(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<BcfOptions>().Bind(configuration.GetSection(BcfOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<BcfOptions>, BcfOptionsValidator>();
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<BcfOptions>>().Value.Policy);
        services.AddSingleton<BcfContracts>().AddSingleton<BcfRegistrationLimit>();
        return services.AddSingleton<IProblemWriter, BcfProblemWriter>();
    }

    /// <summary>What happens to its requests before routing.</summary>
    public static void UseBcfBeforeRouting(this IApplicationBuilder app) => app.Use(BcfPaths.FollowAlias);

    /// <summary>What happens after routing and authentication.</summary>
    public static void UseBcfAfterRouting(this IApplicationBuilder app) =>
        app.UseWhen(http => http.Request.Path.StartsWithSegments(BcfPaths.Root, StringComparison.Ordinal), bcf => bcf.Use(FreshFields.Refresh));
}
