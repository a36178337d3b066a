using OpenProject.Application.Common;
using OpenProject.Domain.Common;
using OpenProject.Domain.Scim;

namespace OpenProject.Application.Scim;

/// <summary>What clients' providers call users and groups; stored with the unit of work.</summary>
public sealed class ScimIdentityService(IReadStore store, IAggregates<ExternalIdentity> identities)
{
    /// <summary>Gives a user or group another external id at one provider, or none.</summary>
    /// <param name="principalId">The user or group.</param>
    /// <param name="provider">The provider.</param>
    /// <param name="before">What it is called there; null when it is not.</param>
    /// <param name="after">What it shall be called there; null for nothing.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Whether that changes anything.</returns>
    /// <exception cref="ProblemException">The id is no good, or another one is called so.</exception>
    public async Task<bool> ChangeAsync(long principalId, string provider, string? before, string? after, CancellationToken cancellationToken)
    {
        if (before == after)
            return false;
        var known = before is null ? null : await OwnAsync(principalId, provider, cancellationToken);
        if (after is null)
        {
            identities.Remove(known!);
            return true;
        }

        try
        {
            if (known is null)
                identities.Add(ExternalIdentity.Of(principalId, provider, after));
            else
                known.Become(after);
        }
        catch (BrokenRule broken)
        {
            throw new ProblemException(new Problem.Invalid(broken.Member, broken.Message));
        }

        // The database refuses it, too; but it takes that for a failure, and the log is for those.
        if (await store.AnyAsync(store.Rows<ExternalIdentity>().Where(e => e.Provider == provider && e.ExternalKey == after && e.PrincipalId != principalId), cancellationToken))
            throw new ProblemException(new Problem.Invalid([new FieldError("externalId", "External id has already been taken.", FieldErrorKind.Taken)]));
        return true;
    }

    private async Task<ExternalIdentity> OwnAsync(long principalId, string provider, CancellationToken cancellationToken)
    {
        var row = await store.FirstOrDefaultAsync(
            store.Rows<ExternalIdentity>().Where(e => e.PrincipalId == principalId && e.Provider == provider).Select(e => new { e.Id }), cancellationToken);
        return (await identities.FindAsync(row!.Id, cancellationToken))!;
    }
}
