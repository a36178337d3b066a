using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Storage;
using OpenProject.Infrastructure.Persistence;

namespace OpenProject.Testing.SqlServer;

/// <summary>The product's context on SQL Server, without a server.</summary>
public static class RecordingContext
{
    /// <summary>What EF would run to create the database.</summary>
    public static string CreateScript { get; } = MakeScript();

    /// <summary>A context whose commands the recorder notes in place of a server.</summary>
    /// <param name="recorder">Where they are noted.</param>
    /// <param name="interceptors">Interceptors of the product that take part.</param>
    public static SqlServerDbContext Open(CommandRecorder recorder, params IInterceptor[] interceptors)
    {
        var options = new DbContextOptionsBuilder<SqlServerDbContext>();
        options.UseOpenProjectSqlServer("Server=nowhere").UseSqlServer(server => server.ExecutionStrategy(d => new NonRetryingExecutionStrategy(d)))
            .AddInterceptors([recorder, .. interceptors]);
        var context = new SqlServerDbContext(options.Options);
        context.Database.AutoTransactionBehavior = AutoTransactionBehavior.Never;
        return context;
    }

    private static string MakeScript()
    {
        using var context = Open(new CommandRecorder());
        return context.Database.GenerateCreateScript();
    }
}
