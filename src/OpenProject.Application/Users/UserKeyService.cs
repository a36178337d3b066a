using System.Globalization;
using OpenProject.Application.Common;
using OpenProject.Application.Queries;
using OpenProject.Domain.Principals;

namespace OpenProject.Application.Users;

/// <summary>Finds whom a path names: by an id, a login, or <c>me</c>.</summary>
public sealed class UserKeyService(ResourceReader reader, UserResource resource)
{
    /// <summary>The id. That of a login is the id of a visible user, or leaves as not found; any other is still to be looked for.</summary>
    public async Task<long> IdOfAsync(string key, CancellationToken cancellationToken)
    {
        if (key == "me")
            return reader.Access.Viewer.UserId;
        if (long.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            return id;
        var found = await reader.Store.FirstOrDefaultAsync(
            reader.Visible(resource).Where(u => u.Kind == PrincipalKind.User && u.Login == key).Select(u => new { u.Id }), cancellationToken);
        return found?.Id ?? throw new ProblemException(new Problem.NotFound(resource.NotFoundMessage));
    }

    /// <summary>The id of a person whom a signed-in viewer sees; leaves as unauthenticated or not found.</summary>
    public async Task<long> PersonAsync(string key, CancellationToken cancellationToken)
    {
        if (reader.Access.Viewer.IsAnonymous)
            throw new ProblemException(new Problem.Unauthenticated());
        var id = await IdOfAsync(key, cancellationToken);
        return await reader.Store.AnyAsync(reader.Visible(resource).Where(u => u.Id == id && u.Kind == PrincipalKind.User), cancellationToken)
            ? id
            : throw new ProblemException(new Problem.NotFound(resource.NotFoundMessage));
    }
}
