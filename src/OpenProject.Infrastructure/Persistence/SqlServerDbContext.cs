using Microsoft.EntityFrameworkCore;

namespace OpenProject.Infrastructure.Persistence;

/// <summary>The model on SQL Server.</summary>
public sealed class SqlServerDbContext(DbContextOptions<SqlServerDbContext> options) : OpenProjectDbContext(options)
{
    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Conventions.Add(_ => new ExactText.SqlServerConvention());
    }
}
