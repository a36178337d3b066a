using OpenProject.Application.Common;

namespace OpenProject.Application.Users;

/// <summary>Whoever may run the program on the database: he acts as the server itself, which may do everything.</summary>
public sealed class OperatorService(BuiltinViewerService builtin, CurrentViewer current)
{
    /// <summary>From here on the scope acts for the operator.</summary>
    /// <exception cref="InvalidOperationException">The database has not been seeded.</exception>
    public async Task ActAsync(CancellationToken cancellationToken) => current.Set(await builtin.ServerAsync(cancellationToken));
}
