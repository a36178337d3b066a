using Microsoft.EntityFrameworkCore;
using OpenProject.Application.Principals;
using OpenProject.Domain.Principals;
using OpenProject.Domain.Users;
using OpenProject.Infrastructure.Persistence;

namespace OpenProject.Infrastructure.Principals;

/// <summary>Locks rows by writing what they hold; on SQLite the transaction is alone anyway.</summary>
internal sealed class PrincipalLock(OpenProjectDbContext context) : IPrincipalLock
{
    public async Task TakeAsync(long id, CancellationToken cancellationToken) =>
        await context.Set<Principal>().Where(p => p.Id == id)
            .ExecuteUpdateAsync(set => set.SetProperty(p => p.Revision, p => p.Revision), cancellationToken);

    public async Task TakeAdministratorsAsync(CancellationToken cancellationToken) =>
        await context.Set<User>().Where(u => u.Kind == PrincipalKind.User && u.Admin)
            .ExecuteUpdateAsync(set => set.SetProperty(u => u.Revision, u => u.Revision), cancellationToken);
}
