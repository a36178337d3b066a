using Microsoft.EntityFrameworkCore;
using OpenProject.Application.Users;
using OpenProject.Domain.ApiTokens;
using OpenProject.Domain.Categories;
using OpenProject.Domain.Groups;
using OpenProject.Domain.Memberships;
using OpenProject.Domain.Projects;
using OpenProject.Domain.Users;
using OpenProject.Domain.WorkPackages;
using OpenProject.Infrastructure.Persistence;

namespace OpenProject.Infrastructure.Users;

/// <summary>Removes a user row by row kind; every foreign key to principals is dealt with here, as none of them cascades.</summary>
internal sealed class UserRemoval(OpenProjectDbContext context) : IUserRemoval
{
    public async Task RemoveAsync(long userId, CancellationToken cancellationToken)
    {
        await HandOverAsync(userId, cancellationToken);
        await context.Set<Category>().Where(c => c.DefaultAssigneeId == userId)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.DefaultAssigneeId, (long?)null), cancellationToken);
        await context.Set<ApiToken>().Where(t => t.UserId == userId).ExecuteDeleteAsync(cancellationToken);
        await context.Set<Favorite>().Where(f => f.UserId == userId).ExecuteDeleteAsync(cancellationToken);
        await context.Set<GroupMember>().Where(m => m.UserId == userId).ExecuteDeleteAsync(cancellationToken);
        await context.Set<Membership>().Where(m => m.PrincipalId == userId).ExecuteDeleteAsync(cancellationToken);
        await context.Set<User>().Where(u => u.Id == userId).ExecuteDeleteAsync(cancellationToken);
    }

    private async Task HandOverAsync(long userId, CancellationToken cancellationToken)
    {
        var heir = await context.Set<DeletedUser>().Select(u => u.Id).SingleAsync(cancellationToken);
        var workPackages = context.Set<WorkPackage>();
        await workPackages.Where(w => w.AuthorId == userId)
            .ExecuteUpdateAsync(set => set.SetProperty(w => w.AuthorId, heir), cancellationToken);
        await workPackages.Where(w => w.AssigneeId == userId)
            .ExecuteUpdateAsync(set => set.SetProperty(w => w.AssigneeId, (long?)heir), cancellationToken);
        await workPackages.Where(w => w.ResponsibleId == userId)
            .ExecuteUpdateAsync(set => set.SetProperty(w => w.ResponsibleId, (long?)heir), cancellationToken);
        await context.Set<WorkPackageJournal>().Where(j => j.UserId == userId)
            .ExecuteUpdateAsync(set => set.SetProperty(j => j.UserId, heir), cancellationToken);
    }
}
