using System.Globalization;
using System.Linq.Expressions;
using OpenProject.Application.Queries.Filters;
using OpenProject.Domain.Projects;

namespace OpenProject.Application.Projects;

/// <summary>How projects are named in paths, and what they can be filtered and sorted by.</summary>
public sealed partial class ProjectResource
{
    /// <summary>The project that a path names by its id or its identifier, which never begins with a digit.</summary>
    /// <param name="key">The id or the identifier.</param>
    /// <param name="kind">Only one of this kind; null for any.</param>
    public static Expression<Func<Project, bool>> Named(string key, ProjectKind? kind)
    {
        Expression<Func<Project, bool>> named = p => p.Identifier == key;
        if (long.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            named = p => p.Id == id;
        return kind is { } only ? named.And(p => p.Kind == only) : named;
    }

    private void DeclareFilters()
    {
        Filter(new ListFilter<Project>("id", ListKind.Required, p => p.Id));
        Filter(new BooleanFilter<Project>("active", p => p.Active));
        Filter(new BooleanFilter<Project>("public", p => p.Public));
        Filter(new ListFilter<Project>("parent_id", ListKind.Optional, p => p.ParentId));
        Filter(new SearchFilter<Project>("name_and_identifier", [p => p.Name, p => p.Identifier], ["=", "!", "~", "!~"]));
        Filter(new SearchFilter<Project>("typeahead", [p => p.Name, p => p.Identifier]));
        Filter(new TextFilter<Project>("name", TextKind.String, p => p.Name));
        Filter(new DateTimeFilter<Project>("created_at", p => p.CreatedAt));
    }

    private void DeclareOrders()
    {
        Sort("name", p => p.Name);
        Sort("typeahead", p => p.Name);
        Sort("created_at", p => p.CreatedAt);
        Sort("public", p => p.Public);
        Sort("project_status", p => p.StatusCode).NullsLast(p => p.StatusCode == null);
    }
}
