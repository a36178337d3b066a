using System.Globalization;
using OpenProject.Application.ApiTokens;
using OpenProject.Application.Common;
using OpenProject.Application.Users;
using OpenProject.Domain.OAuthApplications;

namespace OpenProject.Application.OAuthApplications;

/// <summary>Finds out for whom OAuth access tokens stand.</summary>
public sealed class OAuthTokenService(
    IReadStore store, IOAuthAccessTokens tokens, OAuthTokenMemory memory, BuiltinViewers builtin, ActiveViewerService viewers, TimeProvider clock)
{
    /// <summary>
    /// What a token opens; null when it does not work: unknown, expired, revoked, of a disabled application, or of a user who
    /// is not active.
    /// </summary>
    public async Task<OAuthAccess?> AuthenticateAsync(string token, CancellationToken cancellationToken)
    {
        if (!LooksLikeOne(token))
            return null;
        var hash = ApiTokenService.HashOf(token);
        if (memory.Accesses.TryGet(hash, out var known) && known.ExpiresAt > clock.GetUtcNow().UtcDateTime)
            return known;
        var epoch = memory.Accesses.Now;
        if (await tokens.ReadAsync(token, cancellationToken) is not { } read || await ViewerOfAsync(read, cancellationToken) is not var (viewer, application))
            return null;
        var access = new OAuthAccess(viewer, read.Scopes, read.Audiences, application, read.ExpiresAt);
        memory.Accesses.Put(hash, access, epoch);
        return access;
    }

    /// <summary>Whether the user that a code or refresh token was given for may still act.</summary>
    public async Task<bool> MayActAsync(string? subject, CancellationToken cancellationToken) => await UserAsync(subject, cancellationToken) is not null;

    // 256 bits of base64url. What is stored of a token looks different, and must not pass for one.
    private static bool LooksLikeOne(string token) => token.Length == 43 && token.All(sign => char.IsAsciiLetterOrDigit(sign) || sign is '-' or '_');

    private async Task<(Viewer Viewer, string Application)?> ViewerOfAsync(OAuthAccessToken token, CancellationToken cancellationToken)
    {
        var application = await store.FirstOrDefaultAsync(
            store.Rows<OAuthApplication>().Where(a => a.ClientId == token.ClientId).Select(a => new { a.Enabled, a.Name, a.ClientCredentialsUserId }), cancellationToken);
        if (application is not { Enabled: true })
            return null;
        var viewer = token.Subject != token.ClientId ? await UserAsync(token.Subject, cancellationToken)
            : application.ClientCredentialsUserId is { } userId ? await viewers.FindAsync(userId, cancellationToken)
            : await builtin.NobodyAsync(store, cancellationToken);
        return viewer is null ? null : (viewer, application.Name);
    }

    private async Task<Viewer?> UserAsync(string? subject, CancellationToken cancellationToken) =>
        long.TryParse(subject, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? await viewers.FindAsync(id, cancellationToken) : null;
}
