using System.Text.Json.Serialization;
using OpenProject.Domain.WorkPackages;
using OpenProject.Infrastructure.Persistence;

namespace OpenProject.Infrastructure.WorkPackages;

/// <summary>
/// What a work package has in another project, as a statement for many takes it. Budgets and sprints are of one project: it leaves its own behind.
/// </summary>
internal sealed record RelocatedRow(
    [property: JsonPropertyName("id")] long Id,
    [property: JsonPropertyName("project_id")] long ProjectId,
    [property: JsonPropertyName("type_id")] long TypeId,
    [property: JsonPropertyName("status_id")] long StatusId,
    [property: JsonPropertyName("version_id")] long? VersionId,
    [property: JsonPropertyName("category_id")] long? CategoryId,
    [property: JsonPropertyName("budget_id")] long? BudgetId = null,
    [property: JsonPropertyName("sprint_id")] long? SprintId = null)
{
    /// <summary>The columns by the same names.</summary>
    public static JsonRows Columns { get; } = new(
        ("id", "bigint"), ("project_id", "bigint"), ("type_id", "bigint"), ("status_id", "bigint"), ("version_id", "bigint"), ("category_id", "bigint"),
        ("budget_id", "bigint"), ("sprint_id", "bigint"));

    /// <summary>What the columns are of a work package.</summary>
    public static IReadOnlyList<(string Attribute, string Column)> Attributes { get; } =
    [
        (nameof(WorkPackage.ProjectId), "project_id"), (nameof(WorkPackage.TypeId), "type_id"), (nameof(WorkPackage.StatusId), "status_id"),
        (nameof(WorkPackage.VersionId), "version_id"), (nameof(WorkPackage.CategoryId), "category_id"), (nameof(WorkPackage.BudgetId), "budget_id"), (nameof(WorkPackage.SprintId), "sprint_id"),
    ];

    /// <summary>The row of a work package.</summary>
    public static RelocatedRow Of(RelocatedWork work) =>
        new(work.Id, work.ProjectId, work.Has.TypeId, work.Has.StatusId, work.Has.VersionId, work.Has.CategoryId);
}
