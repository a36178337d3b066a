using System.Linq.Expressions;
using OpenProject.Domain.Principals;
using OpenProject.Domain.Scim;

namespace OpenProject.Application.Scim;

/// <summary>
/// External ids in queries: what the client's own provider calls a user or group counts, and what another one does only where its own
/// has no name for it.
/// </summary>
internal static class ScimIdentities
{
    /// <summary>The external id of a row.</summary>
    public static Expression<Func<T, string?>> KeyOf<T>(ScimScope scope)
        where T : Principal
    {
        var (identities, provider) = (scope.Store.Rows<ExternalIdentity>(), scope.Provider);
        if (scope.IsOwn)
            return row => identities.Where(e => e.PrincipalId == row.Id && e.Provider == provider).Select(e => e.ExternalKey).FirstOrDefault();
        return row => identities.Where(e => e.PrincipalId == row.Id).OrderBy(e => e.Provider == provider ? 0 : 1).ThenBy(e => e.Provider)
            .Select(e => e.ExternalKey).FirstOrDefault();
    }

    /// <summary>The condition that a row has an external id; found by the id's index.</summary>
    public static Expression<Func<T, bool>> Have<T>(ScimScope scope, string key)
        where T : Principal
    {
        var (identities, provider) = (scope.Store.Rows<ExternalIdentity>(), scope.Provider);
        var named = identities
            .Where(e => e.ExternalKey == key && (e.Provider == provider || !identities.Any(own => own.PrincipalId == e.PrincipalId && own.Provider == provider)))
            .Select(e => e.PrincipalId);
        return row => named.Contains(row.Id);
    }
}
