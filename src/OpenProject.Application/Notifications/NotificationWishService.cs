using OpenProject.Application.Common;
using OpenProject.Application.Permissions;
using OpenProject.Application.Projects;
using OpenProject.Application.Resources;
using OpenProject.Application.Users;
using OpenProject.Application.Writes;
using OpenProject.Domain.Notifications;
using OpenProject.Domain.Projects;
using OpenProject.Domain.Users;

namespace OpenProject.Application.Notifications;

/// <summary>Stores what users want to be told of.</summary>
public sealed class NotificationWishService(IReadStore store, Access access, IAggregates<NotificationSetting> settings, IUnitOfWork unitOfWork)
{
    /// <summary>Whether whoever writes sees all projects that are named, but for those that are stored: what was read can be sent back.</summary>
    public async Task<bool> AreAllowedAsync(Draft<User, UserPreferencesDto> draft, CancellationToken cancellationToken)
    {
        List<long> named = [.. Sent(draft)?.Items.Select(i => i.ProjectId).OfType<long>() ?? []];
        var (visible, userId) = (access.VisibleProjects(), draft.Entity.Id);
        var stored = store.Rows<NotificationSetting>().Where(s => s.UserId == userId);
        var allowed = store.Rows<Project>().Where(p => named.Contains(p.Id) && (visible.Contains(p.Id) || stored.Any(s => s.ProjectId == p.Id)));
        return named.Count == 0 || await store.CountAsync(allowed, cancellationToken) == named.Count;
    }

    /// <summary>Stores what a request says in the place of all that was there; nothing where it says nothing of it.</summary>
    public async Task StoreAsync(Draft<User, UserPreferencesDto> draft, CancellationToken cancellationToken)
    {
        if (Sent(draft) is not { } wishes)
            return;
        var userId = draft.Entity.Id;
        var known = await store.ListAsync(store.Rows<NotificationSetting>().Where(s => s.UserId == userId).Select(s => s.Id), cancellationToken);
        foreach (var setting in await settings.FindManyAsync(known, cancellationToken))
            settings.Remove(setting);
        await unitOfWork.SaveAsync(cancellationToken);
        foreach (var wish in wishes.Items)
            settings.Add(NotificationSetting.Create(userId, wish.ProjectId, wish.Wish));
        await unitOfWork.SaveAsync(cancellationToken);
    }

    private static NotificationWishes? Sent(Draft<User, UserPreferencesDto> draft) =>
        (draft.Changes.Find("notifications") as PropertyChange<User, UserPreferencesDto, NotificationWishes>)?.Value;
}
