using OpenProject.Application.Common;
using OpenProject.Domain.Users;

namespace OpenProject.Application.ApiTokens;

/// <summary>The viewer who stands for nobody. The builtin user behind him never changes, so he is read once.</summary>
public sealed class AnonymousVisitor
{
    private Viewer? known;

    /// <summary>The viewer; read from the store the first time.</summary>
    /// <exception cref="InvalidOperationException">The database has not been seeded.</exception>
    public async ValueTask<Viewer> ReadAsync(IReadStore store, CancellationToken cancellationToken)
    {
        if (known is { } viewer)
            return viewer;
        var user = await store.FirstOrDefaultAsync(store.Rows<AnonymousUser>().Select(u => new { u.Id, u.Name }), cancellationToken)
            ?? throw new InvalidOperationException("The database has no anonymous user; it has not been seeded.");
        return known = new Viewer(user.Id, user.Name, IsAdmin: false, IsAnonymous: true);
    }
}
