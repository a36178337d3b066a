using OpenProject.Application.Common;
using OpenProject.Application.Projects;
using OpenProject.Application.Queries;
using OpenProject.Application.Resources;
using OpenProject.Application.WorkPackages;
using OpenProject.Application.Writes;
using OpenProject.Domain.SavedQueries;
using Permission = OpenProject.Domain.Roles.Permissions;

namespace OpenProject.Application.SavedQueries;

/// <summary>Lists, reads and writes queries.</summary>
public sealed class SavedQueryService(
    ResourceReader reader,
    ResourceWriter writer,
    SavedQueryResource resource,
    SavedQueryContract contract,
    IAggregates<SavedQuery> aggregates,
    IUnitOfWork unitOfWork,
    QueryResultService results,
    GuardedReads guard)
{
    private WritePlan<SavedQuery, SavedQueryDto> Writes { get; } = new(resource, contract, aggregates);

    /// <summary>The queries that the viewer may see; leaves as forbidden for those who may see work packages nowhere.</summary>
    public Task<Page<SavedQueryDto>> ListAsync(CollectionQuery query, CancellationToken cancellationToken) =>
        guard.ListAsync(resource, query, [Permission.ViewWorkPackages, Permission.ManagePublicQueries], cancellationToken);

    /// <summary>One query with its results.</summary>
    public async Task<Document<SavedQueryDto>> FindAsync(long id, QueryOverrides overrides, CancellationToken cancellationToken) =>
        await results.AnswerAsync(await reader.RowAsync(resource, id, cancellationToken), overrides, cancellationToken);

    /// <summary>Stores a new query of the viewer's.</summary>
    public async Task<Document<SavedQueryDto>> CreateAsync(
        ChangeSet<SavedQuery, SavedQueryDto> changes, QueryOverrides overrides, CancellationToken cancellationToken)
    {
        var created = await writer.CreateAsync(Writes, Blank(), changes, cancellationToken);
        return await FindAsync(created.Id, overrides, cancellationToken);
    }

    /// <summary>Stores changes.</summary>
    public async Task<Document<SavedQueryDto>> UpdateAsync(
        long id, ChangeSet<SavedQuery, SavedQueryDto> changes, QueryOverrides overrides, CancellationToken cancellationToken)
    {
        await writer.UpdateAsync(Writes, id, changes, cancellationToken);
        return await FindAsync(id, overrides, cancellationToken);
    }

    /// <summary>Removes a query.</summary>
    public async Task DeleteAsync(long id, CancellationToken cancellationToken)
    {
        aggregates.Remove(await TakeAsync(id, q => q.MayManage, cancellationToken));
        await unitOfWork.SaveAsync(cancellationToken);
    }

    /// <summary>Puts a query first, or no longer.</summary>
    public async Task<Document<SavedQueryDto>> StarAsync(long id, bool isStarred, QueryOverrides overrides, CancellationToken cancellationToken)
    {
        (await TakeAsync(id, q => q.MayManage, cancellationToken)).Star(isStarred);
        await unitOfWork.SaveAsync(cancellationToken);
        return await FindAsync(id, overrides, cancellationToken);
    }

    /// <summary>The form for a new query.</summary>
    public async Task<Form<SavedQuery, SavedQueryDto>> CreateFormAsync(ChangeSet<SavedQuery, SavedQueryDto> changes, CancellationToken cancellationToken)
    {
        var form = await writer.CreateFormAsync(Writes, Blank(), changes, FormLinks.Create(SavedQueryResource.Location.Value), cancellationToken);
        return Complete(form);
    }

    /// <summary>The form for changes; only those who may store them are told where to.</summary>
    public async Task<Form<SavedQuery, SavedQueryDto>> UpdateFormAsync(
        long id, ChangeSet<SavedQuery, SavedQueryDto> changes, CancellationToken cancellationToken)
    {
        var row = await reader.RowAsync(resource, id, cancellationToken);
        contract.IsPreview = true;
        var links = FormLinks.Update(SavedQueryResource.Location.Of(id)) with { WithoutCommit = !row.MayChange };
        return Complete(await writer.UpdateFormAsync(Writes, id, changes, links, cancellationToken));
    }

    /// <summary>The aggregate behind a visible query; leaves as forbidden where the viewer may not do that.</summary>
    internal async Task<SavedQuery> TakeAsync(long id, Func<SavedQueryDto, bool> mayDo, CancellationToken cancellationToken)
    {
        var (query, row) = await writer.TakeAsync(Writes, id, cancellationToken);
        return mayDo(row) ? query : throw new ProblemException(new Problem.Forbidden());
    }

    private static Form<SavedQuery, SavedQueryDto> Complete(Form<SavedQuery, SavedQueryDto> form) =>
        form with { Schema = QuerySchemaService.Complete(form.Schema, form.Draft.Entity.ProjectId) };

    private SavedQuery Blank() => SavedQuery.Draft(reader.Access.Viewer.UserId, writer.Now);
}
