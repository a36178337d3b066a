using Microsoft.EntityFrameworkCore;
using OpenProject.Domain.Common;
using OpenProject.Domain.CustomFields;
using OpenProject.Domain.WorkPackages;
using OpenProject.Infrastructure.Persistence;

namespace OpenProject.Infrastructure.CustomFields;

/// <summary>
/// Values of custom fields that refer to what is removed. No foreign key can say what they refer to, as that depends on the field. Journals
/// keep theirs: they tell what was, by name as long as there is one.
/// </summary>
internal sealed class CustomReferences(OpenProjectDbContext context)
{
    /// <summary>Has what refers to a person refer to another one.</summary>
    public async Task HandOverAsync(long from, long to, CancellationToken cancellationToken)
    {
        var fields = await FieldsAsync(CustomFieldFormat.User, cancellationToken);
        foreach (var table in fields.Length == 0 ? [] : Tables())
        {
            var sql = $$"""UPDATE {{table}} SET reference_id = {0} WHERE reference_id = {1} AND field_id IN ({{fields}})""";
            await context.Database.ExecuteSqlRawAsync(sql, [to, from], cancellationToken);
        }
    }

    /// <summary>Removes what refers to versions.</summary>
    public async Task DropVersionsAsync(IReadOnlyCollection<long> versionIds, CancellationToken cancellationToken)
    {
        var fields = versionIds.Count == 0 ? "" : await FieldsAsync(CustomFieldFormat.Version, cancellationToken);
        foreach (var table in fields.Length == 0 ? [] : Tables())
        {
            foreach (var some in versionIds.Chunk(JsonRows.BatchSize))
            {
                var sql = $"DELETE FROM {table} WHERE reference_id IN ({string.Join(',', some)}) AND field_id IN ({fields})";
                await context.Database.ExecuteSqlRawAsync(sql, cancellationToken);
            }
        }
    }

    private async Task<string> FieldsAsync(CustomFieldFormat format, CancellationToken cancellationToken) =>
        string.Join(',', await context.Set<CustomField>().Where(f => f.Format == format).Select(f => f.Id).ToListAsync(cancellationToken));

    private IEnumerable<string> Tables() => context.Model.GetEntityTypes()
        .Where(entity => entity.ClrType == typeof(CustomValue) && entity.FindOwnership()!.PrincipalEntityType.ClrType != typeof(WorkPackageJournal))
        .Select(entity => entity.GetTableName()!);
}
