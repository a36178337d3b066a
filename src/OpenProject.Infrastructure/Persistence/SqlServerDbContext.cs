using Microsoft.EntityFrameworkCore;

namespace OpenProject.Infrastructure.Persistence;

/// <summary>The model on SQL Server.</summary>
public sealed class SqlServerDbContext(DbContextOptions<SqlServerDbContext> options) : OpenProjectDbContext(options);
