using OpenProject.Application.Resources;
using OpenProject.Domain.Projects;
using OpenProject.Domain.SavedQueries;
using Permission = OpenProject.Domain.Roles.Permissions;

namespace OpenProject.Application.SavedQueries;

/// <summary>What the links of a query may lead to.</summary>
public sealed class SavedQueryTargets(QueryColumnResource columns, QuerySortByResource sortBys, QueryGroupByResource groupBys)
{
    /// <summary>Where the projects are listed that a query may be in.</summary>
    public const string AvailableProjects = "/api/v3/queries/available_projects";

    /// <summary>The columns.</summary>
    public QueryColumnResource ColumnResource => columns;

    /// <summary>The orders.</summary>
    public QuerySortByResource SortByResource => sortBys;

    /// <summary>The groups.</summary>
    public QueryGroupByResource GroupByResource => groupBys;

    /// <summary>Projects whose work packages the writer sees and where he may store queries.</summary>
    public AllowedValues<SavedQuery, SavedQueryDto> Projects { get; } = new AllowedAt<SavedQuery, SavedQueryDto>(
        _ => AvailableProjects,
        (draft, store) =>
        {
            var projects = draft.Access.ProjectsWith(Permission.SaveQueries);
            return store.Rows<Project>().Where(p => projects.Contains(p.Id)).Select(p => p.Id);
        },
        label => $"{label} not found");

    /// <summary>What tables may show.</summary>
    public AllowedValues<SavedQuery, SavedQueryDto> Columns { get; } =
        new AllowedCodes<SavedQuery, SavedQueryDto, QueryColumnDto>(columns, c => c.IsShown);

    /// <summary>What tables may colour.</summary>
    public AllowedValues<SavedQuery, SavedQueryDto> Highlightable { get; } =
        new AllowedCodes<SavedQuery, SavedQueryDto, QueryColumnDto>(columns, c => c.IsHighlightable);

    /// <summary>What results may be sorted by.</summary>
    public AllowedValues<SavedQuery, SavedQueryDto> SortBys { get; } =
        new AllowedCodes<SavedQuery, SavedQueryDto, QuerySortByDto>(sortBys, _ => true);

    /// <summary>What results may be grouped by.</summary>
    public AllowedValues<SavedQuery, SavedQueryDto> GroupBys { get; } =
        new AllowedCodes<SavedQuery, SavedQueryDto, QueryGroupByDto>(groupBys, _ => true);
}
