using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using OpenProject.Infrastructure.Persistence;
using OpenProject.Testing.Databases;

namespace OpenProject.Infrastructure.Tests.Persistence;

/// <summary>A database of its own on the SQL Server of the tests.</summary>
internal sealed class MigratedSqlServer : IMigratedStore
{
    private readonly string connectionString = SqlServerContainer.NewDatabaseAsync().GetAwaiter().GetResult();

    public MigratedSqlServer()
    {
        using var context = Open();
        context.Database.Migrate();
    }

    public OpenProjectDbContext Open(params IInterceptor[] interceptors)
    {
        var builder = new DbContextOptionsBuilder<SqlServerDbContext>();
        builder.UseOpenProjectSqlServer(connectionString).AddInterceptors(interceptors);
        return new SqlServerDbContext(builder.Options);
    }

    public void Dispose() => SqlServerContainer.DropDatabaseAsync(connectionString).GetAwaiter().GetResult();
}
