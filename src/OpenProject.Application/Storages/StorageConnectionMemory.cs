using OpenProject.Application.Common;

namespace OpenProject.Application.Storages;

/// <summary>How it went when the server last went to storages, for moments, so that lists of links to files do not ask at every look.</summary>
public sealed class StorageConnectionMemory(TimeProvider clock)
{
    private const int Most = 1000;

    // What this process writes changes nothing there; another password is another key.
    internal ShortMemory<RemoteAccount, StorageConnection> Connections { get; } = new(() => 0, clock, TimeSpan.FromSeconds(10), Most);
}
