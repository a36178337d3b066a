using Microsoft.Extensions.Diagnostics.HealthChecks;
using OpenProject.Application.Common;

namespace OpenProject.Api.Composition;

/// <summary>Ready when the database is reachable and of this version.</summary>
internal sealed class DatabaseHealth(IDatabase database) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            return await database.IsCurrentAsync(cancellationToken)
                ? HealthCheckResult.Healthy()
                : HealthCheckResult.Unhealthy("The database must be migrated.");
        }
        catch (StartRefused refused)
        {
            return HealthCheckResult.Unhealthy(refused.Message);
        }
    }
}
