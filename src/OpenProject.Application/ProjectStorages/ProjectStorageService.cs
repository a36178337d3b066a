using OpenProject.Application.Common;
using OpenProject.Application.Queries;
using OpenProject.Application.Resources;
using OpenProject.Application.Storages;
using OpenProject.Domain.Common;
using OpenProject.Domain.Projects;
using OpenProject.Domain.ProjectStorages;
using OpenProject.Domain.Storages;

namespace OpenProject.Application.ProjectStorages;

/// <summary>Lists and reads which projects use which storages, and brings them together as operators say.</summary>
public sealed class ProjectStorageService(
    ResourceReader reader, ProjectStorageResource resource, IAggregates<ProjectStorage> aggregates, IUnitOfWork unitOfWork, TimeProvider clock)
{
    /// <summary>Those that the viewer may see.</summary>
    public Task<Page<ProjectStorageDto>> ListAsync(CollectionQuery query, CancellationToken cancellationToken) =>
        reader.ListAsync(resource, query, within: null, cancellationToken);

    /// <summary>One of them.</summary>
    public Task<Document<ProjectStorageDto>> FindAsync(long id, CancellationToken cancellationToken) => reader.FindAsync(resource, id, cancellationToken);

    /// <summary>Where the storage shows the project's folder, or its files at all; leaves as not found where it has no address.</summary>
    public async Task<string> AddressAsync(long id, CancellationToken cancellationToken)
    {
        var row = await reader.RowAsync(resource, id, cancellationToken);
        if (row.StorageHost is not { } host)
            throw new ProblemException(new Problem.NotFound());
        return row.FolderId is { } folder ? StoragePages.Of(host, folder, isFolder: true, ofParent: false) : StoragePages.All(host);
    }

    /// <summary>Lets a project use a storage.</summary>
    /// <param name="project">The project's identifier.</param>
    /// <param name="storage">The storage's name.</param>
    /// <param name="folder">The project's folder, as the storage names it; null for none.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The pair's id.</returns>
    /// <exception cref="BrokenRule">There is no such project or storage.</exception>
    /// <exception cref="ProblemException">The project uses the storage already.</exception>
    public async Task<long> CreateAsync(string project, string storage, string? folder, CancellationToken cancellationToken)
    {
        var store = reader.Store;
        var projectId = await store.FirstOrDefaultAsync(store.Rows<Project>().Where(p => p.Identifier == project).Select(p => (long?)p.Id), cancellationToken)
            ?? throw new BrokenRule("project", $"There is no project '{project}'.");
        var storageId = await store.FirstOrDefaultAsync(store.Rows<Storage>().Where(s => s.Name == storage).Select(s => (long?)s.Id), cancellationToken)
            ?? throw new BrokenRule("storage", $"There is no storage '{storage}'.");
        var pair = ProjectStorage.Create(projectId, storageId, folder, reader.Access.Viewer.UserId, clock.GetUtcNow().UtcDateTime);
        aggregates.Add(pair);
        await unitOfWork.SaveAsync(cancellationToken);
        return pair.Id;
    }
}
