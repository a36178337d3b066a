using Microsoft.EntityFrameworkCore;
using OpenProject.Application.Principals;
using OpenProject.Domain.Principals;
using OpenProject.Infrastructure.Persistence;

namespace OpenProject.Infrastructure.Principals;

/// <summary>Locks the row by writing what it holds; on SQLite the transaction is alone anyway.</summary>
internal sealed class PrincipalLock(OpenProjectDbContext context) : IPrincipalLock
{
    public async Task TakeAsync(long id, CancellationToken cancellationToken) =>
        await context.Set<Principal>().Where(p => p.Id == id)
            .ExecuteUpdateAsync(set => set.SetProperty(p => p.Revision, p => p.Revision), cancellationToken);
}
