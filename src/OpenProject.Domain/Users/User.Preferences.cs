using OpenProject.Domain.Common;

namespace OpenProject.Domain.Users;

/// <summary>How a person likes clients to be.</summary>
public partial class User
{
    /// <summary>Longest name of a time zone.</summary>
    public const int TimeZoneLimit = 100;

    /// <summary>The name of a time zone in the IANA database, e.g. <c>Europe/Berlin</c>; null while none is chosen.</summary>
    public string? TimeZone { get; private set; }

    /// <summary>Whether clients warn of text that is not saved yet.</summary>
    public bool WarnOnLeavingUnsaved { get; private set; } = true;

    /// <summary>Whether the newest comment stands first.</summary>
    public bool CommentSortDescending { get; private set; }

    /// <summary>Whether clients hide messages of success after a moment.</summary>
    public bool AutoHidePopups { get; private set; } = true;

    /// <summary>Whether clients offer no shortcuts on the keyboard.</summary>
    public bool DisableKeyboardShortcuts { get; private set; }

    /// <summary>The user's picture; for queries only.</summary>
    public Avatar? Avatar { get; private set; }

    /// <summary>Chooses a time zone, or none.</summary>
    /// <exception cref="BrokenRule">The IANA database knows none of that name.</exception>
    public void LiveIn(string? timeZone)
    {
        var name = TextRule.Optional(timeZone, "timeZone", "Time zone", TimeZoneLimit);
        if (name is not null && !IsTimeZone(name))
            throw new BrokenRule("timeZone", "Time zone is not set to one of the allowed values.");
        TimeZone = name;
    }

    /// <summary>Wants to be warned of text that is not saved yet, or not.</summary>
    public void WarnOnLeaving(bool warn) => WarnOnLeavingUnsaved = warn;

    /// <summary>Wants the newest comment first, or last.</summary>
    public void SortComments(bool descending) => CommentSortDescending = descending;

    /// <summary>Wants messages of success to go by themselves, or not.</summary>
    public void HidePopups(bool hide) => AutoHidePopups = hide;

    /// <summary>Wants no shortcuts on the keyboard, or some.</summary>
    public void DisableShortcuts(bool disable) => DisableKeyboardShortcuts = disable;

    // The platform looks names up as files; one that could be another path is none.
    private static bool IsTimeZone(string name) =>
        name.All(sign => char.IsAsciiLetterOrDigit(sign) || "/_+-".Contains(sign, StringComparison.Ordinal))
        && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) && zone.HasIanaId;
}
