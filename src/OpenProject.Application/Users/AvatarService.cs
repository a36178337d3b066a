using OpenProject.Application.Common;
using OpenProject.Application.Queries;
using OpenProject.Domain.Common;
using OpenProject.Domain.Users;

namespace OpenProject.Application.Users;

/// <summary>Shows users' pictures, and keeps those that the operator sets: no published operation does.</summary>
public sealed class AvatarService(ResourceReader reader, UserResource users, UserKeyService keys, IAggregates<Avatar> avatars, IUnitOfWork unitOfWork, TimeProvider clock)
{
    /// <summary>The picture of a visible user; leaves as not found when there is none.</summary>
    public async Task<AvatarContent> FindAsync(string key, CancellationToken cancellationToken)
    {
        var id = await keys.IdOfAsync(key, cancellationToken);
        var visible = reader.Visible(users).Select(u => u.Id);
        return await reader.Store.FirstOrDefaultAsync(
            reader.Store.Rows<Avatar>().Where(a => a.Id == id && visible.Contains(a.Id)).Select(a => new AvatarContent(a.MediaType, a.Content, a.UpdatedAt)), cancellationToken)
            ?? throw new ProblemException(new Problem.NotFound());
    }

    /// <summary>Sets the picture of a user; leaves as invalid when it is none, or too large.</summary>
    public async Task SetAsync(long userId, byte[] content, CancellationToken cancellationToken)
    {
        try
        {
            var now = clock.GetUtcNow().UtcDateTime;
            if (await avatars.FindAsync(userId, cancellationToken) is { } present)
                present.Show(content, now);
            else
                avatars.Add(Avatar.Create(userId, content, now));
        }
        catch (BrokenRule broken)
        {
            throw new ProblemException(new Problem.Invalid(broken.Member, broken.Message));
        }

        await unitOfWork.SaveAsync(cancellationToken);
    }

    /// <summary>Takes the picture of a user away, if there is one.</summary>
    public async Task RemoveAsync(long userId, CancellationToken cancellationToken)
    {
        if (await avatars.FindAsync(userId, cancellationToken) is not { } present)
            return;
        avatars.Remove(present);
        await unitOfWork.SaveAsync(cancellationToken);
    }
}
