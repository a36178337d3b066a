using Microsoft.EntityFrameworkCore;
using OpenProject.Application.Common;
using OpenProject.Application.Memberships;
using OpenProject.Application.Projects;
using OpenProject.Domain.Categories;
using OpenProject.Domain.CustomFields;
using OpenProject.Domain.Memberships;
using OpenProject.Domain.Principals;
using OpenProject.Domain.Versions;
using OpenProject.Infrastructure.Persistence;

namespace OpenProject.Infrastructure.Projects;

/// <summary>Copies what lies in projects part by part; later parts refer to the copies of earlier ones.</summary>
internal sealed class ProjectContents(
    OpenProjectDbContext context,
    IUnitOfWork unitOfWork,
    IInheritedRoles inherited,
    WorkPackageCopies workPackages,
    QueryCopies queries,
    BoardCopies boards,
    ContentCopies contents,
    StorageCopies storages,
    TimeProvider clock) : IProjectContents
{
    private static readonly Dictionary<long, long> None = [];

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task CopyAsync(long sourceId, long targetId, CopiedParts parts, Copier copier, CancellationToken cancellationToken)
    {
        await CopyFieldsAsync(sourceId, targetId, cancellationToken);
        if (parts.Members)
            await CopyMembersAsync(sourceId, targetId, cancellationToken);
        var copies = new CopiedIds
        {
            Versions = parts.Versions ? await CopyVersionsAsync(sourceId, targetId, copier, cancellationToken) : None,
            Categories = parts.Categories ? await CopyCategoriesAsync(sourceId, targetId, cancellationToken) : None,
        };
        context.ChangeTracker.Clear();
        if (parts.WorkPackages)
            await workPackages.CopyAsync(sourceId, targetId, copies, parts, copier, cancellationToken);
        await contents.CopyAsync(sourceId, targetId, parts, copier.UserId, cancellationToken);
        if (parts.Storages)
            await storages.CopyAsync(sourceId, targetId, copier.UserId, cancellationToken);
        if (parts.FileLinks)
            await storages.CopyLinksAsync(sourceId, copies, copier.UserId, cancellationToken);
        if (parts.Queries)
            await queries.CopyAsync(sourceId, targetId, copies, copier.UserId, only: null, cancellationToken);
        if (parts.Boards)
            await boards.CopyAsync(sourceId, targetId, copies, copier.UserId, cancellationToken);
    }

    // Fields that are active in some projects are active in the copy of one of them.
    private async Task CopyFieldsAsync(long sourceId, long targetId, CancellationToken cancellationToken)
    {
        var fields = await context.Set<CustomField>().AsTracking().Where(f => f.Projects.Any(p => p.ProjectId == sourceId)).ToListAsync(cancellationToken);
        foreach (var field in fields)
            field.ActivateIn(targetId);
        await unitOfWork.SaveAsync(cancellationToken);
    }

    private async Task CopyMembersAsync(long sourceId, long targetId, CancellationToken cancellationToken)
    {
        var members = await context.Set<Membership>().Where(m => m.ProjectId == sourceId && m.Roles.Any(r => r.InheritedFromId == null))
            .OrderBy(m => m.Id).Select(m => new { m.PrincipalId, m.Principal.Kind, Roles = m.Roles.Where(r => r.InheritedFromId == null).Select(r => r.RoleId).ToList() })
            .ToListAsync(cancellationToken);
        var present = await context.Set<Membership>().AsTracking().Where(m => m.ProjectId == targetId).ToDictionaryAsync(m => m.PrincipalId, cancellationToken);
        var groups = new List<Membership>();
        foreach (var member in members)
        {
            if (present.GetValueOrDefault(member.PrincipalId) is { } first)
            {
                first.SetRoles(first.Roles.Select(r => r.RoleId).Concat(member.Roles));
                continue;
            }

            var copy = Membership.Create(member.PrincipalId, targetId, member.Roles, Now);
            context.Add(copy);
            if (member.Kind == PrincipalKind.Group)
                groups.Add(copy);
        }

        await unitOfWork.SaveAsync(cancellationToken);
        foreach (var group in groups)
            await inherited.GiveAsync(group.Id, cancellationToken);
    }

    private async Task<IReadOnlyDictionary<long, long>> CopyVersionsAsync(long sourceId, long targetId, Copier copier, CancellationToken cancellationToken)
    {
        var versions = await context.Set<ProjectVersion>().Where(v => v.ProjectId == sourceId).OrderBy(v => v.Id).ToListAsync(cancellationToken);
        var copies = versions.ConvertAll(version => version.CopyTo(targetId, Now, copier.HiddenFieldIds));
        context.AddRange(copies);
        await unitOfWork.SaveAsync(cancellationToken);
        return versions.Zip(copies).ToDictionary(pair => pair.First.Id, pair => pair.Second.Id);
    }

    private async Task<IReadOnlyDictionary<long, long>> CopyCategoriesAsync(long sourceId, long targetId, CancellationToken cancellationToken)
    {
        var categories = await context.Set<Category>().Where(c => c.ProjectId == sourceId).OrderBy(c => c.Id).ToListAsync(cancellationToken);
        var members = (await context.Set<Membership>().Where(m => m.ProjectId == targetId).Select(m => m.PrincipalId).ToListAsync(cancellationToken)).ToHashSet();
        var copies = categories.ConvertAll(category => Category.Create(
            targetId, category.Name, category.DefaultAssigneeId is { } id && members.Contains(id) ? id : null));
        context.AddRange(copies);
        await unitOfWork.SaveAsync(cancellationToken);
        return categories.Zip(copies).ToDictionary(pair => pair.First.Id, pair => pair.Second.Id);
    }
}
