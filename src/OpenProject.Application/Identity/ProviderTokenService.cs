using OpenProject.Application.Common;
using OpenProject.Domain.OAuthApplications;
using OpenProject.Domain.Principals;
using OpenProject.Domain.Scim;
using OpenProject.Domain.Users;

namespace OpenProject.Application.Identity;

/// <summary>
/// Finds out for whom the tokens of OpenID Connect providers stand: the user whom the provider calls by the token's subject (an
/// external id, as SCIM writes them), or else the one whose identity URL is the provider's name and the subject, joined by a colon. Whom the
/// provider calls something has no other name there: an identity URL from before would sign in whoever has his old one now.
/// </summary>
public sealed class ProviderTokenService(IProviderTokens tokens, IReadStore store)
{
    private const string Unknown = "The user identified by the token is not known";
    private const string Locked = "The user account is locked";

    // The database may take other cases for the same; beyond some, nobody can tell whose it is.
    private const int MostLookalikes = 10;

    /// <summary>For whom a token stands at the API of a scope; null when it is no provider's.</summary>
    /// <param name="token">The token.</param>
    /// <param name="scope">The scope that opens the API.</param>
    /// <param name="readingScope">The one that opens it for reading alone; null for none.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ProblemException">The provider's keys cannot be had: <see cref="Problem.Unavailable"/>.</exception>
    public async Task<ProviderAccess?> AuthenticateAsync(string token, string scope, string? readingScope, CancellationToken cancellationToken)
    {
        if (await tokens.ReadAsync(token, cancellationToken) is not { } read)
            return null;
        if (read.Refusal is { } refusal)
            return new ProviderAccess(null, refusal);
        var readsOnly = !read.Scopes.Contains(scope);
        if (readsOnly && (readingScope is null || !read.Scopes.Contains(readingScope)))
            return new ProviderAccess(null, $"Requires scope {scope} to access this resource.", LacksScope: true);
        var account = await FindAsync(read.Provider, read.Subject, scope, cancellationToken);
        return account switch
        {
            { Status: UserStatus.Active } => new ProviderAccess(new Viewer(account.Id, account.Name, account.Admin, IsAnonymous: false)) { ReadsOnly = readsOnly },
            { Status: UserStatus.Locked } => new ProviderAccess(null, Locked),
            _ => new ProviderAccess(null, Unknown),
        };
    }

    // SCIM is for programs: there a subject is a client's service account before it is a person.
    private async Task<Account?> FindAsync(string provider, string subject, string scope, CancellationToken cancellationToken)
    {
        var identity = $"{provider}:{subject}";
        if (identity.Length > User.IdentityUrlLimit)
            return null;
        var program = scope == OAuthScope.Scim ? await ByUrlAsync(identity, PrincipalKind.ServiceAccount, cancellationToken) : null;
        return program ?? await ByExternalIdAsync(provider, subject, cancellationToken) ?? await PersonByUrlAsync(identity, provider, cancellationToken);
    }

    private async Task<Account?> PersonByUrlAsync(string identity, string provider, CancellationToken cancellationToken)
    {
        var account = await ByUrlAsync(identity, PrincipalKind.User, cancellationToken);
        return account is not null
            && await store.AnyAsync(store.Rows<ExternalIdentity>().Where(e => e.Provider == provider && e.PrincipalId == account.Id), cancellationToken)
            ? null
            : account;
    }

    private async Task<Account?> ByExternalIdAsync(string provider, string subject, CancellationToken cancellationToken)
    {
        var called = store.Rows<ExternalIdentity>().Where(e => e.Provider == provider && e.ExternalKey == subject).Select(e => e.PrincipalId);
        return await store.FirstOrDefaultAsync(
            store.Rows<User>().Where(u => u.Kind == PrincipalKind.User && called.Contains(u.Id)).Select(u => new Account(u.Id, u.Name, u.Admin, u.Status, null)), cancellationToken);
    }

    private async Task<Account?> ByUrlAsync(string identity, PrincipalKind kind, CancellationToken cancellationToken)
    {
        var lookalikes = await store.ListAsync(
            store.Rows<User>().Where(u => u.IdentityUrl == identity && u.Kind == kind)
                .Select(u => new Account(u.Id, u.Name, u.Admin, u.Status, u.IdentityUrl)).Take(MostLookalikes),
            cancellationToken);

        // Two users of one identity are a mistake, and none of them is meant.
        return lookalikes.Where(u => u.IdentityUrl == identity).ToList() is [var only] ? only : null;
    }

    private sealed record Account(long Id, string Name, bool Admin, UserStatus Status, string? IdentityUrl);
}
