using OpenProject.Application.Common;
using OpenProject.Domain.OAuthApplications;
using OpenProject.Domain.Principals;
using OpenProject.Domain.Users;

namespace OpenProject.Application.Identity;

/// <summary>
/// Finds out for whom the tokens of OpenID Connect providers stand: the user whose identity URL is the provider's name and
/// the token's subject, joined by a colon.
/// </summary>
public sealed class ProviderTokenService(IProviderTokens tokens, IReadStore store)
{
    private const string Unknown = "The user identified by the token is not known";
    private const string Locked = "The user account is locked";

    // The database may take other cases for the same; beyond some, nobody can tell whose it is.
    private const int MostLookalikes = 10;

    private static readonly PrincipalKind[] ForPeople = [PrincipalKind.User];
    private static readonly PrincipalKind[] ForPrograms = [PrincipalKind.User, PrincipalKind.ServiceAccount];

    /// <summary>For whom a token stands at the API of a scope; null when it is no provider's.</summary>
    /// <exception cref="ProblemException">The provider's keys cannot be had: <see cref="Problem.Unavailable"/>.</exception>
    public async Task<ProviderAccess?> AuthenticateAsync(string token, string scope, CancellationToken cancellationToken)
    {
        if (await tokens.ReadAsync(token, cancellationToken) is not { } read)
            return null;
        if (read.Refusal is { } refusal)
            return new ProviderAccess(null, refusal);
        if (!read.Scopes.Contains(scope))
            return new ProviderAccess(null, $"Requires scope {scope} to access this resource.", LacksScope: true);
        
        // SCIM is for programs: there a subject is a client's service account before it is a person.
        return await ViewerOfAsync($"{read.Provider}:{read.Subject}", scope == OAuthScope.Scim ? ForPrograms : ForPeople, cancellationToken);
    }

    private async Task<ProviderAccess> ViewerOfAsync(string identity, PrincipalKind[] kinds, CancellationToken cancellationToken)
    {
        if (identity.Length > User.IdentityUrlLimit)
            return new ProviderAccess(null, Unknown);
        var lookalikes = await store.ListAsync(
            store.Rows<User>().Where(u => u.IdentityUrl == identity && kinds.Contains(u.Kind)).OrderByDescending(u => u.Kind)
                .Select(u => new { u.Id, u.Name, u.Admin, u.Status, u.IdentityUrl, u.Kind }).Take(MostLookalikes),
            cancellationToken);

        // Two users of one identity are a mistake, and none of them is meant.
        var same = lookalikes.Where(u => u.IdentityUrl == identity).ToList();
        if (same.Where(u => u.Kind == same[0].Kind).ToList() is not [var user])
            return new ProviderAccess(null, Unknown);
        return user.Status switch
        {
            UserStatus.Active => new ProviderAccess(new Viewer(user.Id, user.Name, user.Admin, IsAnonymous: false)),
            UserStatus.Locked => new ProviderAccess(null, Locked),
            _ => new ProviderAccess(null, Unknown),
        };
    }
}
