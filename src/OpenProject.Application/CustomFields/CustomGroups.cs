using System.Linq.Expressions;
using OpenProject.Application.Principals;
using OpenProject.Application.Queries;
using OpenProject.Application.Queries.Filters;
using OpenProject.Application.Versions;
using OpenProject.Domain.Common;
using OpenProject.Domain.CustomFields;

namespace OpenProject.Application.CustomFields;

/// <summary>Makes group keys from definitions of fields with one value of few.</summary>
internal static class CustomGroups
{
    /// <summary>The group key of a field; null where rows are not grouped by it.</summary>
    /// <param name="field">The field.</param>
    /// <param name="values">The values of a row that count in what is asked for.</param>
    public static GroupKey<TEntity>? Of<TEntity>(CustomFieldDefinition field, Func<FilterContext, Expression<Func<TEntity, IEnumerable<CustomValue>>>> values)
    {
        var id = field.Id;
        if (field.IsMulti || !(field.IsReference || field.Format == CustomFieldFormat.Bool))
            return null;
        if (field.Format == CustomFieldFormat.Bool)
        {
            return new GroupKey<TEntity>(field.Name, context => values(context).Select(all => all.Where(v => v.FieldId == id).Select(v => (long?)v.Number).FirstOrDefault()), null)
            {
                NameOf = flag => flag == 0 ? "false" : "true",
                Place = _ => Itself,
            };
        }

        return new GroupKey<TEntity>(
            field.Name,
            context => values(context).Select(all => all.Where(v => v.FieldId == id).Select(v => v.ReferenceId).FirstOrDefault()),
            CustomFieldTargets.PathsOf(field.Format)[0])
        {
            ReferencesOf = field.Format switch
            {
                CustomFieldFormat.User => PrincipalPaths.ReferencesAsync,
                CustomFieldFormat.Version => VersionResource.ReferencesAsync,
                _ => null,
            },
            Place = context => CustomSorts.PlaceOf(field.Format, context.Access.Store),
        };
    }

    private static readonly Expression<Func<long?, long?>> Itself = key => key;
}
