using OpenProject.Domain.Storages;

namespace OpenProject.Application.Storages;

/// <summary>Where a Nextcloud shows its files to people.</summary>
public static class StoragePages
{
    /// <summary>The page of all files.</summary>
    /// <param name="host">The storage's address.</param>
    public static string All(string host) => host + "index.php/apps/files";

    /// <summary>The page that shows a file or folder, or the folder that it is in.</summary>
    /// <param name="host">The storage's address.</param>
    /// <param name="id">The storage's number of it, or its path.</param>
    /// <param name="isFolder">Whether it is a folder.</param>
    /// <param name="ofParent">Whether what it is in shall be shown instead.</param>
    public static string Of(string host, string id, bool isFolder, bool ofParent)
    {
        if (RemotePath.Parse(id) is not { } path)
            return $"{host}index.php/f/{Uri.EscapeDataString(id)}?openfile={(ofParent ? 0 : 1)}";
        var shown = isFolder && !ofParent ? path : path.Ancestors.LastOrDefault() ?? path;
        return $"{All(host)}?dir={Uri.EscapeDataString(shown.Value)}";
    }
}
