using OpenProject.Application.Common;
using OpenProject.Application.Notifications;
using OpenProject.Application.Queries;
using OpenProject.Application.Resources;
using OpenProject.Application.Writes;
using OpenProject.Domain.Users;

namespace OpenProject.Application.Users;

/// <summary>Reads and writes what users prefer. The key is an id, a login, or <c>me</c>.</summary>
public sealed class UserPreferencesService(
    ResourceReader reader, ResourceWriter writer, UserPreferencesResource resource, UserPreferencesContract contract, IAggregates<User> aggregates,
    UserKeyService keys, NotificationWishService wishes)
{
    /// <summary>A user's preferences; leaves as forbidden for whoever does not manage him.</summary>
    public async Task<Document<UserPreferencesDto>> FindAsync(string key, CancellationToken cancellationToken)
    {
        var found = await reader.FindAsync(resource, await keys.PersonAsync(key, cancellationToken), cancellationToken);
        return UserPreferencesContract.MayUse(found.Dto, reader.Access) ? found : throw new ProblemException(new Problem.Forbidden());
    }

    /// <summary>Stores changes.</summary>
    public async Task<Document<UserPreferencesDto>> UpdateAsync(string key, ChangeSet<User, UserPreferencesDto> changes, CancellationToken cancellationToken)
    {
        var id = await keys.PersonAsync(key, cancellationToken);
        await writer.UpdateAsync(new WritePlan<User, UserPreferencesDto>(resource, contract, aggregates) { AfterSave = wishes.StoreAsync }, id, changes, cancellationToken);
        return await reader.WrittenAsync(resource, id, cancellationToken);
    }
}
