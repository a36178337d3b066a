using Microsoft.Extensions.Options;
using OpenProject.Api.Errors;
using OpenProject.Api.Scim;

namespace OpenProject.Api.Composition;

/// <summary>Services and pipeline of SCIM.</summary>
internal static class Scim
{
    /// <summary>Registers what SCIM needs beside the application's services.</summary>
    public static IServiceCollection AddScim(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<ScimOptions>().Bind(configuration.GetSection(ScimOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<ScimOptions>, ScimOptionsValidator>().AddSingleton<IValidateOptions<ScimOptions>, ScimClientsSetting>();
        services.AddSingleton(provider => ScimClientsSetting.Read(provider.GetRequiredService<IOptions<ScimOptions>>().Value));
        return services.AddSingleton<ScimCursors>().AddSingleton<ScimConfiguration>().AddSingleton<ScimBulk>().AddSingleton<ScimFailures>().AddSingleton<ScimNotes>().AddSingleton<IProblemWriter, ScimProblemWriter>();
    }

    /// <summary>What happens to requests of SCIM before routing.</summary>
    public static void UseScimBeforeRouting(this IApplicationBuilder app) => app.Use(ScimPaths.Normalize);

    /// <summary>What is looked at before it is known who asks.</summary>
    public static void UseScimBeforeAuthentication(this IApplicationBuilder app) => app.UseMiddleware<ScimDoor>();
}
