using OpenProject.Application.Common;
using OpenProject.Application.Permissions;
using OpenProject.Domain.ProjectStorages;
using OpenProject.Domain.Roles;
using OpenProject.Domain.Storages;

namespace OpenProject.Application.Storages;

/// <summary>
/// How far somebody gets in a storage, as the account that the server goes there by sees more than he may: administrators
/// everywhere, others in the folders of projects where they hold a permission. A folder counts that is named by its path.
/// </summary>
public sealed class FolderReach
{
    private readonly IReadOnlyList<RemotePath> folders;

    private FolderReach(IReadOnlyList<RemotePath> folders) => this.folders = folders;

    /// <summary>How far the viewer gets by a permission. One statement, of those who are no administrators.</summary>
    /// <param name="access">The viewer.</param>
    /// <param name="storageId">The storage.</param>
    /// <param name="permission">What it takes.</param>
    /// <param name="projectId">The one project whose folder counts; null for all.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<FolderReach> OfAsync(Access access, long storageId, Permission permission, long? projectId, CancellationToken cancellationToken)
    {
        if (access.Viewer.IsAdmin)
            return new FolderReach([RemotePath.Root]);
        var projects = access.ProjectsWith(permission);
        var pairs = access.Store.Rows<ProjectStorage>().Where(p => p.StorageId == storageId && p.FolderId != null && projects.Contains(p.ProjectId));
        if (projectId is { } only)
            pairs = pairs.Where(p => p.ProjectId == only);
        var named = await access.Store.ListAsync(pairs.Select(p => p.FolderId!).Distinct(), cancellationToken);
        return new FolderReach([.. named.Select(RemotePath.Parse).OfType<RemotePath>()]);
    }

    /// <summary>The places in which everything is in reach.</summary>
    public IReadOnlyList<RemotePath> Folders => folders;

    /// <summary>Whether a place is in reach.</summary>
    public bool Covers(RemotePath path) => folders.Any(path.IsWithin);

    /// <summary>Whether a place is in reach, or on the way to what is. The root always is.</summary>
    public bool Shows(RemotePath path) => path == RemotePath.Root || Covers(path) || folders.Any(folder => folder.IsWithin(path));
}
