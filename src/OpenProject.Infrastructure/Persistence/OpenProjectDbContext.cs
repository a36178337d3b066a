using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;
using Microsoft.EntityFrameworkCore.Metadata.Conventions.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace OpenProject.Infrastructure.Persistence;

/// <summary>
/// The whole model, once. Each provider has a sealed child, because each has its own migrations. Rows are not tracked
/// unless a query asks for it; entities are added by an <see cref="IEntityTypeConfiguration{TEntity}"/> beside their slice.
/// </summary>
public abstract class OpenProjectDbContext(DbContextOptions options) : DbContext(options)
{
    /// <summary>The user in whose name the next save happens; set by the unit of work, read by the interceptors.</summary>
    internal long? ActorId { get; set; }

    /// <summary>The agent through which he acts; as long as <see cref="ActorId"/>.</summary>
    internal string? Agent { get; set; }

    /// <summary>Whether nobody is to be told of what is saved; as long as <see cref="ActorId"/>.</summary>
    internal bool IsQuiet { get; set; }

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcDateTimeConverter>();
        configurationBuilder.Conventions.Remove<CascadeDeleteConvention>();
        configurationBuilder.Conventions.Remove<SqlServerOnDeleteConvention>();
        configurationBuilder.Conventions.Add(services =>
            new RestrictDeleteConvention(services.GetRequiredService<ProviderConventionSetBuilderDependencies>()));
        configurationBuilder.Conventions.Add(_ => new LockVersionConvention());
        configurationBuilder.Conventions.Add(_ => new SnakeCaseConvention());
    }

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(OpenProjectDbContext).Assembly);
        TextComparisons.Map(modelBuilder);
    }
}
