using System.Linq.Expressions;
using OpenProject.Application.Principals;
using OpenProject.Application.Projects;
using OpenProject.Application.Queries.Filters;
using OpenProject.Application.Resources;
using OpenProject.Application.Versions;
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
        if (TargetOf(field) is { } target)
            filter.Naming(target);
        return filter.AlsoNamed("cf_" + field.Id);
    }

    private static FilterTarget? TargetOf(CustomFieldDefinition field) => field.Format switch
    {
        CustomFieldFormat.List => Target(field, CustomOptionResource.Location, _ => null),
        _ when field.Format.HasItems() => Target(field, HierarchyItemResource.Location, _ => $"{CustomFieldResource.Location.Of(field.Id)}/items"),
        CustomFieldFormat.User => Target(field, PrincipalResource.Location, PrincipalPaths.Among),
        CustomFieldFormat.Version => Target(
            field, VersionResource.Location, id => id is { } workspaceId ? WorkspacePaths.Workspaces.Of(workspaceId) + "/versions" : VersionResource.Location.Value),
        _ => null,
    };

    private static FilterTarget Target(CustomFieldDefinition field, ResourcePath location, Func<long?, string?> allowedAt) =>
        new(CustomFieldTargets.TypeOf(field.Format), location, CustomFieldTargets.PathsOf(field.Format), allowedAt);

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
