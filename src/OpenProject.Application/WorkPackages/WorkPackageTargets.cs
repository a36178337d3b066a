using OpenProject.Application.Budgets;
using OpenProject.Application.Categories;
using OpenProject.Application.Common;
using OpenProject.Application.Priorities;
using OpenProject.Application.ProjectPhases;
using OpenProject.Application.Projects;
using OpenProject.Application.Resources;
using OpenProject.Application.Sprints;
using OpenProject.Application.Statuses;
using OpenProject.Application.Types;
using OpenProject.Application.Versions;
using OpenProject.Domain.Budgets;
using OpenProject.Domain.Categories;
using OpenProject.Domain.Memberships;
using OpenProject.Domain.Priorities;
using OpenProject.Domain.ProjectPhases;
using OpenProject.Domain.Projects;
using OpenProject.Domain.Sprints;
using OpenProject.Domain.Statuses;
using OpenProject.Domain.Types;
using OpenProject.Domain.Users;
using OpenProject.Domain.Versions;
using OpenProject.Domain.WorkPackages;
using Permission = OpenProject.Domain.Roles.Permissions;

namespace OpenProject.Application.WorkPackages;

/// <summary>What the links of a work package may lead to.</summary>
public sealed class WorkPackageTargets(
    StatusResource statuses, TypeResource types, PriorityResource priorities, CategoryResource categories, VersionResource versions, BudgetResource budgets,
    SprintResource sprints, ProjectPhaseResource phases)
{
    /// <summary>The types that the project offers.</summary>
    public AllowedValues<WorkPackage, WorkPackageDto> Types { get; } =
        new AllowedRows<WorkPackage, WorkPackageDto, WorkPackageType, TypeDto>(() => types, (draft, rows, store) =>
        {
            var projectId = draft.Entity.ProjectId;
            var offered = store.Rows<Project>().Where(p => p.Id == projectId).SelectMany(p => p.Types).Select(t => t.TypeId);
            return rows.Where(t => offered.Contains(t.Id)).OrderBy(t => t.Position);
        });

    /// <summary>The statuses that it may have next.</summary>
    public AllowedValues<WorkPackage, WorkPackageDto> Statuses { get; } =
        new AllowedRows<WorkPackage, WorkPackageDto, Status, StatusDto>(
            () => statuses, (draft, rows, store) => StatusSteps.Next(draft, rows, store).OrderBy(s => s.Position));

    /// <summary>The active priorities.</summary>
    public AllowedValues<WorkPackage, WorkPackageDto> Priorities { get; } =
        new AllowedRows<WorkPackage, WorkPackageDto, Priority, PriorityDto>(
            () => priorities, (_, rows, _) => rows.Where(p => p.IsActive).OrderBy(p => p.Position));

    /// <summary>The categories of the project.</summary>
    public AllowedValues<WorkPackage, WorkPackageDto> Categories { get; } =
        new AllowedRows<WorkPackage, WorkPackageDto, Category, CategoryDto>(() => categories, (draft, rows, _) =>
        {
            var projectId = draft.Entity.ProjectId;
            return rows.Where(c => c.ProjectId == projectId).OrderBy(c => c.Name);
        });

    /// <summary>The open versions that are available in the project.</summary>
    public AllowedValues<WorkPackage, WorkPackageDto> Versions { get; } =
        new AllowedRows<WorkPackage, WorkPackageDto, ProjectVersion, VersionDto>(() => versions, (draft, rows, store) =>
        {
            var projectId = draft.Entity.ProjectId;
            var project = store.Rows<Project>().Where(p => p.Id == projectId).Select(p => p.Id);
            return rows.AvailableIn(project, store).Where(v => v.Status == VersionStatus.Open).OrderBy(v => v.SortName);
        });

    /// <summary>The sprints of the project that are not over.</summary>
    public AllowedValues<WorkPackage, WorkPackageDto> Sprints { get; } =
        new AllowedRows<WorkPackage, WorkPackageDto, Sprint, SprintDto>(() => sprints, (draft, rows, _) =>
        {
            var projectId = draft.Entity.ProjectId;
            return rows.Where(s => s.ProjectId == projectId && s.Status != SprintStatus.Completed).OrderBy(s => s.StartDate);
        });

    /// <summary>The phases that the project goes through.</summary>
    public AllowedValues<WorkPackage, WorkPackageDto> Phases { get; } =
        new AllowedRows<WorkPackage, WorkPackageDto, ProjectPhase, ProjectPhaseDto>(() => phases, (draft, rows, _) =>
        {
            var projectId = draft.Entity.ProjectId;
            return rows.Where(p => p.ProjectId == projectId && p.Active).OrderBy(p => p.Definition.Position);
        });

    /// <summary>The budgets of the project.</summary>
    public AllowedValues<WorkPackage, WorkPackageDto> Budgets { get; } =
        new AllowedRows<WorkPackage, WorkPackageDto, Budget, BudgetDto>(() => budgets, (draft, rows, _) =>
        {
            var projectId = draft.Entity.ProjectId;
            return rows.Where(b => b.ProjectId == projectId).OrderBy(b => b.Subject);
        });

    /// <summary>Projects where the writer may create, or move to.</summary>
    public AllowedValues<WorkPackage, WorkPackageDto> Projects { get; } = new AllowedAt<WorkPackage, WorkPackageDto>(
        draft => draft.IsNew
            ? WorkPackageResource.Location.Value + "/available_projects"
            : WorkPackageResource.Location.Of(draft.Entity.Id) + "/available_projects",
        (draft, store) =>
        {
            var projects = draft.Access.ProjectsWith(draft.IsNew ? Permission.AddWorkPackages : Permission.MoveWorkPackages);
            return store.Rows<Project>().Where(p => projects.Contains(p.Id)).Select(p => p.Id);
        });

    /// <summary>Those who may be responsible: the same as those who may be assigned.</summary>
    public AllowedValues<WorkPackage, WorkPackageDto> Responsibles { get; } =
        Assignable("The chosen user is not allowed to be 'Accountable' for this work package.");

    /// <summary>Those who may be assigned: members with a role that says so.</summary>
    public AllowedValues<WorkPackage, WorkPackageDto> Assignees { get; } =
        Assignable("The chosen user is not allowed to be 'Assignee' for this work package.");

    /// <summary>Visible work packages that are neither itself, nor below it, nor milestones.</summary>
    public AllowedValues<WorkPackage, WorkPackageDto> Parents { get; } = new AllowedAt<WorkPackage, WorkPackageDto>(
        draft => draft.IsNew ? WorkPackageResource.Location.Value : null,
        (draft, store) =>
        {
            var own = draft.Entity.Id;
            var projects = draft.Access.ProjectsWith(Permission.ViewWorkPackages);
            var below = store.Rows<WorkPackageHierarchy>().Where(h => h.AncestorId == own).Select(h => h.DescendantId);
            return store.Rows<WorkPackage>()
                .Where(w => !w.Type.IsMilestone && projects.Contains(w.ProjectId) && !below.Contains(w.Id) && w.Id != own).Select(w => w.Id);
        },
        label => $"{label} does not exist.");

    private static AllowedAt<WorkPackage, WorkPackageDto> Assignable(string refusal) => new(
        draft => draft switch
        {
            { IsNew: false } => WorkPackageResource.Location.Of(draft.Entity.Id) + "/available_assignees",
            { Entity.ProjectId: > 0 and var projectId } => WorkspacePaths.Projects.Of(projectId) + "/available_assignees",
            _ => null,
        },
        (draft, store) => AssignableIn(draft.Entity.ProjectId, store).Select(m => m.PrincipalId),
        _ => refusal);

    /// <summary>The memberships of a project whose principals may be assigned work: a role says so, and no account is locked.</summary>
    public static IQueryable<Membership> AssignableIn(long projectId, IReadStore store)
    {
        var permission = Permission.WorkPackageAssigned.Name;
        var locked = store.Rows<User>().Where(u => u.Status == UserStatus.Locked);
        return store.Rows<Membership>().Where(m =>
            m.ProjectId == projectId
            && m.Roles.Any(r => r.Role.Permissions.Any(p => p.Permission == permission))
            && !locked.Any(u => u.Id == m.PrincipalId));
    }
}
