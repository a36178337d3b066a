using OpenProject.Application.ApiTokens;
using OpenProject.Application.Common;
using OpenProject.Domain.Scim;

namespace OpenProject.Application.Scim.Clients;

/// <summary>Finds out which client of SCIM calls.</summary>
public sealed class ScimCallerService(IReadStore store, ScimClientMemory memory, TimeProvider clock)
{
    /// <summary>For whom a client's own token stands; null when it does not work.</summary>
    public async Task<Viewer?> AuthenticateAsync(string token, CancellationToken cancellationToken)
    {
        var (hash, now) = (ApiTokenService.HashOf(token), clock.GetUtcNow().UtcDateTime);
        if (memory.Viewers.TryGet(hash, out var known) && known.ExpiresAt > now)
            return known.Viewer;
        var moment = memory.Viewers.Now;
        var found = await store.FirstOrDefaultAsync(
            store.Rows<ScimToken>().Where(t => t.TokenHash == hash && t.ExpiresAt > now && t.Client.Enabled)
                .Select(t => new { t.ExpiresAt, t.Client.ServiceAccountId, t.Client.Name }),
            cancellationToken);
        if (found is null)
            return null;
        var viewer = new Viewer(found.ServiceAccountId, found.Name, IsAdmin: true, IsAnonymous: false);
        memory.Viewers.Put(hash, (viewer, found.ExpiresAt), moment);
        return viewer;
    }

    /// <summary>The client as which a viewer acts; null when he is somebody else, or the client is let in no longer.</summary>
    public async Task<ScimCaller?> FindAsync(Viewer viewer, CancellationToken cancellationToken)
    {
        var (id, moment) = (viewer.UserId, memory.Callers.Now);
        if (memory.Callers.TryGet(id, out var known))
            return known;
        var found = await store.FirstOrDefaultAsync(
            store.Rows<ScimClient>().Where(c => c.ServiceAccountId == id && c.Enabled).Select(c => new { c.Id, c.Provider }), cancellationToken);
        if (found is null)
            return null;
        var caller = new ScimCaller(found.Id, found.Provider);
        memory.Callers.Put(id, caller, moment);
        return caller;
    }
}
