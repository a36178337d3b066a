using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using OpenProject.Application.Users;
using OpenProject.Domain.ApiTokens;
using OpenProject.Domain.Categories;
using OpenProject.Domain.Groups;
using OpenProject.Domain.Memberships;
using OpenProject.Domain.OAuthApplications;
using OpenProject.Domain.SavedQueries;
using OpenProject.Domain.Users;
using OpenProject.Infrastructure.OAuthApplications;
using OpenProject.Infrastructure.Persistence;

namespace OpenProject.Infrastructure.Users;

/// <summary>
/// Removes a user row by row kind. A foreign key to principals that neither cascades nor is left to the deleted user is
/// dealt with here.
/// </summary>
internal sealed class UserRemoval(OpenProjectDbContext context) : IUserRemoval
{
    public async Task RemoveAsync(long userId, CancellationToken cancellationToken)
    {
        // What nobody else sees goes; what others look at stays.
        await context.Set<SavedQuery>().Where(q => q.UserId == userId && !q.Public).ExecuteDeleteAsync(cancellationToken);
        await HandOverAsync(userId, cancellationToken);
        await context.Set<Category>().Where(c => c.DefaultAssigneeId == userId)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.DefaultAssigneeId, (long?)null), cancellationToken);
        await context.Set<OAuthApplication>().Where(a => a.ClientCredentialsUserId == userId)
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.ClientCredentialsUserId, (long?)null), cancellationToken);
        var subject = userId.ToString();
        await context.Set<OAuthToken>().Where(t => t.Subject == subject).ExecuteDeleteAsync(cancellationToken);
        await context.Set<OAuthAuthorization>().Where(a => a.Subject == subject).ExecuteDeleteAsync(cancellationToken);
        await context.Set<ApiToken>().Where(t => t.UserId == userId).ExecuteDeleteAsync(cancellationToken);
        await context.Set<GroupMember>().Where(m => m.UserId == userId).ExecuteDeleteAsync(cancellationToken);
        await context.Set<Membership>().Where(m => m.PrincipalId == userId).ExecuteDeleteAsync(cancellationToken);
        await context.Set<User>().Where(u => u.Id == userId).ExecuteDeleteAsync(cancellationToken);
    }

    private async Task HandOverAsync(long userId, CancellationToken cancellationToken)
    {
        var heir = await context.Set<DeletedUser>().Select(u => u.Id).SingleAsync(cancellationToken);
        var names = context.GetService<ISqlGenerationHelper>();
        foreach (var key in context.Model.GetEntityTypes().SelectMany(entity => entity.GetDeclaredForeignKeys()).Where(key => key.IsLeftToDeletedUser()))
        {
            var table = names.DelimitIdentifier(key.DeclaringEntityType.GetTableName()!);
            var column = names.DelimitIdentifier(key.Properties[0].GetColumnName());
            var sql = $$"""UPDATE {{table}} SET {{column}} = {0} WHERE {{column}} = {1}""";
            await context.Database.ExecuteSqlRawAsync(sql, [heir, userId], cancellationToken);
        }
    }
}
