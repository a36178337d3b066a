using System.Globalization;
using OpenProject.Application.Common;
using OpenProject.Application.Queries;
using OpenProject.Application.Resources;
using OpenProject.Application.Users;
using OpenProject.Application.WorkPackages;
using OpenProject.Application.Writes;
using OpenProject.Domain.Common;
using OpenProject.Domain.CustomActions;
using OpenProject.Domain.Projects;
using OpenProject.Domain.Roles;
using OpenProject.Domain.Statuses;
using OpenProject.Domain.Types;
using OpenProject.Domain.WorkPackages;
using Permission = OpenProject.Domain.Roles.Permissions;

namespace OpenProject.Application.CustomActions;

/// <summary>Reads and executes actions, and defines them as operators say.</summary>
public sealed class CustomActionService(
    ResourceReader reader,
    CustomActionResource resource,
    WorkPackageResource workPackages,
    WorkPackageService writes,
    IAggregates<CustomAction> actions,
    IStoredChanges storedChanges,
    GuardedReads guard,
    IUnitOfWork unitOfWork)
{
    // What stands for whoever executes the action.
    private const string Me = "me";

    /// <summary>An action; leaves as forbidden for those who may edit work packages nowhere.</summary>
    public Task<Document<CustomActionDto>> FindAsync(long id, CancellationToken cancellationToken) =>
        guard.FindAsync(resource, id, [Permission.EditWorkPackages], cancellationToken);

    /// <summary>
    /// Changes a work package as an action says; leaves as forbidden for those who may not edit it, as not found where the work
    /// package is not offered the action, as a conflict where it has changed since it was read.
    /// </summary>
    public async Task<Document<WorkPackageDto>> ExecuteAsync(long id, long workPackageId, int? lockVersion, CancellationToken cancellationToken)
    {
        await FindAsync(id, cancellationToken);
        var row = await reader.RowAsync(workPackages, workPackageId, cancellationToken);
        if (!(await reader.Access.InProjectAsync(row.ProjectId)).Contains(Permission.EditWorkPackages))
            throw new ProblemException(new Problem.Forbidden());
        var action = await actions.FindAsync(id, cancellationToken);
        if (action is null || row.CustomActions.All(a => a.Id != id))
            throw new ProblemException(new Problem.NotFound());
        return await writes.UpdateAsync(workPackageId, Personal(storedChanges.Read<WorkPackage, WorkPackageDto>(action.Change, lockVersion)), cancellationToken);
    }

    /// <summary>Stores an action.</summary>
    /// <param name="spec">What the operator says.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The action's id.</returns>
    /// <exception cref="BrokenRule">Something that it names does not exist, or the change is none.</exception>
    public async Task<long> CreateAsync(CustomActionSpec spec, CancellationToken cancellationToken)
    {
        var read = Read(spec.Change);
        if (read.Errors is [var wrong, ..])
            throw new BrokenRule(wrong.Attribute, wrong.Message);
        if (storedChanges.UnknownIn<WorkPackage, WorkPackageDto>(spec.Change) is [var unknown, ..])
            throw new BrokenRule("change", $"Work packages have no '{unknown}' that can be written.");
        if (read.Changes.Count == 0)
            throw new BrokenRule("change", "The change changes nothing.");
        var store = reader.Store;
        var conditions = new ActionConditions
        {
            StatusIds = await IdsAsync("status", spec.Statuses, store.Rows<Status>().Select(s => new NamedId { Id = s.Id, Name = s.Name }), cancellationToken),
            TypeIds = await IdsAsync("type", spec.Types, store.Rows<WorkPackageType>().Select(t => new NamedId { Id = t.Id, Name = t.Name }), cancellationToken),
            RoleIds = await IdsAsync("role", spec.Roles, store.Rows<Role>().Select(r => new NamedId { Id = r.Id, Name = r.Name }), cancellationToken),
            ProjectIds = await IdsAsync("project", spec.Projects, store.Rows<Project>().Select(p => new NamedId { Id = p.Id, Name = p.Identifier }), cancellationToken),
        };
        var position = await store.CountAsync(store.Rows<CustomAction>(), cancellationToken) + 1;
        var action = CustomAction.Create(spec.Name, spec.Description, position, spec.Change, conditions);
        actions.Add(action);
        await unitOfWork.SaveAsync(cancellationToken);
        return action.Id;
    }

    // Links to whoever executes it lead to him; text that says the same stays text.
    private ChangeSet<WorkPackage, WorkPackageDto> Personal(ChangeSet<WorkPackage, WorkPackageDto> read) => new(
        [
            .. read.Changes.Select(change => change switch
            {
                ToOneChange<WorkPackage, WorkPackageDto> { Target: { } target } one => new ToOneChange<WorkPackage, WorkPackageDto>(one.Link, Personal(target)),
                ToManyChange<WorkPackage, WorkPackageDto> many => new ToManyChange<WorkPackage, WorkPackageDto>(many.Links, [.. many.Targets.Select(Personal)]),
                _ => change,
            }),
        ],
        read.Errors,
        read.LockVersion);

    private LinkTarget Personal(LinkTarget target) => target.Key == Me && target.Path.Value == UserResource.Location.Value
        ? target with { Key = reader.Access.Viewer.UserId.ToString(CultureInfo.InvariantCulture) }
        : target;

    private ChangeSet<WorkPackage, WorkPackageDto> Read(string change)
    {
        try
        {
            return storedChanges.Read<WorkPackage, WorkPackageDto>(change);
        }
        catch (ProblemException malformed) when (malformed.Problem is Problem.Malformed problem)
        {
            throw new BrokenRule("change", problem.Message);
        }
    }

    private async Task<IReadOnlyList<long>> IdsAsync(string kind, IReadOnlyList<string> names, IQueryable<NamedId> rows, CancellationToken cancellationToken)
    {
        List<string> wanted = [.. names];
        var known = wanted.Count == 0 ? [] : await reader.Store.ListAsync(rows.Where(r => wanted.Contains(r.Name)), cancellationToken);
        return [.. wanted.Select(name => known.Find(k => k.Name == name)?.Id ?? throw new BrokenRule(kind, $"There is no {kind} '{name}'."))];
    }

    private sealed class NamedId
    {
        public long Id { get; init; }

        public string Name { get; init; } = "";
    }
}

/// <summary>What an operator says of a new action.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Description">What it does, in words; null for nothing.</param>
/// <param name="Change">The change, as a client of API v3 would send it.</param>
/// <param name="Statuses">Names of statuses, one of which the work package must have; none for any.</param>
/// <param name="Types">Names of types.</param>
/// <param name="Roles">Names of roles, one of which the user must have in the project.</param>
/// <param name="Projects">Identifiers of projects.</param>
public sealed record CustomActionSpec(
    string Name,
    string? Description,
    string Change,
    IReadOnlyList<string> Statuses,
    IReadOnlyList<string> Types,
    IReadOnlyList<string> Roles,
    IReadOnlyList<string> Projects);
