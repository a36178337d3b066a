using Microsoft.Extensions.Diagnostics.HealthChecks;
using OpenProject.Application.Common;

namespace OpenProject.Api.Composition;

/// <summary>Ready when the database is reachable and of this version.</summary>
internal sealed class DatabaseHealth(IServiceScopeFactory scopes) : IHealthCheck
{
    /// <inheritdoc/>
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IDatabase>().IsReadyAsync(cancellationToken)
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy("The database is not reachable or not of this version.");
    }
}
