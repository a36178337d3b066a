using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenProject.Application.Common;
using OpenProject.Domain.JobStatuses;
using OpenProject.Infrastructure.Persistence;

namespace OpenProject.Infrastructure.JobStatuses;

/// <summary>Removes jobs that ended long ago.</summary>
internal sealed class JobPruning(IServiceScopeFactory scopes, TimeProvider clock, ILogger<JobPruning> logger)
    : PeriodicWork(TimeSpan.FromHours(1), scopes, clock, logger)
{
    protected override Task WorkAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var limit = services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime - Job.KeptFor;
        var ended = services.GetRequiredService<OpenProjectDbContext>().Set<Job>()
            .Where(j => j.UpdatedAt < limit && j.State != JobState.InQueue && j.State != JobState.InProcess);
        return services.GetRequiredService<IUnitOfWork>().InTransactionAsync(ended.ExecuteDeleteAsync, cancellationToken);
    }
}
