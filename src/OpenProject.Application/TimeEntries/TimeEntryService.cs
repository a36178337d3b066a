using OpenProject.Application.Common;
using OpenProject.Application.Projects;
using OpenProject.Application.Queries;
using OpenProject.Application.Resources;
using OpenProject.Application.WorkPackages;
using OpenProject.Application.Writes;
using OpenProject.Domain.TimeEntries;

namespace OpenProject.Application.TimeEntries;

/// <summary>Lists, reads and writes spent time, and reads kinds of work.</summary>
public sealed class TimeEntryService(
    ResourceReader reader,
    ResourceWriter writer,
    TimeEntryResource resource,
    TimeEntryContract contract,
    TimeEntriesActivityResource activities,
    ProjectResource projects,
    WorkPackageResource workPackages,
    IAggregates<TimeEntry> aggregates,
    GuardedReads guard,
    IUnitOfWork unitOfWork)
{
    private static readonly string Path = TimeEntryResource.Location.Value;

    private WritePlan<TimeEntry, TimeEntryDto> Writes { get; } = new(resource, contract, aggregates);

    /// <summary>The time that the viewer may see; leaves as forbidden for those who may see none anywhere.</summary>
    public async Task<Page<TimeEntryDto>> ListAsync(CollectionQuery query, CancellationToken cancellationToken)
    {
        var page = await guard.ListAsync(resource, query, TimeEntryRights.SeeAnyOf, cancellationToken);
        return await reader.Access.AnywhereAsync(TimeEntryRights.LogAnyOf)
            ? page with { Links = [new("createTimeEntry", Path + "/form", "post"), new("createTimeEntryImmediately", Path, "post")] }
            : page;
    }

    /// <summary>One entry.</summary>
    public Task<Document<TimeEntryDto>> FindAsync(long id, CancellationToken cancellationToken) => reader.FindAsync(resource, id, cancellationToken);

    /// <summary>Stores an entry.</summary>
    public async Task<Document<TimeEntryDto>> CreateAsync(ChangeSet<TimeEntry, TimeEntryDto> changes, CancellationToken cancellationToken)
    {
        var created = await writer.CreateAsync(Writes, Blank(), changes, cancellationToken);
        return await reader.WrittenAsync(resource, created.Id, cancellationToken);
    }

    /// <summary>Stores changes.</summary>
    public async Task<Document<TimeEntryDto>> UpdateAsync(long id, ChangeSet<TimeEntry, TimeEntryDto> changes, CancellationToken cancellationToken)
    {
        await writer.UpdateAsync(Writes, id, changes, cancellationToken);
        return await reader.WrittenAsync(resource, id, cancellationToken);
    }

    /// <summary>Removes an entry.</summary>
    public async Task DeleteAsync(long id, CancellationToken cancellationToken)
    {
        var (entry, row) = await writer.TakeAsync(Writes, id, cancellationToken);
        if (!TimeEntryRights.MayEdit(row, reader.Access))
            throw new ProblemException(new Problem.Forbidden());
        aggregates.Remove(entry);
        await unitOfWork.SaveAsync(cancellationToken);
    }

    /// <summary>The form for a new entry.</summary>
    public Task<Form<TimeEntry, TimeEntryDto>> CreateFormAsync(ChangeSet<TimeEntry, TimeEntryDto> changes, CancellationToken cancellationToken) =>
        writer.CreateFormAsync(Writes, Blank(), changes, FormLinks.Create(Path), cancellationToken);

    /// <summary>The form for changes.</summary>
    public Task<Form<TimeEntry, TimeEntryDto>> UpdateFormAsync(long id, ChangeSet<TimeEntry, TimeEntryDto> changes, CancellationToken cancellationToken) =>
        writer.UpdateFormAsync(Writes, id, changes, FormLinks.Update(TimeEntryResource.Location.Of(id)), cancellationToken);

    /// <summary>The schema; leaves as forbidden for those who have nothing to do with time anywhere.</summary>
    public async Task<SchemaDocument> SchemaAsync(CancellationToken cancellationToken)
    {
        await guard.RequireAsync(TimeEntryRights.AnyOf);
        return await writer.SchemaAsync(resource, Blank(), Path + "/schema", cancellationToken);
    }

    /// <summary>The kinds of work that time can be booked as, in order.</summary>
    public Task<Page<TimeEntriesActivityDto>> ListActivitiesAsync(CollectionQuery query, CancellationToken cancellationToken) =>
        reader.ListAsync(activities, query, reader.Visible(activities).Where(a => a.IsActive), cancellationToken);

    /// <summary>A kind of work.</summary>
    public Task<Document<TimeEntriesActivityDto>> FindActivityAsync(long id, CancellationToken cancellationToken) =>
        reader.FindAsync(activities, id, cancellationToken);

    /// <summary>The projects where the viewer may book time; leaves as forbidden when that is nowhere.</summary>
    public async Task<Page<ProjectDto>> ListProjectsAsync(CollectionQuery query, CancellationToken cancellationToken)
    {
        await guard.RequireAsync(TimeEntryRights.LogAnyOf);
        var allowed = TimeEntryTargets.ProjectsToLogIn(reader.Access);
        return await reader.ListAsync(projects, query, reader.Visible(projects).Where(p => allowed.Contains(p.Id)), cancellationToken);
    }

    /// <summary>The work packages that the viewer may book time on; leaves as forbidden when he may book none anywhere.</summary>
    public async Task<Page<WorkPackageDto>> ListWorkPackagesAsync(CollectionQuery query, CancellationToken cancellationToken)
    {
        await guard.RequireAsync(TimeEntryRights.LogAnyOf);
        var allowed = TimeEntryTargets.ProjectsToLogIn(reader.Access);
        return await reader.ListAsync(workPackages, query, reader.Visible(workPackages).Where(w => allowed.Contains(w.ProjectId)), cancellationToken);
    }

    private TimeEntry Blank() => TimeEntry.Draft(reader.Access.Viewer.UserId, writer.Now);
}
