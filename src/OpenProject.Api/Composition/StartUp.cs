using Microsoft.Extensions.Options;
using OpenProject.Application.Common;
using OpenProject.Application.Installations;
using OpenProject.Application.Scim.Clients;
using OpenProject.Application.Users;
using OpenProject.Infrastructure.Persistence;

namespace OpenProject.Api.Composition;

/// <summary>What happens between building the server and its first request, in this order.</summary>
internal static partial class StartUp
{
    /// <summary>Refuses settings that cannot work, before anything acts on them.</summary>
    public static void CheckSettings(this IServiceProvider services) => services.GetService<IStartupValidator>()?.Validate();

    /// <summary>Migrates and seeds the database and registers the installation.</summary>
    public static async Task PrepareDatabaseAsync(this IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IDatabase>().PrepareAsync(cancellationToken);
        await scope.ServiceProvider.GetRequiredService<InstallationService>().RegisterAsync(cancellationToken);
    }

    /// <summary>
    /// Makes the server ready to serve: with a database it may migrate, or as it finds it. One that still waits for its
    /// migration starts, and says that it is not ready.
    /// </summary>
    public static async Task PrepareToServeAsync(this IServiceProvider services, CancellationToken cancellationToken)
    {
        var logger = services.GetRequiredService<ILoggerFactory>().CreateLogger("OpenProject.Api");
        await using var scope = services.CreateAsyncScope();
        if (scope.ServiceProvider.GetRequiredService<IOptions<DatabaseOptions>>().Value.MigratesItself)
        {
            await services.PrepareDatabaseAsync(cancellationToken);
        }
        else if (!await scope.ServiceProvider.GetRequiredService<IDatabase>().IsCurrentAsync(cancellationToken))
        {
            NotMigrated(logger);
            return;
        }

        var installation = await scope.ServiceProvider.GetRequiredService<InstallationService>().GetAsync(cancellationToken);
        Known(logger, installation.Uuid);
        await scope.ServiceProvider.GiveScimClientsAsync(cancellationToken);
    }

    // Those that the settings give, as the operator would make them.
    private static async Task GiveScimClientsAsync(this IServiceProvider services, CancellationToken cancellationToken)
    {
        if (services.GetRequiredService<ScimGivenClients>().All.Count == 0)
            return;
        await services.GetRequiredService<OperatorService>().ActAsync(cancellationToken);
        try
        {
            await services.GetRequiredService<ScimClientService>().GiveAllAsync(cancellationToken);
        }
        catch (ProblemException refused) when (refused.Problem is Problem.Invalid invalid)
        {
            throw new StartRefused($"Scim:Clients cannot be: {invalid.Errors[0].Message}");
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "This is installation {Uuid}.")]
    private static partial void Known(ILogger logger, string uuid);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database is not of this version: run the verb 'migrate'. Until then the server is not ready.")]
    private static partial void NotMigrated(ILogger logger);
}
