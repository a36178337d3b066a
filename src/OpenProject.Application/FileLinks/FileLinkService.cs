using OpenProject.Application.Common;
using OpenProject.Application.Queries;
using OpenProject.Application.Resources;
using OpenProject.Application.WorkPackages;
using OpenProject.Domain.Common;
using OpenProject.Domain.FileLinks;
using OpenProject.Domain.ProjectStorages;
using OpenProject.Domain.Storages;
using Permission = OpenProject.Domain.Roles.Permissions;

namespace OpenProject.Application.FileLinks;

/// <summary>Lists, reads, makes and removes links to files.</summary>
public sealed class FileLinkService(
    ResourceReader reader,
    FileLinkResource resource,
    WorkPackageResource workPackages,
    IAggregates<FileLink> aggregates,
    IUnitOfWork unitOfWork,
    TimeProvider clock)
{
    /// <summary>The links of a visible work package; leaves as forbidden for those who see no links there.</summary>
    public async Task<Page<FileLinkDto>> ListAsync(long workPackageId, CollectionQuery query, CancellationToken cancellationToken)
    {
        await RequireAsync(workPackageId, Permission.ViewFileLinks, cancellationToken);
        return await reader.ListAsync(resource, query, reader.Store.Rows<FileLink>().Where(f => f.WorkPackageId == workPackageId), cancellationToken);
    }

    /// <summary>One link.</summary>
    public Task<Document<FileLinkDto>> FindAsync(long id, CancellationToken cancellationToken) => reader.FindAsync(resource, id, cancellationToken);

    /// <summary>Where the storage shows the file, or the folder that it is in; leaves as not found where that is not known.</summary>
    public async Task<string> AddressAsync(long id, bool ofFolder, CancellationToken cancellationToken) =>
        FileLinkResource.AddressOf(await reader.RowAsync(resource, id, cancellationToken), ofFolder) ?? throw new ProblemException(new Problem.NotFound());

    /// <summary>Links files, all or none. What is linked already is answered as it is.</summary>
    /// <param name="workPackageId">The work package.</param>
    /// <param name="drafts">The files.</param>
    /// <param name="query">The collection that the answer is.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The links, in the order of the files.</returns>
    public async Task<Page<FileLinkDto>> CreateAsync(
        long workPackageId, IReadOnlyList<FileLinkDraft> drafts, CollectionQuery query, CancellationToken cancellationToken)
    {
        var projectId = await RequireAsync(workPackageId, Permission.ManageFileLinks, cancellationToken);
        List<long> ids = [];
        await unitOfWork.InTransactionAsync(
            async token =>
            {
                var storages = await StoragesOfAsync(projectId, token);
                var wanted = drafts.Select(draft => Link(workPackageId, draft, storages)).ToList();
                List<string> origins = [.. wanted.Select(l => l.OriginId).Distinct()];
                var known = (await reader.Store.ListAsync(
                        reader.Store.Rows<FileLink>().Where(f => f.WorkPackageId == workPackageId && origins.Contains(f.OriginId)).Select(f => new { f.Id, f.StorageId, f.OriginId }), token))
                    .ToDictionary(f => (f.StorageId, f.OriginId), f => f.Id);
                var made = new Dictionary<(long StorageId, string OriginId), FileLink>();
                foreach (var link in wanted.Where(l => !known.ContainsKey((l.StorageId, l.OriginId)) && made.TryAdd((l.StorageId, l.OriginId), l)))
                    aggregates.Add(link);
                await unitOfWork.SaveAsync(token);
                ids = [.. wanted.Select(l => (l.StorageId, l.OriginId)).Select(key => known.TryGetValue(key, out var id) ? id : made[key].Id)];
            },
            cancellationToken);
        var documents = (await reader.DocumentsAsync(resource, reader.Store.Rows<FileLink>().Where(f => ids.Contains(f.Id)), cancellationToken)).ToDictionary(d => d.Dto.Id, d => d.Dto);

        // One may have been removed since.
        ids.RemoveAll(id => !documents.ContainsKey(id));
        return new Page<FileLinkDto>([.. ids.Select(id => documents[id])], ids.Count, query, reader.Access);
    }

    /// <summary>Removes a link; the file stays where it is.</summary>
    public async Task DeleteAsync(long id, CancellationToken cancellationToken)
    {
        var row = await reader.RowAsync(resource, id, cancellationToken);
        if (!reader.Access.In(row.WorkPackageProjectId).Contains(Permission.ManageFileLinks))
            throw new ProblemException(new Problem.Forbidden());
        aggregates.Remove(await aggregates.FindAsync(id, cancellationToken) ?? throw new ProblemException(new Problem.NotFound()));
        await unitOfWork.SaveAsync(cancellationToken);
    }

    // A file can only be in a storage that the project uses.
    private Task<List<Storage>> StoragesOfAsync(long projectId, CancellationToken cancellationToken) => reader.Store.ListAsync(
        reader.Store.Rows<ProjectStorage>().Where(p => p.ProjectId == projectId).Select(p => p.Storage), cancellationToken);

    private FileLink Link(long workPackageId, FileLinkDraft draft, List<Storage> storages)
    {
        var host = draft.StorageUrl is { } url ? StorageHost.Normalized(url) : null;
        var storage = storages.Find(s => draft.StorageId is { } id ? s.Id == id : host is not null && s.Host == host)
            ?? throw new ProblemException(new Problem.Invalid("storage", $"The request was invalid. File Link {draft.Origin.Name} - Storage was invalid."));
        try
        {
            return FileLink.Create(workPackageId, storage.Id, draft.Origin, reader.Access.Viewer.UserId, clock.GetUtcNow().UtcDateTime);
        }
        catch (BrokenRule broken)
        {
            throw new ProblemException(new Problem.Invalid(broken.Member, $"The request was invalid. File Link {draft.Origin.Name} - {broken.Message}"));
        }
    }

    private async Task<long> RequireAsync(long workPackageId, Domain.Roles.Permission permission, CancellationToken cancellationToken)
    {
        var row = await reader.RowAsync(workPackages, workPackageId, cancellationToken);
        if (!(await reader.Access.InProjectAsync(row.ProjectId)).Contains(permission))
            throw new ProblemException(new Problem.Forbidden());
        return row.ProjectId;
    }
}
