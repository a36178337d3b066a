using OpenProject.Application.Common;
using OpenProject.Domain.Storages;

namespace OpenProject.Application.Storages;

/// <summary>
/// The files of a storage, where they are. All members throw <see cref="Problem.Outbound"/> when the storage does not let the
/// account in, does not answer in time, answers too much, or answers what cannot be understood.
/// </summary>
public interface IRemoteFiles
{
    /// <summary>What is at a place; null for nothing.</summary>
    Task<RemoteFile?> FindAsync(RemoteAccount account, RemotePath path, CancellationToken cancellationToken);

    /// <summary>The file that has a number, if it is within a place; null otherwise.</summary>
    Task<RemoteFile?> FindAsync(RemoteAccount account, long number, RemotePath within, CancellationToken cancellationToken);

    /// <summary>What is at a place and, if that is a folder, in it; null for nothing.</summary>
    Task<RemoteFolder?> ListAsync(RemoteAccount account, RemotePath path, CancellationToken cancellationToken);

    /// <summary>Makes a folder.</summary>
    /// <returns>False when there is something called so already.</returns>
    Task<bool> CreateFolderAsync(RemoteAccount account, RemotePath path, CancellationToken cancellationToken);

    /// <summary>Where a new file may be sent, once.</summary>
    /// <param name="account">As whom to ask.</param>
    /// <param name="folder">Where the file shall be.</param>
    /// <param name="file">What it shall be.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<Uri> UploadAddressAsync(RemoteAccount account, RemoteFile folder, RemotePath file, CancellationToken cancellationToken);

    /// <summary>Where a file may be had from.</summary>
    Task<Uri> DownloadAddressAsync(RemoteAccount account, RemoteFile file, CancellationToken cancellationToken);
}
