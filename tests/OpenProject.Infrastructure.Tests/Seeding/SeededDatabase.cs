using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OpenProject.Application;
using OpenProject.Application.Attachments;
using OpenProject.Application.Common;
using OpenProject.Application.TimeEntries;
using OpenProject.Application.Users;
using OpenProject.Application.WorkPackages;
using OpenProject.Domain.WorkPackages.ProgressTracking;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Infrastructure.Seeding;

namespace OpenProject.Infrastructure.Tests.Seeding;

/// <summary>What one server process has: its own services over a database that others may share.</summary>
internal sealed class SeededDatabase : IAsyncDisposable
{
    private readonly ServiceProvider services;
    private readonly AsyncServiceScope scope;

    /// <param name="directory">Where the file of SQLite lies.</param>
    /// <param name="sqlServer">The connection string of SQL Server; null for SQLite.</param>
    /// <param name="demo">How much is seeded.</param>
    /// <param name="adminApiKey">The administrator's key; one is made where none is given.</param>
    /// <param name="adminPassword">The administrator's password; one is made where none is given.</param>
    public SeededDatabase(string directory, string? sqlServer, DemoData demo, string? adminApiKey, string? adminPassword)
    {
        var provider = sqlServer is null ? DatabaseProvider.Sqlite : DatabaseProvider.SqlServer;
        services = new ServiceCollection()
            .AddLogging()
            .AddSingleton(Options.Create(new DatabaseOptions { Provider = provider, ConnectionString = sqlServer }))
            .Configure<DataOptions>(data => data.Directory = directory)
            .AddPersistence(provider)
            .AddInfrastructure()
            .AddSingleton(Options.Create(new SeedOptions { Demo = demo, AdminApiKey = adminApiKey, AdminPassword = adminPassword }))
            .AddApplication()
            .AddMapping()
            .AddSingleton(new WorkPackagePolicy(ProgressMode.WorkBased))
            .AddSingleton(new TimeEntryPolicy(TracksTimes: false))
            .AddSingleton(new AttachmentPolicy(1, [], TimeSpan.Zero))
            .AddSingleton(new PasswordPolicy(PasswordPolicy.UsualLength))
            .BuildServiceProvider();
        scope = services.CreateAsyncScope();
    }

    public OpenProjectDbContext Context => scope.ServiceProvider.GetRequiredService<OpenProjectDbContext>();

    /// <summary>Migrates and seeds, as a server does when it starts, and tells what went to the standard output.</summary>
    public async Task PrepareAsync() => await scope.ServiceProvider.GetRequiredService<IDatabase>().PrepareAsync(default);

    /// <summary>Seeds without waiting for a turn to migrate.</summary>
    public Task SeedAsync() => scope.ServiceProvider.GetRequiredService<ISeeder>().SeedAsync(default);

    public async ValueTask DisposeAsync()
    {
        await scope.DisposeAsync();
        await services.DisposeAsync();
    }
}
