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
    /// <summary>Sets status, priority and type, the text that the type begins with, and the one whom the category assigns.</summary>
    /// <returns>Whether the type is a milestone.</returns>
    public async Task<bool> SetAsync(Draft<WorkPackage, WorkPackageDto> draft, CancellationToken cancellationToken)
    {
        var entity = draft.Entity;
        var (projectId, typeId) = (entity.ProjectId, entity.TypeId);
        var types = typeId != 0
            ? store.Rows<WorkPackageType>().Where(t => t.Id == typeId)
            : store.Rows<Project>().Where(p => p.Id == projectId).SelectMany(p => p.Types).Select(t => t.Type);
        var type = types.OrderBy(t => t.Position);
        var defaults = await store.FirstOrDefaultAsync(
            store.Rows<Status>().Where(s => s.IsDefault).Select(s => new
            {
                StatusId = s.Id,
                PriorityId = store.Rows<Priority>().Where(p => p.IsDefault && p.IsActive).Select(p => p.Id).FirstOrDefault(),
                TypeId = type.Select(t => t.Id).FirstOrDefault(),
                IsMilestone = type.Select(t => t.IsMilestone).FirstOrDefault(),
                Text = type.Select(t => t.DescriptionTemplate).FirstOrDefault(),
            }),
            cancellationToken);
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
}
