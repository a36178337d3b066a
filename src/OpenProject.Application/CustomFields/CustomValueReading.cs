using System.Linq.Expressions;
using OpenProject.Application.Common;
using OpenProject.Application.Permissions;
using OpenProject.Application.Principals;
using OpenProject.Application.Resources;
using OpenProject.Application.Versions;
using OpenProject.Domain.Common;
using OpenProject.Domain.CustomFields;

namespace OpenProject.Application.CustomFields;

/// <summary>
/// Fills in the values of custom fields: one statement a page, with the names of items, and one for the names of people and of versions that they
/// refer to; none where no row of a page has any field.
/// </summary>
/// <param name="kind">What the fields are of.</param>
/// <param name="values">The values of a row.</param>
/// <param name="directory">The fields.</param>
/// <param name="store">The rows.</param>
public abstract class CustomValueReading<TEntity, TDto>(
    CustomizedKind kind, Expression<Func<TEntity, IEnumerable<CustomValue>>> values, CustomFieldDirectory directory, IReadStore store) : IEnricher<TDto>
    where TEntity : AggregateRoot, ICustomized
    where TDto : class, IResourceDto, ICustomizedDto
{
    /// <summary>All rows, whoever asks: those whose values are read are visible.</summary>
    protected IReadStore Store => store;

    /// <inheritdoc/>
    public virtual Task FillAsync(IReadOnlyList<TDto> rows, Access access, CancellationToken cancellationToken)
    {
        List<long> ids = [.. rows.Select(r => r.Id)];
        return FillAsync(rows, store.Rows<TEntity>().Where(row => ids.Contains(row.Id)), values, access, cancellationToken);
    }

    /// <summary>Whether a row has a field.</summary>
    protected virtual bool Has(TDto row, CustomFieldDefinition field) => true;

    /// <summary>Fills in the values that some states of rows have.</summary>
    protected async Task FillAsync(
        IReadOnlyList<TDto> rows, IQueryable<TEntity> states, Expression<Func<TEntity, IEnumerable<CustomValue>>> valuesOf, Access access, CancellationToken cancellationToken)
    {
        // One row alone may be about to be written, and get the fields of another type or project with the values that it kept.
        var fields = directory.Of(kind).Where(field => rows is [_] || rows.Any(row => Has(row, field))).ToDictionary(f => f.Id);
        if (fields.Count == 0)
            return;
        var items = store.Rows<HierarchyItem>();
        var found = await store.ListAsync(
            states.SelectMany(valuesOf, (row, v) => new CustomValueRow
            {
                OwnerId = row.Id, FieldId = v.FieldId, Position = v.Position, Text = v.Text, Html = v.Html, Number = v.Number, Day = v.Day, ReferenceId = v.ReferenceId,
                ItemLabel = items.Where(i => i.Id == v.ReferenceId && i.FieldId == v.FieldId).Select(i => i.Label).FirstOrDefault(),
            }),
            cancellationToken);
        found.RemoveAll(v => !fields.ContainsKey(v.FieldId));
        var names = await NamesAsync(found, fields, access, cancellationToken);
        var byRow = found.ToLookup(v => v.OwnerId);
        foreach (var row in rows)
            row.Custom = new CustomValueSet(byRow[row.Id].OrderBy(v => v.Position).Select(v => v.Value), names);
    }

    private async Task<Dictionary<(long FieldId, long Id), Reference>> NamesAsync(
        IEnumerable<CustomValueRow> found, Dictionary<long, CustomFieldDefinition> fields, Access access, CancellationToken cancellationToken)
    {
        var names = new Dictionary<(long FieldId, long Id), Reference>();
        foreach (var format in found.Where(v => v.ReferenceId is not null).GroupBy(v => fields[v.FieldId].Format))
        {
            List<long> ids = [.. format.Select(v => v.ReferenceId!.Value).Distinct()];
            var known = format.Key switch
            {
                CustomFieldFormat.User => await PrincipalPaths.ReferencesAsync(store, ids, cancellationToken),
                CustomFieldFormat.Version => await VersionResource.ReferencesAsync(access, ids, cancellationToken),
                _ when format.Key.HasItems() => format.Where(v => v.ItemLabel is not null).DistinctBy(v => v.ReferenceId)
                    .ToDictionary(v => v.ReferenceId!.Value, v => new Reference(HierarchyItemResource.Location, v.ReferenceId!.Value, v.ItemLabel)),
                _ => format.SelectMany(v => fields[v.FieldId].Options).Distinct().ToDictionary(o => o.Key, o => new Reference(CustomOptionResource.Location, o.Key, o.Value)),
            };
            foreach (var value in format)
            {
                if (known.TryGetValue(value.ReferenceId!.Value, out var reference))
                    names[(value.FieldId, reference.Id)] = reference;
            }
        }

        return names;
    }
}
