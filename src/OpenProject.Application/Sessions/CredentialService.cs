using OpenProject.Application.Common;
using OpenProject.Application.Users;
using OpenProject.Domain.Principals;
using OpenProject.Domain.Users;

namespace OpenProject.Application.Sessions;

/// <summary>Recognises people by login and password. Wrong passwords are counted, and block the account for a while.</summary>
public sealed class CredentialService(
    IReadStore store,
    IAggregates<User> users,
    ISignInAttempts attempts,
    PasswordService passwords,
    SignInPolicy policy,
    TimeProvider clock)
{
    /// <summary>The active user with that login and password, tracked; null in every other case, after the same time.</summary>
    internal async Task<User?> RecognizeAsync(string? login, string? password, CancellationToken cancellationToken)
    {
        var user = await FindAsync(login ?? "", cancellationToken);
        var now = clock.GetUtcNow().UtcDateTime;
        var isOpen = policy.MostFailures == 0
            || await attempts.BeginAsync(user?.Id ?? 0, policy.MostFailures, now - policy.BlockedFor, now, cancellationToken);
        return passwords.IsOf(isOpen ? user : null, password ?? "") ? user : null;
    }

    private async Task<User?> FindAsync(string login, CancellationToken cancellationToken)
    {
        var found = await store.FirstOrDefaultAsync(
            store.Rows<User>().Where(u => u.Login == login && u.Kind == PrincipalKind.User && u.Status == UserStatus.Active).Select(u => new { u.Id }), cancellationToken);
        return await users.FindAsync(found?.Id ?? 0, cancellationToken);
    }
}
