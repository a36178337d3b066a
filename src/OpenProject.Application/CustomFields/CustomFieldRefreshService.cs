using OpenProject.Application.Common;

namespace OpenProject.Application.CustomFields;

/// <summary>Brings the declarations up to date with the installation's fields; to be called before anything reads or writes what may have some.</summary>
public sealed class CustomFieldRefreshService(CustomFieldDirectory directory, IReadStore store)
{
    /// <summary>Does so, unless it was done a moment ago.</summary>
    public ValueTask RefreshAsync(CancellationToken cancellationToken) => directory.RefreshAsync(store, cancellationToken);
}
