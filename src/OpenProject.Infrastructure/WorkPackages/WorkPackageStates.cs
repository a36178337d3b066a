using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using OpenProject.Application.WorkPackages;
using OpenProject.Domain.Statuses;
using OpenProject.Domain.WorkPackages;
using OpenProject.Infrastructure.Persistence;

namespace OpenProject.Infrastructure.WorkPackages;

/// <summary>
/// The table of work packages with the columns of journals in place of its own, wherever journals have them. Derived from the model,
/// so that a new attribute is not forgotten here.
/// </summary>
internal sealed class WorkPackageStates(OpenProjectDbContext context) : IWorkPackageStates
{
    public IQueryable<WorkPackage> At(DateTime moment) => context.Set<WorkPackage>().FromSqlRaw(Statement(context.Model), moment);

    private static string Statement(IModel model)
    {
        var (now, then) = (model.FindEntityType(typeof(WorkPackage))!, model.FindEntityType(typeof(WorkPackageJournal))!);
        var columns = now.GetProperties().Select(property => $"{Source(property, then)} AS {property.GetColumnName()}");
        return
            $$"""
            SELECT {{string.Join(", ", columns)}}
            FROM {{now.GetTableName()}} AS present INNER JOIN {{then.GetTableName()}} AS past ON past.work_package_id = present.id
            WHERE past.version = (
                SELECT MAX(known.version) FROM {{then.GetTableName()}} AS known WHERE known.work_package_id = present.id AND known.created_at <= {0})
            """;
    }

    private static string Source(IReadOnlyProperty property, IReadOnlyEntityType journal) => property.Name switch
    {
        nameof(WorkPackage.Id) or nameof(WorkPackage.CreatedAt) => "present." + property.GetColumnName(),
        nameof(WorkPackage.StatusKind) => $"(SELECT CASE WHEN had.is_closed = 1 THEN {StatusKind.Closed:D} ELSE {StatusKind.Open:D} END FROM statuses AS had WHERE had.id = past.status_id)",
        nameof(WorkPackage.JournalVersion) => "past." + journal.FindProperty(nameof(WorkPackageJournal.Version))!.GetColumnName(),
        _ => journal.FindProperty(WorkPackageJournalCopy.AttributeOf(property.Name)) is { } kept
            ? "past." + kept.GetColumnName()
            : "present." + property.GetColumnName(),
    };
}
