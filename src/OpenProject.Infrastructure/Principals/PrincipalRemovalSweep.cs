using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenProject.Application.Common;
using OpenProject.Application.Principals;
using OpenProject.Domain.Users;
using OpenProject.Infrastructure.Persistence;

namespace OpenProject.Infrastructure.Principals;

/// <summary>Finishes the removal of users and groups that were retired, each in a transaction of its own. Any number of servers may.</summary>
internal sealed class PrincipalRemovalSweep(IServiceScopeFactory scopes, TimeProvider clock, ILogger<PrincipalRemovalSweep> logger)
    : PeriodicWork(TimeSpan.FromSeconds(5), scopes, clock, logger)
{
    protected override async Task WorkAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var retired = await services.GetRequiredService<OpenProjectDbContext>().Set<RemovedPrincipal>().Select(principal => principal.Id).ToListAsync(cancellationToken);
        var (removal, unitOfWork) = (services.GetRequiredService<IPrincipalRemoval>(), services.GetRequiredService<IUnitOfWork>());
        foreach (var id in retired)
            await unitOfWork.InTransactionAsync(token => removal.RemoveAsync(id, token), cancellationToken);
    }
}
