using Microsoft.Extensions.Diagnostics.HealthChecks;
using OpenProject.Application.Common;
using OpenProject.Application.Installations;

namespace OpenProject.Api.Composition;

/// <summary>Ready when the server knows which installation it belongs to.</summary>
internal sealed class InstallationHealth(InstallationService installations) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await installations.GetAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (Exception exception) when (exception is ProblemException or StartRefused)
        {
            return HealthCheckResult.Unhealthy("The installation is not known.");
        }
    }
}
