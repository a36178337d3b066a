using OpenProject.Application.Common;

namespace OpenProject.Application.Users;

/// <summary>The viewers that are no people (<see cref="BuiltinViewers"/>), for those who do not read the store themselves.</summary>
public sealed class BuiltinViewerService(IReadStore store, BuiltinViewers known)
{
    /// <summary>The viewer who stands for nobody.</summary>
    public ValueTask<Viewer> NobodyAsync(CancellationToken cancellationToken) => known.NobodyAsync(store, cancellationToken);

    /// <summary>The viewer who stands for the server itself, and may do everything.</summary>
    public ValueTask<Viewer> ServerAsync(CancellationToken cancellationToken) => known.ServerAsync(store, cancellationToken);
}
