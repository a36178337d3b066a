using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using OpenProject.Domain.Common;
using OpenProject.Domain.WorkPackages;
using OpenProject.Infrastructure.CustomFields;

namespace OpenProject.Infrastructure.WorkPackages;

/// <summary>
/// Journals of work packages that statements have changed: a row for the state that each has by now, as
/// <see cref="WorkPackage.TakeJournal"/> makes one. Derived from the model, so that a new attribute is not forgotten here.
/// </summary>
internal static class WorkPackageJournalCopy
{
    /// <summary>Inserts a journal for each work package; to be completed by a condition on them.</summary>
    /// <param name="model">The model.</param>
    /// <param name="actor">The parameter that is the author's id.</param>
    /// <param name="agent">The parameter that is the agent, empty for none.</param>
    /// <param name="now">The parameter that is the time.</param>
    /// <param name="isQuiet">Whether nobody is to be told.</param>
    /// <exception cref="InvalidOperationException">The journal has an attribute that nothing says the value of.</exception>
    public static string Statement(IModel model, string actor, string agent, string now, bool isQuiet)
    {
        var (journal, state) = (model.FindEntityType(typeof(WorkPackageJournal))!, model.FindEntityType(typeof(WorkPackage))!);
        var values = journal.GetProperties().Where(property => !property.IsPrimaryKey())
            .Select(property => (Column: property.GetColumnName(), Value: ValueOf(property, state, actor, agent, now, isQuiet)))
            .Where(pair => pair.Value is not null).ToList();
        return $"INSERT INTO {journal.GetTableName()} ({string.Join(", ", values.Select(pair => pair.Column))}) "
            + $"SELECT {string.Join(", ", values.Select(pair => pair.Value))} FROM {state.GetTableName()}";
    }

    /// <summary>Gives the latest journals of work packages, where they have none yet, the values of custom fields.</summary>
    /// <param name="model">The model.</param>
    /// <param name="ids">The query that is the work packages' ids.</param>
    public static string ValuesStatement(IModel model, string ids)
    {
        var (kept, present) = (ValuesOf(model, typeof(WorkPackageJournal)), ValuesOf(model, typeof(WorkPackage)));
        var columns = kept.GetProperties().Where(property => property.Name != CustomValueStorage.OwnerId).Select(property => property.GetColumnName()).ToList();
        return
            $"""
            INSERT INTO {kept.GetTableName()} (owner_id, {string.Join(", ", columns)})
            SELECT journal.id, {string.Join(", ", columns.Select(column => "present." + column))}
            FROM work_packages INNER JOIN work_package_journals AS journal ON journal.work_package_id = work_packages.id AND journal.version = work_packages.journal_version
            INNER JOIN {present.GetTableName()} AS present ON present.owner_id = work_packages.id
            WHERE work_packages.id IN ({ids}) AND NOT EXISTS (SELECT 1 FROM {kept.GetTableName()} AS known WHERE known.owner_id = journal.id)
            """;
    }

    private static IEntityType ValuesOf(IModel model, Type owner) => model.FindEntityType(owner)!.FindNavigation(nameof(ICustomValues.CustomValues))!.TargetEntityType;

    /// <summary>The journal's attribute that keeps an attribute of the work package.</summary>
    public static string AttributeOf(string property) =>
        property == nameof(WorkPackage.VersionId) ? nameof(WorkPackageJournal.TargetVersionId) : property;

    // Null where the column stays empty.
    private static string? ValueOf(IReadOnlyProperty property, IReadOnlyEntityType state, string actor, string agent, string now, bool isQuiet) => property.Name switch
    {
        nameof(WorkPackageJournal.WorkPackageId) => Column(state, nameof(WorkPackage.Id)),
        nameof(WorkPackageJournal.Version) => Column(state, nameof(WorkPackage.JournalVersion)),
        nameof(WorkPackageJournal.TargetVersionId) => Column(state, nameof(WorkPackage.VersionId)),
        nameof(WorkPackageJournal.UserId) => actor,
        nameof(WorkPackageJournal.Agent) => $"NULLIF({agent}, '')",
        nameof(WorkPackageJournal.CreatedAt) or nameof(WorkPackageJournal.UpdatedAt) => now,
        nameof(WorkPackageJournal.NotifiedAt) => isQuiet ? now : null,
        _ when state.FindProperty(property.Name) is not null => Column(state, property.Name),
        _ when property.IsNullable => null,
        _ when property.ClrType == typeof(bool) => "0",
        _ => throw new InvalidOperationException($"Nothing says what {property.Name} is in a journal of a rescheduled work package."),
    };

    private static string Column(IReadOnlyEntityType entity, string property) => $"{entity.GetTableName()}.{entity.FindProperty(property)!.GetColumnName()}";
}
