using OpenProject.Api.OAuth;
using OpenProject.Application;
using OpenProject.Infrastructure;
using OpenProject.Infrastructure.Persistence;

namespace OpenProject.Api.Composition;

/// <summary>Puts the server together.</summary>
internal static class Server
{
    // Settings are read once. To watch their files is to watch the whole folder that the server was started in, however large.
    private const string UnwatchedFiles = "--hostBuilder:reloadConfigOnChange=false";

    /// <summary>Builds it from configuration files, environment and arguments.</summary>
    public static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder([.. args, UnwatchedFiles]);
        builder.Configuration.AddSettingSources(args);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        AddLogging(builder);
        AddServices(builder);

        var app = builder.Build();
        app.Services.BuildModelMeanwhile();
        app.Services.BuildMappingMeanwhile();
        app.Use(RequestIds.Echo);
        app.UseExceptionHandler(_ => { });
        app.UsePublicAddress();
        app.UseWellKnownBeforeRouting();
        app.UseBcfBeforeRouting();
        app.UseCrossOrigin();
        app.UseApiV3BeforeRouting();
        app.UseScimBeforeRouting();
        app.UseRouting();
        app.UseWellKnownAfterRouting();
        app.UseOAuth();
        app.UseMcpBeforeAuthentication();
        app.UseScimBeforeAuthentication();
        app.UseApiAuthentication();
        app.UseMcpAfterAuthentication();
        app.UseApiV3AfterRouting();
        app.UseBcfAfterRouting();
        app.UsePagesAfterRouting();
        app.MapHealth();
        app.MapControllers();
        McpEndpoint.MapMcp(app);
        app.MapUnknown(ProtectedResource.ApiV3);
        app.MapUnknown(ProtectedResource.Bcf, tellsMethods: true);
        app.MapUnknown(ProtectedResource.Scim, tellsMethods: true);
        return app;
    }

    private static void AddServices(WebApplicationBuilder builder)
    {
        builder.Services.AddSettings(builder.Configuration, builder.Environment.ContentRootPath);
        builder.Services.AddPersistence(builder.Configuration.DatabaseProvider()).AddInfrastructure();
        builder.Services.AddApplication().AddMapping();
        builder.Services.AddControllersWithViews();
        builder.Services.AddRequestValidation();
        builder.Services.AddApiV3(builder.Configuration);
        builder.Services.AddBcf(builder.Configuration);
        builder.Services.AddOAuth();
        builder.Services.AddApiAuthentication(builder.Configuration);
        builder.Services.AddScim(builder.Configuration);
        builder.Services.AddMcp(builder.Configuration);
        builder.Services.AddSessions().AddPages();
        builder.Services.AddWellKnown().AddCors();
        builder.Services.AddHealth();
    }

    // One JSON object a line, with the request's id in its scopes; quiet unless the configuration says otherwise.
    private static void AddLogging(WebApplicationBuilder builder)
    {
        builder.Logging.ClearProviders().AddJsonConsole(console =>
        {
            console.IncludeScopes = true;
            console.UseUtcTimestamp = true;
            console.TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";
        });
        if (builder.Configuration["Logging:LogLevel:Default"] is null)
        {
            builder.Logging.SetMinimumLevel(LogLevel.Warning)
                .AddFilter("OpenProject", LogLevel.Information)
                .AddFilter("Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager", LogLevel.Error) // keys lie as open in the database as all else
                .AddFilter("ModelContextProtocol", LogLevel.Critical) // errors that callers are answered; ours are logged where they happen
                .AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Information);
        }

        // In more detail OpenIddict would write down tokens and code verifiers.
        var detail = builder.Configuration.GetValue("Logging:LogLevel:OpenIddict", builder.Configuration.GetValue("Logging:LogLevel:Default", LogLevel.Warning));
        builder.Logging.AddFilter("OpenIddict", detail < LogLevel.Warning ? LogLevel.Warning : detail);
    }
}
