using System.Linq.Expressions;
using OpenProject.Application.Common;
using OpenProject.Application.Queries;
using OpenProject.Application.Queries.Filters;
using OpenProject.Domain.Common;
using OpenProject.Domain.CustomFields;
using OpenProject.Domain.Principals;
using OpenProject.Domain.Versions;

namespace OpenProject.Application.CustomFields;

/// <summary>Makes sort keys from definitions of fields with one value.</summary>
internal static class CustomSorts
{
    /// <summary>The sort key of a field: options by their place, people and versions by name, all else by the value.</summary>
    /// <param name="field">The field.</param>
    /// <param name="values">The values of a row that count in what is asked for.</param>
    public static SortKey<TEntity> Of<TEntity>(CustomFieldDefinition field, Func<FilterContext, Expression<Func<TEntity, IEnumerable<CustomValue>>>> values)
    {
        var id = field.Id;
        return field.Format switch
        {
            CustomFieldFormat.String or CustomFieldFormat.Link => SortKey<TEntity>.Within(field.Name, context => values(context).Select(all => all.Where(v => v.FieldId == id).Select(v => v.Text).FirstOrDefault())),
            CustomFieldFormat.Date => SortKey<TEntity>.Within(field.Name, context => values(context).Select(all => all.Where(v => v.FieldId == id).Select(v => v.Day).FirstOrDefault())),
            CustomFieldFormat.List => SortKey<TEntity>.Within(field.Name, context => Referred(values(context), id).Select(OptionPlace(context.Access.Store))),
            CustomFieldFormat.User => SortKey<TEntity>.Within(field.Name, context => Referred(values(context), id).Select(UserName(context.Access.Store))),
            CustomFieldFormat.Version => SortKey<TEntity>.Within(field.Name, context => Referred(values(context), id).Select(VersionName(context.Access.Store))),
            _ when field.Format.HasItems() => SortKey<TEntity>.Within(field.Name, context => Referred(values(context), id).Select(ItemLabel(context.Access.Store))),
            _ => SortKey<TEntity>.Within(field.Name, context => values(context).Select(all => all.Where(v => v.FieldId == id).Select(v => v.Number).FirstOrDefault())),
        };
    }

    /// <summary>What ids that fields of a format refer to are ordered by.</summary>
    public static LambdaExpression PlaceOf(CustomFieldFormat format, IReadStore store) => format switch
    {
        CustomFieldFormat.User => UserName(store),
        CustomFieldFormat.Version => VersionName(store),
        _ when format.HasItems() => ItemLabel(store),
        _ => OptionPlace(store),
    };

    private static Expression<Func<TEntity, long?>> Referred<TEntity>(Expression<Func<TEntity, IEnumerable<CustomValue>>> values, long fieldId) =>
        values.Select(all => all.Where(v => v.FieldId == fieldId).Select(v => v.ReferenceId).FirstOrDefault());

    private static Expression<Func<long?, int?>> OptionPlace(IReadStore store)
    {
        var options = store.Rows<CustomOption>();
        return id => options.Where(o => o.Id == id).Select(o => (int?)o.Position).FirstOrDefault();
    }

    private static Expression<Func<long?, string?>> UserName(IReadStore store)
    {
        var principals = store.Rows<Principal>();
        return id => principals.Where(p => p.Id == id).Select(p => p.SortName).FirstOrDefault();
    }

    private static Expression<Func<long?, string?>> VersionName(IReadStore store)
    {
        var versions = store.Rows<ProjectVersion>();
        return id => versions.Where(v => v.Id == id).Select(v => v.SortName).FirstOrDefault();
    }

    private static Expression<Func<long?, string?>> ItemLabel(IReadStore store)
    {
        var items = store.Rows<HierarchyItem>();
        return id => items.Where(i => i.Id == id).Select(i => i.Label).FirstOrDefault();
    }
}
