namespace OpenProject.Application.Resources;

/// <summary>A number of whole days; on the wire <c>P5D</c>.</summary>
public readonly record struct DayCount(int Days)
{
    /// <summary>The count of a nullable number of days.</summary>
    public static DayCount? Of(int? days) => days is { } d ? new DayCount(d) : null;
}
