using System.Text.Json;
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
    private static readonly JsonRows Ids = new(("id", "bigint"));

    /// <summary>Has what refers to a person refer to another one.</summary>
    public async Task HandOverAsync(long from, long to, CancellationToken cancellationToken)
    {
        foreach (var table in Tables())
        {
            var sql = $$"""UPDATE {{table}} SET reference_id = {0} WHERE reference_id = {1} AND {{OfFormat("{2}")}}""";
            await context.Database.ExecuteSqlRawAsync(sql, [to, from, (int)CustomFieldFormat.User], cancellationToken);
        }
    }

    /// <summary>Removes what refers to versions.</summary>
    public async Task DropVersionsAsync(IReadOnlyCollection<long> versionIds, CancellationToken cancellationToken)
    {
        foreach (var some in versionIds.Chunk(JsonRows.BatchSize))
        {
            var given = JsonSerializer.Serialize(some.Select(id => new { id }));
            foreach (var table in Tables())
            {
                var sql = $$"""DELETE FROM {{table}} WHERE reference_id IN (SELECT given.id FROM {{Ids.From(context, "{0}")}} AS given) AND {{OfFormat("{1}")}}""";
                await context.Database.ExecuteSqlRawAsync(sql, [given, (int)CustomFieldFormat.Version], cancellationToken);
            }
        }
    }

    private string OfFormat(string parameter) =>
        $"field_id IN (SELECT field.id FROM {context.Model.FindEntityType(typeof(CustomField))!.GetTableName()} AS field WHERE field.format = {parameter})";

    private IEnumerable<string> Tables() => context.Model.GetEntityTypes()
        .Where(entity => entity.ClrType == typeof(CustomValue) && entity.FindOwnership()!.PrincipalEntityType.ClrType != typeof(WorkPackageJournal))
        .Select(entity => entity.GetTableName()!);
}
