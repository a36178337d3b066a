using System.Text.Json.Serialization;
using OpenProject.Domain.WorkPackages.Scheduling;
using OpenProject.Infrastructure.Persistence;

namespace OpenProject.Infrastructure.WorkPackages;

/// <summary>What a work package derives from those below it, as a statement for many takes it.</summary>
internal sealed record DerivedRow(
    [property: JsonPropertyName("id")] long Id,
    [property: JsonPropertyName("start_date")] DateOnly? Start,
    [property: JsonPropertyName("due_date")] DateOnly? Due,
    [property: JsonPropertyName("estimated")] int? Estimated,
    [property: JsonPropertyName("remaining")] int? Remaining,
    [property: JsonPropertyName("done")] int? Done)
{
    /// <summary>The columns by the same names.</summary>
    public static JsonRows Columns { get; } = new(
        ("id", "bigint"), ("start_date", "date"), ("due_date", "date"), ("estimated", "int"), ("remaining", "int"), ("done", "int"));

    /// <summary>The row of a work package.</summary>
    public static DerivedRow Of(long id, DerivedValues values) =>
        new(id, values.StartDate, values.DueDate, values.EstimatedMinutes, values.RemainingMinutes, values.PercentageDone);
}
