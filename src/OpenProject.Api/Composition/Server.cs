using Microsoft.Extensions.Options;
using OpenProject.Application;
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
        AddLogging(builder);
        AddDatabase(builder);
        builder.Services.AddInfrastructure(builder.Configuration).AddApplication().AddMapping();
        builder.Services.AddControllers();
        builder.Services.AddApiV3(builder.Configuration);
        builder.Services.AddPages();
        builder.Services.AddHealthChecks().AddCheck<DatabaseHealth>("database", tags: ["ready"]);

        var app = builder.Build();
        app.Use(RequestIds.Echo);
        app.UseExceptionHandler(_ => { });
        app.UseApiV3BeforeRouting();
        app.UseRouting();
        app.UseApiV3AfterRouting();
        app.MapHealthChecks("/health/live", new() { Predicate = _ => false });
        app.MapHealthChecks("/health/ready", new() { Predicate = check => check.Tags.Contains("ready") });
        app.MapControllers();
        app.MapApiV3Fallback();
        return app;
    }

    /// <summary>Whether the server migrates when it starts: SQLite unless told not to, SQL Server only when told to.</summary>
    public static bool MigratesItself(IServiceProvider services)
    {
        var database = services.GetRequiredService<IOptions<DatabaseOptions>>().Value;
        return database.MigrateOnStart ?? database.Provider == DatabaseProvider.Sqlite;
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
                .AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Information);
        }
    }

    private static void AddDatabase(WebApplicationBuilder builder)
    {
        var section = builder.Configuration.GetSection(DatabaseOptions.Section);
        builder.Services.AddOptions<DatabaseOptions>().Bind(section);
        builder.Services.AddOptions<DataOptions>().Bind(builder.Configuration.GetSection(DataOptions.Section))
            .PostConfigure(data => data.Directory = Path.GetFullPath(data.Directory, builder.Environment.ContentRootPath));
        builder.Services.AddPersistence((section.Get<DatabaseOptions>() ?? new DatabaseOptions()).Provider);
    }
}
