using OpenProject.Application.Common;
using OpenProject.Domain.Principals;
using OpenProject.Domain.Users;

namespace OpenProject.Application.Bcf;

/// <summary>Says who asks.</summary>
public sealed class BcfCurrentUserService(IReadStore store, CurrentViewer current)
{
    /// <summary>Who asks, as BCF names people.</summary>
    public async Task<BcfUser> FindAsync(CancellationToken cancellationToken)
    {
        var id = current.Viewer.UserId;
        return await store.FirstOrDefaultAsync(
            store.Rows<Principal>().Where(p => p.Id == id).Select(p => new BcfUser { Id = ((User)p).Email ?? p.Name, Name = p.Name }), cancellationToken)
            ?? throw new ProblemException(new Problem.NotFound());
    }
}

/// <summary>Somebody.</summary>
public sealed class BcfUser
{
    /// <summary>The mail address, or the name of somebody without.</summary>
    public string Id { get; init; } = "";

    /// <summary>The name.</summary>
    public string Name { get; init; } = "";
}
