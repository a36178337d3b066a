using OpenProject.Application.Notifications;
using OpenProject.Application.Permissions;
using OpenProject.Application.Writes;
using OpenProject.Domain.Users;
using Permission = OpenProject.Domain.Roles.Permissions;

namespace OpenProject.Application.Users;

/// <summary>Who may see and write preferences: the user himself, and whoever manages him.</summary>
public sealed class UserPreferencesContract : Contract<User, UserPreferencesDto>
{
    /// <summary>Whether the viewer may; its global permissions must be loaded.</summary>
    public static bool MayUse(UserPreferencesDto preferences, Access access) =>
        access.Viewer.IsAdmin || preferences.Id == access.Viewer.UserId || (access.Global.Contains(Permission.ManageUser) && !preferences.Admin);

    /// <summary>Declares the rules.</summary>
    public UserPreferencesContract(NotificationWishService wishes) =>
        MustAsync("notifications", wishes.AreAllowedAsync, "Notifications are for a project that does not exist.");

    /// <inheritdoc/>
    public override Task AuthorizeAsync(Draft<User, UserPreferencesDto> draft, CancellationToken cancellationToken)
    {
        Allow(MayUse(draft.Original, draft.Access));
        return Task.CompletedTask;
    }
}
