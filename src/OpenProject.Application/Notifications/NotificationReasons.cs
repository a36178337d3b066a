using System.Collections.Frozen;
using OpenProject.Domain.Notifications;

namespace OpenProject.Application.Notifications;

/// <summary>The API's names of reasons, and of the dates that alerts are about.</summary>
internal static class NotificationReasons
{
    /// <summary>The reasons by name.</summary>
    public static IReadOnlyDictionary<string, int> Codes { get; } =
        Enum.GetValues<NotificationReason>().ToFrozenDictionary(r => Camel(r.ToString()), r => (int)r, StringComparer.Ordinal);

    /// <summary>The name of a reason.</summary>
    public static string NameOf(NotificationReason reason) => Camel(reason.ToString());

    /// <summary>The name of a date: that of the work package's attribute.</summary>
    public static string NameOf(AlertedDate date) => Camel(date.ToString());

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
