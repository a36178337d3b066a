using System.Text.Json.Serialization;
using OpenProject.Domain.WorkPackages;
using OpenProject.Domain.WorkPackages.Scheduling;
using OpenProject.Infrastructure.Persistence;

namespace OpenProject.Infrastructure.WorkPackages;

/// <summary>Where a work package has moved to, as a statement for many takes it.</summary>
internal sealed record MovedRow(
    [property: JsonPropertyName("id")] long Id,
    [property: JsonPropertyName("start_date")] DateOnly? Start,
    [property: JsonPropertyName("due_date")] DateOnly? Due,
    [property: JsonPropertyName("duration_days")] int? Duration,
    [property: JsonPropertyName("ignores")] int Ignores,
    [property: JsonPropertyName("manual")] int Manual)
{
    /// <summary>The columns by the same names.</summary>
    public static JsonRows Columns { get; } = new(
        ("id", "bigint"), ("start_date", "date"), ("due_date", "date"), ("duration_days", "int"), ("ignores", "bit"), ("manual", "bit"));

    /// <summary>What the columns are of a work package.</summary>
    public static IReadOnlyList<(string Attribute, string Column)> Attributes { get; } =
    [
        (nameof(WorkPackage.StartDate), "start_date"), (nameof(WorkPackage.DueDate), "due_date"), (nameof(WorkPackage.DurationDays), "duration_days"),
        (nameof(WorkPackage.IgnoreNonWorkingDays), "ignores"), (nameof(WorkPackage.ScheduleManually), "manual"),
    ];

    /// <summary>The row of a work package.</summary>
    public static MovedRow Of(ScheduledWork work) =>
        new(work.Id, work.Dates.Start, work.Dates.Due, work.Dates.Duration, work.IgnoresNonWorkingDays ? 1 : 0, work.IsManual ? 1 : 0);
}
