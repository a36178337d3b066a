using System.Linq.Expressions;
using OpenProject.Application.Permissions;
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
    /// <param name="values">The values of a row that a viewer sees.</param>
    public static SortKey<TEntity> Of<TEntity>(CustomFieldDefinition field, Func<Access, Expression<Func<TEntity, IEnumerable<CustomValue>>>> values)
    {
        var id = field.Id;
        return field.Format switch
        {
            CustomFieldFormat.String or CustomFieldFormat.Link => SortKey<TEntity>.By(field.Name, access => values(access).Select(all => all.Where(v => v.FieldId == id).Select(v => v.Text).FirstOrDefault())),
            CustomFieldFormat.Date => SortKey<TEntity>.By(field.Name, access => values(access).Select(all => all.Where(v => v.FieldId == id).Select(v => v.Day).FirstOrDefault())),
            CustomFieldFormat.List => SortKey<TEntity>.By(field.Name, access => PlaceOf(values(access), id, access)),
            CustomFieldFormat.User => SortKey<TEntity>.By(field.Name, access => UserOf(values(access), id, access)),
            CustomFieldFormat.Version => SortKey<TEntity>.By(field.Name, access => VersionOf(values(access), id, access)),
            CustomFieldFormat.Hierarchy => SortKey<TEntity>.By(field.Name, access => ItemOf(values(access), id, access)),
            _ => SortKey<TEntity>.By(field.Name, access => values(access).Select(all => all.Where(v => v.FieldId == id).Select(v => v.Number).FirstOrDefault())),
        };
    }

    private static Expression<Func<TEntity, int?>> PlaceOf<TEntity>(Expression<Func<TEntity, IEnumerable<CustomValue>>> values, long id, Access access)
    {
        var options = access.Store.Rows<CustomOption>();
        return values.Select(all => options.Where(o => all.Any(v => v.FieldId == id && v.ReferenceId == o.Id)).Select(o => (int?)o.Position).FirstOrDefault());
    }

    private static Expression<Func<TEntity, string?>> UserOf<TEntity>(Expression<Func<TEntity, IEnumerable<CustomValue>>> values, long id, Access access)
    {
        var principals = access.Store.Rows<Principal>();
        return values.Select(all => principals.Where(p => all.Any(v => v.FieldId == id && v.ReferenceId == p.Id)).Select(p => p.SortName).FirstOrDefault());
    }

    private static Expression<Func<TEntity, string?>> VersionOf<TEntity>(Expression<Func<TEntity, IEnumerable<CustomValue>>> values, long id, Access access)
    {
        var versions = access.Store.Rows<ProjectVersion>();
        return values.Select(all => versions.Where(p => all.Any(v => v.FieldId == id && v.ReferenceId == p.Id)).Select(p => p.SortName).FirstOrDefault());
    }

    private static Expression<Func<TEntity, string?>> ItemOf<TEntity>(Expression<Func<TEntity, IEnumerable<CustomValue>>> values, long id, Access access)
    {
        var items = access.Store.Rows<HierarchyItem>();
        return values.Select(all => items.Where(i => all.Any(v => v.FieldId == id && v.ReferenceId == i.Id)).Select(i => i.Label).FirstOrDefault());
    }
}
