using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace OpenProject.Infrastructure.Persistence;

// `dotnet ef` finds these; no database is needed to scaffold a migration.
internal sealed class SqliteDesignTimeContext : IDesignTimeDbContextFactory<SqliteDbContext>
{
    public SqliteDbContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<SqliteDbContext>();
        options.UseOpenProjectSqlite("Data Source=:memory:");
        return new SqliteDbContext(options.Options);
    }
}

internal sealed class SqlServerDesignTimeContext : IDesignTimeDbContextFactory<SqlServerDbContext>
{
    public SqlServerDbContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<SqlServerDbContext>();
        options.UseOpenProjectSqlServer("Server=design-time");
        return new SqlServerDbContext(options.Options);
    }
}
