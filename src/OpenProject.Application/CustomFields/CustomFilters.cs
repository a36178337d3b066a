using System.Linq.Expressions;
using OpenProject.Application.Queries.Filters;
using OpenProject.Domain.Common;
using OpenProject.Domain.CustomFields;

namespace OpenProject.Application.CustomFields;

/// <summary>Makes filters from definitions.</summary>
internal static class CustomFilters
{
    /// <summary>The filter of a field.</summary>
    /// <param name="field">The field.</param>
    /// <param name="values">The values of a row that count in what is asked for.</param>
    public static Filter<TEntity> Of<TEntity>(CustomFieldDefinition field, Func<FilterContext, Expression<Func<TEntity, IEnumerable<CustomValue>>>> values)
    {
        var filter = new CustomValueFilter<TEntity>(field.Name, field.Id, values, Inner(field), field.IsMulti) { Label = field.Label };
        return filter.AlsoNamed("cf_" + field.Id);
    }

    private static Filter<CustomValue> Inner(CustomFieldDefinition field) => field.Format switch
    {
        CustomFieldFormat.String or CustomFieldFormat.Link => new TextFilter<CustomValue>(field.Name, TextKind.String, v => v.Text),
        CustomFieldFormat.Text => new TextFilter<CustomValue>(field.Name, TextKind.Text, v => v.Text),
        CustomFieldFormat.Int or CustomFieldFormat.Float => new NumberFilter<CustomValue>(field.Name, v => v.Number),
        CustomFieldFormat.Date => new DateFilter<CustomValue>(field.Name, v => v.Day),
        CustomFieldFormat.Bool => new BooleanFilter<CustomValue>(field.Name, v => v.Number == 1),
        CustomFieldFormat.User => new ListFilter<CustomValue>(field.Name, ListKind.Optional, v => v.ReferenceId, acceptsMe: true),
        _ => new ListFilter<CustomValue>(field.Name, ListKind.Optional, v => v.ReferenceId),
    };
}
