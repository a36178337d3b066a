using OpenProject.Application.Common;
using OpenProject.Domain.Principals;
using OpenProject.Domain.Users;

namespace OpenProject.Application.Users;

/// <summary>Finds those who may act.</summary>
public sealed class ActiveViewerService(IReadStore store)
{
    /// <summary>The user as a viewer; null when there is none, or one who may not act.</summary>
    public async Task<Viewer?> FindAsync(long userId, CancellationToken cancellationToken)
    {
        var user = await store.FirstOrDefaultAsync(
            store.Rows<User>().Where(u => u.Id == userId).Select(u => new { u.Name, u.Kind, u.Admin, u.Status }), cancellationToken);
        return user is { Kind: PrincipalKind.User or PrincipalKind.ServiceAccount, Status: UserStatus.Active } ? new Viewer(userId, user.Name, user.Admin, IsAnonymous: false) : null;
    }
}
