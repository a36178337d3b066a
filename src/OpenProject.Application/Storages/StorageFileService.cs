using OpenProject.Application.Common;
using OpenProject.Application.FileLinks;
using OpenProject.Application.Queries;
using OpenProject.Application.Resources;
using OpenProject.Domain.Common;
using OpenProject.Domain.ProjectStorages;
using OpenProject.Domain.Roles;
using OpenProject.Domain.Storages;
using Permission = OpenProject.Domain.Roles.Permissions;

namespace OpenProject.Application.Storages;

/// <summary>
/// Looks into storages as the account that is kept for them, for as much as <see cref="FolderReach"/> lets the viewer see. Every
/// member throws <see cref="Problem.Outbound"/> when the storage cannot be asked.
/// </summary>
public sealed class StorageFileService(ResourceReader reader, StorageResource storages, FileLinkResource links, IRemoteFiles files, ISecretProtection secrets)
{
    /// <summary>What is in a folder.</summary>
    /// <param name="storageId">The storage.</param>
    /// <param name="parent">The folder's path; null for the root.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ProblemException">The storage or the place is missing or out of reach, or the place is no folder.</exception>
    public async Task<RemoteFolder> ListAsync(long storageId, string? parent, CancellationToken cancellationToken)
    {
        var storage = await StorageAsync(storageId, cancellationToken);
        var path = PathOf(parent ?? "/");
        var reach = await ReachAsync(storageId, Permission.ViewFileLinks, cancellationToken);
        if (!reach.Shows(path))
            throw new ProblemException(new Problem.NotFound());
        var folder = await files.ListAsync(AccountOf(storage), path, cancellationToken) ?? throw new ProblemException(new Problem.NotFound());
        Require(folder.Self);
        return folder with { Files = [.. folder.Files.Where(f => reach.Shows(f.Path)).OrderBy(f => f.Path.Name, StringComparer.OrdinalIgnoreCase)] };
    }

    /// <summary>Makes a folder.</summary>
    /// <param name="storageId">The storage.</param>
    /// <param name="parent">Where: a path.</param>
    /// <param name="name">What it shall be called.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ProblemException">
    /// The storage or the place is missing or out of reach, the viewer may not manage links to files there, the name is no good, or taken.
    /// </exception>
    public async Task<RemoteFile> CreateFolderAsync(long storageId, string parent, string name, CancellationToken cancellationToken)
    {
        var storage = await StorageAsync(storageId, cancellationToken);
        var path = PathOf(parent);
        await RequireAsync(storageId, path, projectId: null, cancellationToken);
        var wanted = NameIn(path, name, storage);
        var account = AccountOf(storage);
        Require(await files.FindAsync(account, path, cancellationToken) ?? throw new ProblemException(new Problem.NotFound()));
        // Some servers make it without a word when there is one already.
        if (await files.FindAsync(account, wanted, cancellationToken) is not null || !await files.CreateFolderAsync(account, wanted, cancellationToken))
            throw new ProblemException(new Problem.Conflict("There is a file or folder of that name already."));
        return await files.FindAsync(account, wanted, cancellationToken) ?? throw new ProblemException(new Problem.Outbound(OutboundFailure.NotFound));
    }

    /// <summary>Where a new file may be sent.</summary>
    /// <param name="storageId">The storage.</param>
    /// <param name="projectId">The project for which the file is meant.</param>
    /// <param name="parent">Where the file shall be: a path.</param>
    /// <param name="name">What it shall be called.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ProblemException">
    /// The storage is missing or not the project's, the viewer may not manage links to files there, the place is out of reach or no folder, or
    /// the name is no good.
    /// </exception>
    public async Task<Uri> PrepareUploadAsync(long storageId, long projectId, string parent, string name, CancellationToken cancellationToken)
    {
        var storage = await StorageAsync(storageId, cancellationToken);
        var path = PathOf(parent);
        if (!(await reader.Access.InProjectAsync(projectId)).Contains(Permission.ManageFileLinks))
            throw new ProblemException(new Problem.Forbidden());
        var isUsed = reader.Store.Rows<ProjectStorage>().Where(p => p.ProjectId == projectId && p.StorageId == storageId);
        if (await reader.Store.CountAsync(isUsed, cancellationToken) == 0)
            throw new ProblemException(new Problem.NotFound());
        await RequireAsync(storageId, path, projectId, cancellationToken);
        var wanted = NameIn(path, name, storage);
        var account = AccountOf(storage);
        var folder = await files.FindAsync(account, path, cancellationToken) ?? throw new ProblemException(new Problem.Outbound(OutboundFailure.NotFound));
        Require(folder);
        return await files.UploadAddressAsync(account, folder, wanted, cancellationToken);
    }

    /// <summary>Where a linked file may be had from.</summary>
    /// <exception cref="ProblemException">The link is missing or invisible, or the file is gone, a folder, or out of the project's folder.</exception>
    public async Task<Uri> DownloadAsync(long linkId, CancellationToken cancellationToken)
    {
        var link = await reader.RowAsync(links, linkId, cancellationToken);
        var storage = await PlaceAsync(reader.Store.Rows<Storage>(), link.StorageId, cancellationToken);
        var account = AccountOf(storage);
        var reach = await FolderReach.OfAsync(reader.Access, link.StorageId, Permission.ViewFileLinks, link.WorkPackageProjectId, cancellationToken);
        var file = await FindAsync(account, link.OriginId, reach, cancellationToken);
        return file is { IsFolder: false } ? await files.DownloadAddressAsync(account, file, cancellationToken) : throw new ProblemException(new Problem.NotFound());
    }

    private static RemotePath PathOf(string parent) => RemotePath.Parse(parent) ?? throw NoFolder();

    private static ProblemException NoFolder() => new(new Problem.InvalidQuery("The given parent is not a directory."));

    private static void Require(RemoteFile folder)
    {
        if (!folder.IsFolder)
            throw NoFolder();
    }

    private static RemotePath NameIn(RemotePath folder, string name, Place storage)
    {
        try
        {
            return folder.Of(name, storage.ForbiddenFileNameCharacters);
        }
        catch (BrokenRule broken)
        {
            throw new ProblemException(new Problem.Invalid(broken.Member, broken.Message));
        }
    }

    // A storage numbers its files, or they are known by their paths. Somebody could have linked any number.
    private async Task<RemoteFile?> FindAsync(RemoteAccount account, string originId, FolderReach reach, CancellationToken cancellationToken)
    {
        if (RemotePath.Parse(originId) is { } path)
            return reach.Covers(path) ? await files.FindAsync(account, path, cancellationToken) : null;
        if (!long.TryParse(originId, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number))
            return null;
        foreach (var folder in reach.Folders)
        {
            if (await files.FindAsync(account, number, folder, cancellationToken) is { } file && file.Path.IsWithin(folder))
                return file;
        }

        return null;
    }

    // Of a storage's columns these alone: its row would ask the storage itself whether it lets the server in.
    private Task<Place> StorageAsync(long storageId, CancellationToken cancellationToken) => PlaceAsync(reader.Visible(storages), storageId, cancellationToken);

    private async Task<Place> PlaceAsync(IQueryable<Storage> among, long storageId, CancellationToken cancellationToken) =>
        await reader.Store.FirstOrDefaultAsync(
            among.Where(s => s.Id == storageId).Select(s => new Place(s.Host, s.ProtectedPassword, s.ForbiddenFileNameCharacters)), cancellationToken)
        ?? throw new ProblemException(new Problem.NotFound(storages.NotFoundMessage));

    private RemoteAccount AccountOf(Place storage) =>
        RemoteAccount.Of(storage.Host, storage.ProtectedPassword, secrets) ?? throw new ProblemException(new Problem.Outbound(OutboundFailure.Forbidden));

    private Task<FolderReach> ReachAsync(long storageId, Domain.Roles.Permission permission, CancellationToken cancellationToken) =>
        FolderReach.OfAsync(reader.Access, storageId, permission, projectId: null, cancellationToken);

    // What one does not see is not found; where one sees and may not write is forbidden.
    private async Task RequireAsync(long storageId, RemotePath path, long? projectId, CancellationToken cancellationToken)
    {
        if ((await FolderReach.OfAsync(reader.Access, storageId, Permission.ManageFileLinks, projectId, cancellationToken)).Covers(path))
            return;
        var seen = await ReachAsync(storageId, Permission.ViewFileLinks, cancellationToken);
        throw new ProblemException(seen.Shows(path) ? new Problem.Forbidden() : new Problem.NotFound());
    }

    private sealed record Place(string? Host, string? ProtectedPassword, string ForbiddenFileNameCharacters);
}
