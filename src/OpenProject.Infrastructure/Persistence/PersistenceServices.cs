using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using OpenProject.Application.Common;
using OpenProject.Infrastructure.WorkPackages;

namespace OpenProject.Infrastructure.Persistence;

/// <summary>Registers the database and the ports over it.</summary>
public static class PersistenceServices
{
    /// <summary>Adds the context of the provider, pooled, with <see cref="IReadStore"/>, <see cref="IAggregates{T}"/> and <see cref="IUnitOfWork"/>.</summary>
    public static IServiceCollection AddPersistence(this IServiceCollection services, DatabaseProvider provider)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<HistoryInterceptor>();
        services.AddSingleton(_ => new WriteGate(oneAtATime: provider == DatabaseProvider.Sqlite));
        services.AddSingleton<CompiledQueries>();
        services.AddSingleton<ChangeSignal>().AddSingleton<IChangeSignal>(provider => provider.GetRequiredService<ChangeSignal>());
        services.AddSingleton<StatusKinds>();
        services.AddScoped<IReadStore, EfReadStore>();
        services.AddScoped(typeof(IAggregates<>), typeof(EfAggregates<>));
        services.AddScoped<IUnitOfWork, EfUnitOfWork>();
        services.AddScoped<CurrentActor>();
        services.AddScoped<ICurrentActor>(provider => provider.GetRequiredService<CurrentActor>());

        return provider switch
        {
            DatabaseProvider.SqlServer => services.AddDbContextPool<OpenProjectDbContext, SqlServerDbContext>((scope, options) =>
                options.UseOpenProjectSqlServer(Options(scope).ConnectionString!).AddInterceptors(scope.GetRequiredService<HistoryInterceptor>())),
            _ => services
                .AddSingleton(scope => new SqliteConnections(Options(scope).Synchronous))
                .AddDbContextPool<OpenProjectDbContext, SqliteDbContext>((scope, options) =>
                    options.UseOpenProjectSqlite(SqliteFile.ConnectionString(Options(scope), scope.GetRequiredService<IOptions<DataOptions>>().Value))
                        .UseConnections(scope.GetRequiredService<SqliteConnections>())
                        .AddInterceptors(scope.GetRequiredService<HistoryInterceptor>())),
        };
    }

    /// <summary>
    /// Has EF make its model and the tables of it, which are not in what was compiled, while this thread goes on. Whoever needs
    /// them first waits for them; and meets the same failure, if there is one, which is why nobody looks at it here.
    /// </summary>
    public static void BuildModelMeanwhile(this IServiceProvider services) => _ = Task.Run(() =>
    {
        using var scope = services.CreateScope();
        return scope.ServiceProvider.GetRequiredService<OpenProjectDbContext>().Model.GetRelationalModel();
    });

    private static DatabaseOptions Options(IServiceProvider scope) => scope.GetRequiredService<IOptions<DatabaseOptions>>().Value;
}
