using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using OpenProject.Application.Principals;
using OpenProject.Domain.ApiTokens;
using OpenProject.Domain.Categories;
using OpenProject.Domain.Groups;
using OpenProject.Domain.Memberships;
using OpenProject.Domain.OAuthApplications;
using OpenProject.Domain.Principals;
using OpenProject.Domain.SavedQueries;
using OpenProject.Domain.Scim;
using OpenProject.Domain.Sessions;
using OpenProject.Domain.TimeEntries;
using OpenProject.Domain.Users;
using OpenProject.Infrastructure.CustomFields;
using OpenProject.Infrastructure.Memberships;
using OpenProject.Infrastructure.OAuthApplications;
using OpenProject.Infrastructure.Persistence;

namespace OpenProject.Infrastructure.Principals;

/// <summary>
/// Removes a principal row kind by row kind; of groups and placeholders most kinds have none. A foreign key to principals that
/// neither cascades nor is left to the deleted user is dealt with here.
/// </summary>
internal sealed class PrincipalRemoval(OpenProjectDbContext context, InheritedRoles inherited, CustomReferences customReferences) : IPrincipalRemoval
{
    public async Task RemoveAsync(long id, CancellationToken cancellationToken)
    {
        await TakeOwnAsync(id, cancellationToken);
        await HandOverAsync(id, cancellationToken);
        await context.Set<Principal>().Where(p => p.Id == id).ExecuteDeleteAsync(cancellationToken);
    }

    public async Task RetireAsync(long id, CancellationToken cancellationToken)
    {
        await TakeOwnAsync(id, cancellationToken);
        await context.Set<GroupMember>().Where(m => m.GroupId == id).ExecuteDeleteAsync(cancellationToken);
        await context.Set<Session>().Where(s => s.UserId == id).ExecuteDeleteAsync(cancellationToken);
        await context.Set<ExternalIdentity>().Where(e => e.PrincipalId == id).ExecuteDeleteAsync(cancellationToken);
        await context.Set<Principal>().Where(p => p.Id == id).ExecuteUpdateAsync(
            set => set.SetProperty(p => p.Kind, PrincipalKind.Removed).SetProperty(p => p.Name, RemovedPrincipal.Title).SetProperty(p => p.SortName, RemovedPrincipal.Title),
            cancellationToken);

        // Nobody has such a login, as it has a colon. A group has had none of what follows.
        var login = string.Create(CultureInfo.InvariantCulture, $"removed:{id}");
        await context.Set<RemovedPrincipal>().Where(u => u.Id == id).ExecuteUpdateAsync(
            set => set.SetProperty(u => u.Login, login).SetProperty(u => u.FirstName, "").SetProperty(u => u.LastName, RemovedPrincipal.Title)
                .SetProperty(u => u.Email, (string?)null).SetProperty(u => u.IdentityUrl, (string?)null).SetProperty(u => u.ProvidedName, (string?)null)
                .SetProperty(u => u.PasswordHash, (string?)null).SetProperty(u => u.Status, UserStatus.Locked).SetProperty(u => u.Admin, false)
                .SetProperty(u => u.Language, User.DefaultLanguage).SetProperty(u => u.HideEmail, true).SetProperty(u => u.ForcePasswordChange, false)
                .SetProperty(u => u.SessionGeneration, 0).SetProperty(u => u.FailedSignIns, 0),
            cancellationToken);
    }

    private async Task TakeOwnAsync(long id, CancellationToken cancellationToken)
    {
        await inherited.TakeFromAllAsync(id, cancellationToken);

        // What nobody else sees goes; what others look at stays.
        await context.Set<SavedQuery>().Where(q => q.UserId == id && !q.Public).ExecuteDeleteAsync(cancellationToken);
        await context.Set<TimeEntry>().Where(t => t.UserId == id && t.Ongoing)
            .ExecuteUpdateAsync(set => set.SetProperty(t => t.Ongoing, false).SetProperty(t => t.Minutes, t => t.Minutes ?? 0), cancellationToken);
        await context.Set<Category>().Where(c => c.DefaultAssigneeId == id)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.DefaultAssigneeId, (long?)null), cancellationToken);
        await context.Set<OAuthApplication>().Where(a => a.ClientCredentialsUserId == id)
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.ClientCredentialsUserId, (long?)null), cancellationToken);
        var subject = id.ToString(CultureInfo.InvariantCulture);
        await context.Set<OAuthToken>().Where(t => t.Subject == subject).ExecuteDeleteAsync(cancellationToken);
        await context.Set<OAuthAuthorization>().Where(a => a.Subject == subject).ExecuteDeleteAsync(cancellationToken);
        await context.Set<ApiToken>().Where(t => t.UserId == id).ExecuteDeleteAsync(cancellationToken);
        await context.Set<GroupMember>().Where(m => m.UserId == id).ExecuteDeleteAsync(cancellationToken);
        await context.Set<Membership>().Where(m => m.PrincipalId == id).ExecuteDeleteAsync(cancellationToken);
    }

    private async Task HandOverAsync(long id, CancellationToken cancellationToken)
    {
        var heir = await context.Set<DeletedUser>().Select(u => u.Id).SingleAsync(cancellationToken);
        var names = context.GetService<ISqlGenerationHelper>();
        foreach (var key in context.Model.GetEntityTypes().SelectMany(entity => entity.GetDeclaredForeignKeys()).Where(key => key.IsLeftToDeletedUser()))
        {
            var table = names.DelimitIdentifier(key.DeclaringEntityType.GetTableName()!);
            var column = names.DelimitIdentifier(key.Properties[0].GetColumnName());
            var sql = $$"""UPDATE {{table}} SET {{column}} = {0} WHERE {{column}} = {1}""";
            await context.Database.ExecuteSqlRawAsync(sql, [heir, id], cancellationToken);
        }

        await customReferences.HandOverAsync(id, heir, cancellationToken);
    }
}
