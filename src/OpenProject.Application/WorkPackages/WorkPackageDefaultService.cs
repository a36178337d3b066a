using System.Linq.Expressions;
using OpenProject.Application.Common;
using OpenProject.Application.Writes;
using OpenProject.Domain.Categories;
using OpenProject.Domain.Priorities;
using OpenProject.Domain.Projects;
using OpenProject.Domain.Statuses;
using OpenProject.Domain.Types;
using OpenProject.Domain.WorkPackages;

namespace OpenProject.Application.WorkPackages;

/// <summary>Gives new work packages what nobody has said about them.</summary>
public sealed class WorkPackageDefaultService(IReadStore store, IMarkdown markdown)
{
    // Of a project and the type that was asked for, 0 for its first; no row where no status is the one to begin with.
    private static readonly Expression<Func<IReadStore, List<long>, long, IQueryable<DefaultRow>>> Defaults = (store, projects, typeId) =>
        store.Rows<Status>().Where(s => s.IsDefault).OrderBy(s => s.Id).Take(1).SelectMany(
            s => store.Rows<WorkPackageType>()
                .Where(t => typeId != 0 ? t.Id == typeId : store.Rows<Project>().Any(p => projects.Contains(p.Id) && p.Types.Any(of => of.TypeId == t.Id)))
                .OrderBy(t => t.Position).Take(1).DefaultIfEmpty(),
            (s, t) => new DefaultRow
            {
                StatusId = s.Id,
                PriorityId = store.Rows<Priority>().Where(p => p.IsDefault && p.IsActive).Select(p => p.Id).FirstOrDefault(),
                TypeId = t == null ? 0 : t.Id,
                IsMilestone = t != null && t.IsMilestone,
                Text = t == null ? null : t.DescriptionTemplate,
            });

    /// <summary>Sets status, priority and type, the text that the type begins with, and the one whom the category assigns.</summary>
    /// <returns>Whether the type is a milestone.</returns>
    public async Task<bool> SetAsync(Draft<WorkPackage, WorkPackageDto> draft, CancellationToken cancellationToken)
    {
        var entity = draft.Entity;
        var defaults = (await store.ListByIdsAsync(Defaults, [entity.ProjectId], entity.TypeId, cancellationToken)).FirstOrDefault();
        if (entity.CategoryId is not null && !draft.Sent("assignee"))
            await AssignAsync(entity, cancellationToken);
        if (defaults is null)
            return false;
        if (entity.StatusId == 0)
            entity.MoveTo(defaults.StatusId);
        if (entity.PriorityId == 0)
            entity.Prioritize(defaults.PriorityId);
        if (defaults.TypeId == 0)
            return false;
        entity.BecomeType(defaults.TypeId);
        if (string.IsNullOrWhiteSpace(entity.Description) && defaults.Text is { } text)
            entity.Describe(text, markdown.ToHtml(text));
        return defaults.IsMilestone;
    }

    private async Task AssignAsync(WorkPackage entity, CancellationToken cancellationToken)
    {
        var (categoryId, projectId) = (entity.CategoryId, entity.ProjectId);
        var assignable = WorkPackageTargets.AssignableIn(projectId, store);
        entity.AssignTo(await store.FirstOrDefaultAsync(
            store.Rows<Category>().Where(c => c.Id == categoryId && c.ProjectId == projectId && assignable.Any(m => m.PrincipalId == c.DefaultAssigneeId))
                .Select(c => c.DefaultAssigneeId),
            cancellationToken));
    }

    private sealed class DefaultRow
    {
        public long StatusId { get; init; }

        public long PriorityId { get; init; }

        public long TypeId { get; init; }

        public bool IsMilestone { get; init; }

        public string? Text { get; init; }
    }
}
