using OpenProject.Application.Common;
using OpenProject.Domain.Principals;
using OpenProject.Domain.Users;

namespace OpenProject.Application.Users;

/// <summary>Finds people by what they sign in with, for operators and administrators, who see everybody.</summary>
public sealed class LoginService(IReadStore store)
{
    /// <summary>The id of the person with that login, whatever its case and the state of the account; null when there is none. Builtin users are no persons.</summary>
    public async Task<long?> FindAsync(string login, CancellationToken cancellationToken)
    {
        var found = await store.FirstOrDefaultAsync(
            store.Rows<User>().Where(u => u.Login == login && u.Kind == PrincipalKind.User).Select(u => new { u.Id }), cancellationToken);
        return found?.Id;
    }
}
