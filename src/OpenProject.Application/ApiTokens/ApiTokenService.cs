using System.Security.Cryptography;
using System.Text;
using OpenProject.Application.Common;
using OpenProject.Domain.ApiTokens;
using OpenProject.Domain.Common;
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

    /// <summary>How many tokens a user can have.</summary>
    public const int MostTokens = 100;

    private const int RandomBytes = 20;

    /// <summary>The stored form of a token.</summary>
    public static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    /// <summary>A new token's text.</summary>
    /// <param name="prefix">What it begins with; tokens of other kinds are made here, too.</param>
    public static string NewText(string prefix = Prefix) => prefix + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(RandomBytes));

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

    /// <summary>The tokens of a user, the newest first.</summary>
    public async Task<IReadOnlyList<ApiTokenDto>> ListAsync(long userId, CancellationToken cancellationToken) =>
        await store.ListAsync(
            store.Rows<ApiToken>().Where(t => t.UserId == userId).OrderByDescending(t => t.Id)
                .Select(t => new ApiTokenDto(t.Id, t.Name, t.CreatedAt, t.ExpiresAt, t.LastUsedAt)),
            cancellationToken);

    /// <summary>Makes a token for a user; its text is kept nowhere. Null when he is no active person.</summary>
    /// <param name="userId">The user.</param>
    /// <param name="name">What the token is for.</param>
    /// <param name="expiresOn">The last day it works, UTC; null for ever.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="BrokenRule">Blank or too long name, a day that is over, or too many tokens.</exception>
    public async Task<ApiTokenSecret?> CreateAsync(long userId, string? name, DateOnly? expiresOn, CancellationToken cancellationToken)
    {
        var all = store.Rows<ApiToken>();
        var owner = await store.FirstOrDefaultAsync(
            store.Rows<User>().Where(u => u.Id == userId && u.Kind == PrincipalKind.User && u.Status == UserStatus.Active)
                .Select(u => new { Tokens = all.Count(t => t.UserId == u.Id) }),
            cancellationToken);
        if (owner is null)
            return null;
        if (owner.Tokens >= MostTokens)
            throw new BrokenRule("base", $"There are {MostTokens} tokens already. Revoke one of them first.");
        var text = NewText();
        var expiresAt = expiresOn < DateOnly.MaxValue ? expiresOn?.AddDays(1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc) : null;
        var token = ApiToken.Create(userId, name, HashOf(text), expiresAt, clock.GetUtcNow().UtcDateTime);
        tokens.Add(token);
        await unitOfWork.SaveAsync(cancellationToken);
        return new ApiTokenSecret(token.Id, text);
    }

    /// <summary>Takes a token back: it opens nothing any more, at once in this process and within a second in others.</summary>
    /// <param name="id">The token.</param>
    /// <param name="ownerId">Whose it must be; null for anybody's.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>What it was called.</returns>
    /// <exception cref="ProblemException">There is none, or it is somebody else's.</exception>
    public async Task<string> RevokeAsync(long id, long? ownerId, CancellationToken cancellationToken)
    {
        var token = await tokens.FindAsync(id, cancellationToken);
        if (token is null || (ownerId is { } owner && token.UserId != owner))
            throw new ProblemException(new Problem.NotFound("There is no such token."));
        tokens.Remove(token);
        await unitOfWork.SaveAsync(cancellationToken);
        return token.Name;
    }
}
