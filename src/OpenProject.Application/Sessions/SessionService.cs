using System.Security.Cryptography;
using System.Text;
using OpenProject.Application.Common;
using OpenProject.Domain.Sessions;
using OpenProject.Domain.Users;

namespace OpenProject.Application.Sessions;

/// <summary>
/// The sessions of browsers: a key of 256 random bits, of which only the SHA-256 is stored. A session ends when its user
/// signs out, gets another password, is locked or removed, and when nobody used it for long.
/// </summary>
public sealed class SessionService(
    IReadStore store,
    IAggregates<Session> sessions,
    ISessions table,
    IUnitOfWork unitOfWork,
    SessionPolicy policy,
    SessionMemory memory,
    TimeProvider clock)
{
    private const int RandomBytes = 32;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Whom a session stands for; null when there is none with that key, or it is over.</summary>
    public async Task<Viewer?> AuthenticateAsync(string token, CancellationToken cancellationToken)
    {
        var hash = HashOf(token);
        if (memory.Viewers.TryGet(hash, out var known))
            return known;
        var epoch = memory.Viewers.Now;
        var now = Now;
        var found = await table.FindAliveAsync(hash, now - policy.Idle, cancellationToken);
        if (found is null)
            return null;
        if (now - found.LastUsedAt >= Session.UseResolution)
            await table.NoteUseAsync(found.Id, now, cancellationToken);
        var viewer = new Viewer(found.UserId, found.UserName, found.IsAdmin, IsAnonymous: false);
        memory.Viewers.Put(hash, viewer, epoch);
        return viewer;
    }

    /// <summary>Begins the session of a user whose password was right; stored with the caller's transaction.</summary>
    /// <returns>Its key.</returns>
    internal async Task<string> BeginAsync(User user, CancellationToken cancellationToken)
    {
        var (token, now) = (Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(RandomBytes)), Now);
        await table.EndAsync(user.Id, policy.SignInEndsOthers ? null : now - policy.Idle, cancellationToken);
        sessions.Add(Session.Begin(user, HashOf(token), now));
        return token;
    }

    /// <summary>Signs out: ends the session with that key, and where the policy says so the user's others.</summary>
    public async Task EndAsync(string token, CancellationToken cancellationToken)
    {
        var hash = HashOf(token);
        var found = await store.FirstOrDefaultAsync(store.Rows<Session>().Where(s => s.TokenHash == hash).Select(s => new { s.Id, s.UserId }), cancellationToken);
        if (found is null)
            return;
        await unitOfWork.InTransactionAsync(
            async transaction =>
            {
                if (policy.SignOutEndsAll)
                {
                    await table.EndAsync(found.UserId, usedBefore: null, transaction);
                }
                else if (await sessions.FindAsync(found.Id, transaction) is { } session)
                {
                    sessions.Remove(session);
                    await unitOfWork.SaveAsync(transaction);
                }
            },
            cancellationToken);
    }

    private static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
