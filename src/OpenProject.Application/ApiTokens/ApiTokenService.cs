using System.Security.Cryptography;
using System.Text;
using OpenProject.Application.Common;
using OpenProject.Domain.ApiTokens;
using OpenProject.Domain.Principals;
using OpenProject.Domain.Users;

namespace OpenProject.Application.ApiTokens;

/// <summary>
/// API tokens: <c>opapi-</c> and 40 hexadecimal digits, of which only the SHA-256 is stored and looked up by a unique
/// index. The digest of 160 random bits needs no salt and no slow hash.
/// </summary>
public sealed class ApiTokenService(
    IReadStore store,
    IAggregates<ApiToken> tokens,
    IUnitOfWork unitOfWork,
    IApiTokenUses uses,
    ApiTokenMemory memory,
    TimeProvider clock)
{
    /// <summary>What every token begins with.</summary>
    public const string Prefix = "opapi-";

    private const int RandomBytes = 20;

    /// <summary>The stored form of a token.</summary>
    public static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    /// <summary>A new token's text.</summary>
    public static string NewText() => Prefix + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(RandomBytes));

    /// <summary>Whom a token stands for, or why it is refused; one statement.</summary>
    public async Task<(Viewer? Viewer, ApiTokenFailure? Failure)> AuthenticateAsync(string token, CancellationToken cancellationToken)
    {
        var hash = HashOf(token);
        var now = clock.GetUtcNow().UtcDateTime;
        if (memory.Viewers.TryGet(hash, out var known) && (known.ExpiresAt is not { } end || end > now))
            return (known.Viewer, null);
        var epoch = memory.Viewers.Now;
        var found = await store.FirstOrDefaultAsync(
            store.Rows<ApiToken>().Where(t => t.TokenHash == hash)
                .Select(t => new { t.Id, t.ExpiresAt, t.LastUsedAt, t.UserId, t.User.Kind, t.User.Name, t.User.Admin, t.User.Status }),
            cancellationToken);
        if (found is null)
            return (null, ApiTokenFailure.Unknown);
        if (found.ExpiresAt <= now)
            return (null, ApiTokenFailure.Expired);
        if (found is not { Kind: PrincipalKind.User, Status: UserStatus.Active })
            return (null, found.Status == UserStatus.Locked ? ApiTokenFailure.UserLocked : ApiTokenFailure.UserGone);
        if (found.LastUsedAt is not { } before || now - before >= ApiToken.UseResolution)
            uses.Note(found.Id, now);
        var viewer = new Viewer(found.UserId, found.Name, found.Admin, IsAnonymous: false);
        memory.Viewers.Put(hash, (viewer, found.ExpiresAt), epoch);
        return (viewer, null);
    }

    /// <summary>Makes a token for a user and returns its text, which is kept nowhere; null when no active user has the login.</summary>
    /// <param name="login">The user's login, whatever its case.</param>
    /// <param name="name">What the token is for.</param>
    /// <param name="expiresOn">The last day it works, UTC; null for ever.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="Domain.Common.BrokenRule">Blank or too long name, or a day that is over.</exception>
    public async Task<string?> CreateAsync(string login, string name, DateOnly? expiresOn, CancellationToken cancellationToken)
    {
        var user = await store.FirstOrDefaultAsync(
            store.Rows<User>().Where(u => u.Login == login && u.Kind == PrincipalKind.User && u.Status == UserStatus.Active).Select(u => new { u.Id }),
            cancellationToken);
        if (user is null)
            return null;
        var text = NewText();
        var expiresAt = expiresOn?.AddDays(1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        tokens.Add(ApiToken.Create(user.Id, name, HashOf(text), expiresAt, clock.GetUtcNow().UtcDateTime));
        await unitOfWork.SaveAsync(cancellationToken);
        return text;
    }
}
