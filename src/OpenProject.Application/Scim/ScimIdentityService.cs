using OpenProject.Application.Common;
using OpenProject.Domain.Common;
using OpenProject.Domain.Scim;

namespace OpenProject.Application.Scim;

/// <summary>Stores what a client's provider calls a user or group.</summary>
public sealed class ScimIdentityService(IReadStore store, IAggregates<ExternalIdentity> identities, IUnitOfWork unitOfWork)
{
    /// <summary>Stores it, in the caller's transaction.</summary>
    /// <returns>Whether that changed anything.</returns>
    /// <exception cref="ProblemException">Another one is called so.</exception>
    public async Task<bool> KeepAsync(long principalId, string provider, string key, CancellationToken cancellationToken)
    {
        if (await store.AnyAsync(store.Rows<ExternalIdentity>().Where(e => e.Provider == provider && e.ExternalKey == key && e.PrincipalId != principalId), cancellationToken))
            throw new ProblemException(new Problem.Invalid([new FieldError("externalId", "External id has already been taken.", FieldErrorKind.Taken)]));
        var known = await OwnAsync(principalId, provider, cancellationToken);
        try
        {
            if (known?.ExternalKey == key)
                return false;
            if (known is null)
                identities.Add(ExternalIdentity.Of(principalId, provider, key));
            else
                known.Become(key);
        }
        catch (BrokenRule broken)
        {
            throw new ProblemException(new Problem.Invalid(broken.Member, broken.Message));
        }

        await unitOfWork.SaveAsync(cancellationToken);
        return true;
    }

    /// <summary>Forgets it, in the caller's transaction.</summary>
    /// <returns>Whether there was any.</returns>
    public async Task<bool> ForgetAsync(long principalId, string provider, CancellationToken cancellationToken)
    {
        if (await OwnAsync(principalId, provider, cancellationToken) is not { } known)
            return false;
        identities.Remove(known);
        await unitOfWork.SaveAsync(cancellationToken);
        return true;
    }

    private async Task<ExternalIdentity?> OwnAsync(long principalId, string provider, CancellationToken cancellationToken)
    {
        var row = await store.FirstOrDefaultAsync(
            store.Rows<ExternalIdentity>().Where(e => e.PrincipalId == principalId && e.Provider == provider).Select(e => new { e.Id }), cancellationToken);
        return row is null ? null : await identities.FindAsync(row.Id, cancellationToken);
    }
}
