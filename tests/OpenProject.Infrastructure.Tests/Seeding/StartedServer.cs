using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OpenProject.Application.Common;
using OpenProject.Infrastructure.Persistence;

namespace OpenProject.Infrastructure.Tests.Seeding;

/// <summary>What one server process does with a data folder when it starts, without its HTTP side.</summary>
internal sealed class StartedServer : IAsyncDisposable
{
    private readonly ServiceProvider provider;

    private StartedServer(ServiceProvider provider) => this.provider = provider;

    public static async Task<StartedServer> StartAsync(string folder, params (string Key, string? Value)[] settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(s => s.Key, s => s.Value)).Build();
        var services = new ServiceCollection();
        services.AddSingleton<IOptions<DataOptions>>(Options.Create(new DataOptions { Directory = folder }));
        services.AddOptions<DatabaseOptions>().Bind(configuration.GetSection(DatabaseOptions.Section));
        services.AddPersistence(DatabaseProvider.Sqlite).AddInfrastructure(configuration);
        var started = new StartedServer(services.BuildServiceProvider());
        try
        {
            await started.InScopeAsync(scope => scope.GetRequiredService<IDatabase>().PrepareAsync(default));
            return started;
        }
        catch
        {
            await started.DisposeAsync();
            throw;
        }
    }

    public async Task InScopeAsync(Func<IServiceProvider, Task> work)
    {
        await using var scope = provider.CreateAsyncScope();
        await work(scope.ServiceProvider);
    }

    public async Task<TResult> ReadAsync<TResult>(Func<OpenProjectDbContext, Task<TResult>> read)
    {
        await using var scope = provider.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<OpenProjectDbContext>());
    }

    public async ValueTask DisposeAsync()
    {
        await provider.DisposeAsync();
        SqliteConnection.ClearAllPools();
    }
}
