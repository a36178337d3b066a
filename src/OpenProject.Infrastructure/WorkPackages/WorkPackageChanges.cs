using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using OpenProject.Application.Common;
using OpenProject.Domain.WorkPackages;
using OpenProject.Infrastructure.Persistence;

namespace OpenProject.Infrastructure.WorkPackages;

/// <summary>
/// Changes many work packages by statements as a save changes one: with the lock version, the time of the change, and a journal
/// unless one still runs, which takes the change in.
/// </summary>
/// <param name="context">Whose database does it.</param>
/// <param name="actor">Who does it.</param>
/// <param name="columns">The rows that are given; one column is <c>id</c>.</param>
/// <param name="attributes">Which attribute of the work package is set to which column.</param>
internal sealed class WorkPackageChanges(OpenProjectDbContext context, ICurrentActor actor, JsonRows columns, IReadOnlyList<(string Attribute, string Column)> attributes)
{
    /// <summary>Stores rows, three commands for hundreds of them.</summary>
    public async Task StoreAsync<TRow>(IEnumerable<TRow> rows, long actorId, DateTime now, CancellationToken cancellationToken)
    {
        var (change, amend) = (Change(), Amend());
        var tell = $"{Tell()};\n{WorkPackageJournalCopy.ValuesStatement(context.Model, Given)};";
        var since = now.AddMinutes(-WorkPackageJournal.RunningMinutes);
        foreach (var batch in rows.Chunk(JsonRows.BatchSize))
        {
            object[] parameters = [JsonSerializer.Serialize(batch), now, actorId, since, actor.Agent ?? ""];
            await context.Database.ExecuteSqlRawAsync(change, parameters, cancellationToken);
            await context.Database.ExecuteSqlRawAsync(amend, parameters, cancellationToken);
            await context.Database.ExecuteSqlRawAsync(tell, parameters, cancellationToken);
        }
    }

    private string Given => $$"""SELECT given.id FROM {{columns.From(context, "{0}")}} AS given""";

    private string Change() => columns.Update(
        context,
        "work_packages",
        $$"""
        {{Assignments<WorkPackage>(attribute => attribute)}}, updated_at = {1}, lock_version = changed.lock_version + 1,
        journal_version = changed.journal_version + CASE WHEN EXISTS (
            SELECT 1 FROM work_package_journals AS latest
            WHERE latest.work_package_id = changed.id AND latest.version = changed.journal_version
            AND latest.notes IS NULL AND latest.internal = 0 AND latest.user_id = {2} AND COALESCE(latest.agent, '') = {4} AND latest.created_at >= {3}) THEN 0 ELSE 1 END
        """,
        "{0}");

    private string Amend() => columns.Update(
        context,
        "work_package_journals",
        Assignments<WorkPackageJournal>(WorkPackageJournalCopy.AttributeOf) + ", updated_at = {1}" + (actor.IsQuiet ? "" : ", notified_at = NULL"),
        "{0}",
        "changed.work_package_id = given.id AND changed.version = (SELECT state.journal_version FROM work_packages AS state WHERE state.id = given.id)");

    private string Tell() => WorkPackageJournalCopy.Statement(context.Model, actor: "{2}", agent: "{4}", now: "{1}", actor.IsQuiet)
        + $" WHERE work_packages.id IN ({Given})"
        + """
           AND NOT EXISTS (
            SELECT 1 FROM work_package_journals AS latest WHERE latest.work_package_id = work_packages.id AND latest.version = work_packages.journal_version)
          """;

    private string Assignments<TEntity>(Func<string, string> attributeOf)
    {
        var entity = context.Model.FindEntityType(typeof(TEntity))!;
        return string.Join(", ", attributes.Select(a => $"{entity.FindProperty(attributeOf(a.Attribute))!.GetColumnName()} = given.{a.Column}"));
    }
}
