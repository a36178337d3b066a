using Microsoft.Data.Sqlite;

namespace OpenProject.Testing;

/// <summary>A new folder that goes, with all it holds, when disposed.</summary>
public sealed class TemporaryDirectory : IDisposable
{
    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("openproject-");

    /// <summary>Its path.</summary>
    public string Path => directory.FullName;

    /// <inheritdoc/>
    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        directory.Refresh();
        if (directory.Exists)
            directory.Delete(recursive: true);
    }
}
