using OpenProject.Application.Notifications;
using OpenProject.Application.Resources;
using OpenProject.Application.Writes;

namespace OpenProject.Application.Users;

/// <summary>A user's preferences, as read.</summary>
public sealed class UserPreferencesDto : IResourceDto, IDraftedDto
{
    /// <summary>The user's id.</summary>
    public long Id { get; init; }

    /// <summary>The user's name.</summary>
    public string Name { get; init; } = "";

    /// <summary>Whether the user is an administrator.</summary>
    public bool Admin { get; init; }

    /// <summary>Whether the e-mail address is shown to administrators only.</summary>
    public bool HideEmail { get; init; }

    /// <summary>The name of a time zone in the IANA database; null while none is chosen.</summary>
    public string? TimeZone { get; init; }

    /// <summary>Whether clients warn of text that is not saved yet.</summary>
    public bool WarnOnLeavingUnsaved { get; init; }

    /// <summary>Whether the newest comment stands first.</summary>
    public bool CommentSortDescending { get; init; }

    /// <summary>Whether clients hide messages of success after a moment.</summary>
    public bool AutoHidePopups { get; init; }

    /// <summary>Whether clients offer no shortcuts on the keyboard.</summary>
    public bool DisableKeyboardShortcuts { get; init; }

    /// <summary>What the user wants to be told of; of who has said nothing, what counts then.</summary>
    public NotificationWishes Notifications { get; set; } = NotificationWishes.None;

    /// <inheritdoc/>
    public void CopyUnmapped(object original) => Notifications = ((UserPreferencesDto)original).Notifications;
}
