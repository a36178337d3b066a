using OpenProject.Application.Common;
using OpenProject.Domain.Users;

namespace OpenProject.Application.Users;

/// <summary>The viewers that are no people. The builtin users behind them never change, so each is read once.</summary>
public sealed class BuiltinViewers
{
    private Viewer? nobody;
    private Viewer? server;

    /// <summary>The viewer who stands for nobody.</summary>
    /// <exception cref="InvalidOperationException">The database has not been seeded.</exception>
    public async ValueTask<Viewer> NobodyAsync(IReadStore store, CancellationToken cancellationToken) =>
        nobody ??= await ReadAsync<AnonymousUser>(store, isAdmin: false, isAnonymous: true, cancellationToken);

    /// <summary>The viewer who stands for the server itself, and may do everything.</summary>
    /// <exception cref="InvalidOperationException">The database has not been seeded.</exception>
    public async ValueTask<Viewer> ServerAsync(IReadStore store, CancellationToken cancellationToken) =>
        server ??= await ReadAsync<SystemUser>(store, isAdmin: true, isAnonymous: false, cancellationToken);

    private static async Task<Viewer> ReadAsync<TUser>(IReadStore store, bool isAdmin, bool isAnonymous, CancellationToken cancellationToken)
        where TUser : User
    {
        var user = await store.FirstOrDefaultAsync(store.Rows<TUser>().Select(u => new { u.Id, u.Name }), cancellationToken)
            ?? throw new InvalidOperationException($"The database has no {typeof(TUser).Name}; it has not been seeded.");
        return new Viewer(user.Id, user.Name, isAdmin, isAnonymous);
    }
}
