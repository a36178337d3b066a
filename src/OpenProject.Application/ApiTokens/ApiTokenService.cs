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
public sealed class ApiTokenService(IReadStore store, IAggregates<ApiToken> tokens, IUnitOfWork unitOfWork, TimeProvider clock)
{
    private const string Prefix = "opapi-";
    private const int RandomBytes = 20;

    /// <summary>The stored form of a token.</summary>
    public static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    /// <summary>Whom a token stands for, or why it is refused; one statement.</summary>
    public async Task<(Viewer? Viewer, ApiTokenFailure? Failure)> AuthenticateAsync(string token, CancellationToken cancellationToken)
    {
        var hash = HashOf(token);
        var found = await store.FirstOrDefaultAsync(
            store.Rows<ApiToken>().Where(t => t.TokenHash == hash)
                .Select(t => new { t.ExpiresAt, t.UserId, t.User.Name, t.User.Admin, t.User.Status }),
            cancellationToken);
        if (found is null)
            return (null, ApiTokenFailure.Unknown);
        if (found.ExpiresAt <= clock.GetUtcNow().UtcDateTime)
            return (null, ApiTokenFailure.Expired);
        return found.Status == UserStatus.Active
            ? (new Viewer(found.UserId, found.Name, found.Admin, IsAnonymous: false), null)
            : (null, ApiTokenFailure.UserLocked);
    }

    /// <summary>The viewer that stands for nobody.</summary>
    public async Task<Viewer> AnonymousAsync(CancellationToken cancellationToken)
    {
        var anonymous = await store.FirstOrDefaultAsync(
            store.Rows<Principal>().Where(p => p.Kind == PrincipalKind.Anonymous).Select(p => new { p.Id, p.Name }), cancellationToken)
            ?? throw new InvalidOperationException("The database has no anonymous user; it was not seeded.");
        return new Viewer(anonymous.Id, anonymous.Name, IsAdmin: false, IsAnonymous: true);
    }

    /// <summary>Makes a token for a user and returns its text, which is nowhere else; null when no active user has the login.</summary>
    /// <param name="login">The user's login, whatever its case.</param>
    /// <param name="name">What the token is for.</param>
    /// <param name="expiresOn">The last day it works, UTC; null for ever.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<string?> CreateAsync(string login, string name, DateOnly? expiresOn, CancellationToken cancellationToken)
    {
        var wanted = Text.Escape(login);
        var user = await store.FirstOrDefaultAsync(
            store.Rows<User>().Where(u => Text.Like(u.Login, wanted) && u.Kind == PrincipalKind.User).Select(u => new { u.Id }), cancellationToken);
        if (user is null)
            return null;
        var text = Prefix + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(RandomBytes));
        var expiresAt = expiresOn?.AddDays(1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        tokens.Add(ApiToken.Create(user.Id, name, HashOf(text), expiresAt, clock.GetUtcNow().UtcDateTime));
        await unitOfWork.SaveAsync(cancellationToken);
        return text;
    }
}
