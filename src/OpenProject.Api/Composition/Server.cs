using Microsoft.Extensions.Options;
using OpenProject.Application;
using OpenProject.Application.Common;
using OpenProject.Infrastructure;
using OpenProject.Infrastructure.Persistence;

namespace OpenProject.Api.Composition;

/// <summary>Puts the server together.</summary>
internal static class Server
{
    /// <summary>Builds it from configuration files, environment and arguments.</summary>
    public static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.Logging.ClearProviders().AddJsonConsole(console => console.IncludeScopes = true);
        if (builder.Configuration["Logging:LogLevel:Default"] is null)
            builder.Logging.SetMinimumLevel(LogLevel.Warning).AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Information);
        builder.Services.AddOptions<DatabaseOptions>().Bind(builder.Configuration.GetSection(DatabaseOptions.Section));
        builder.Services.AddOptions<DataOptions>().Bind(builder.Configuration.GetSection(DataOptions.Section));
        var database = builder.Configuration.GetSection(DatabaseOptions.Section).Get<DatabaseOptions>() ?? new DatabaseOptions();
        builder.Services.AddPersistence(database.Provider).AddInfrastructure(builder.Configuration);
        builder.Services.AddApplication().AddMapping();
        builder.Services.AddControllers();
        builder.Services.AddApiV3(builder.Configuration);
        builder.Services.AddHealthChecks().AddCheck<DatabaseHealth>("database", tags: ["ready"]);
        var app = builder.Build();
        Configure(app);
        return app;
    }

    /// <summary>Whether the server migrates when it starts: SQLite unless told not to, SQL Server only when told to.</summary>
    public static bool MigratesItself(IServiceProvider services)
    {
        var database = services.GetRequiredService<IOptions<DatabaseOptions>>().Value;
        return database.MigrateOnStart ?? database.Provider == DatabaseProvider.Sqlite;
    }

    private static void Configure(WebApplication app)
    {
        app.Use(RequestIds.Echo);
        app.UseExceptionHandler(_ => { });
        app.UseApiV3BeforeRouting();
        app.UseRouting();
        app.UseApiV3AfterRouting();
        app.MapHealthChecks("/health/live", new() { Predicate = _ => false });
        app.MapHealthChecks("/health/ready", new() { Predicate = check => check.Tags.Contains("ready") });
        app.MapControllers();
        app.MapApiV3Fallback();
    }
}
