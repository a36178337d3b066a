namespace OpenProject.Domain.Notifications;

/// <summary>The day of a work package that an alert is about.</summary>
public enum AlertedDate
{
    /// <summary>Its first day.</summary>
    StartDate = 1,

    /// <summary>Its last day.</summary>
    DueDate = 2,

    /// <summary>The one day of a milestone.</summary>
    Date = 3,
}
