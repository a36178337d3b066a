using System.Globalization;
using OpenProject.Application.Resources;
using OpenProject.Domain.Notifications;

namespace OpenProject.Application.Notifications;

/// <summary>What a notification tells beside what it is about: a date, where it is an alert.</summary>
/// <param name="NotificationId">The notification.</param>
/// <param name="Date">Which date.</param>
/// <param name="Day">The day; null when the work package has it no longer.</param>
public sealed record NotificationDetailDto(long NotificationId, AlertedDate Date, DateOnly? Day) : IResourceDto
{
    /// <inheritdoc/>
    public long Id => 0;

    /// <summary>The name of the work package's attribute.</summary>
    public string Property => NotificationReasons.NameOf(Date);

    /// <summary>The day, e.g. <c>2027-03-01</c>.</summary>
    public string? Value => Day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>What a notification tells; nothing unless it is an alert.</summary>
    public static IReadOnlyList<NotificationDetailDto> Of(NotificationDto notification) => notification.AlertedDate switch
    {
        { } date and AlertedDate.StartDate => [new(notification.Id, date, notification.WorkPackageStartDate)],
        { } date => [new(notification.Id, date, notification.WorkPackageDueDate)],
        null => [],
    };
}
