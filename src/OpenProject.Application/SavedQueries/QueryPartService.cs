using OpenProject.Application.Common;
using OpenProject.Application.Queries;
using OpenProject.Application.Resources;
using Permission = OpenProject.Domain.Roles.Permissions;

namespace OpenProject.Application.SavedQueries;

/// <summary>Reads what queries are made of: columns, filters, operators, orders and groups. Leaves as forbidden for those who may see work packages nowhere.</summary>
public sealed class QueryPartService(
    GuardedReads guard,
    ResourceReader reader,
    QueryColumnResource columns,
    QueryFilterResource filters,
    QueryOperatorResource operators,
    QuerySortByResource sortBys,
    QueryGroupByResource groupBys)
{
    /// <summary>The column of that name; leaves as not found when there is none.</summary>
    public Task<Document<QueryColumnDto>> ColumnAsync(string code) => FindAsync(columns, code);

    /// <summary>The filter of that name; leaves as not found when there is none.</summary>
    public Task<Document<QueryFilterDto>> FilterAsync(string code) => FindAsync(filters, code);

    /// <summary>The operator of that symbol; leaves as not found when there is none.</summary>
    public Task<Document<QueryOperatorDto>> OperatorAsync(string code) => FindAsync(operators, code);

    /// <summary>The order of that code; leaves as not found when there is none.</summary>
    public Task<Document<QuerySortByDto>> SortByAsync(string code) => FindAsync(sortBys, code);

    /// <summary>The group of that name; leaves as not found when there is none.</summary>
    public Task<Document<QueryGroupByDto>> GroupByAsync(string code) => FindAsync(groupBys, code);

    private async Task<Document<TDto>> FindAsync<TDto>(CodedResource<TDto> resource, string code)
        where TDto : class, ICodedDto
    {
        await guard.RequireAsync(Permission.ViewWorkPackages);
        await reader.Access.GlobalAsync();
        await resource.PrepareAsync(reader.Access);
        return resource.Find(code) is { } found && resource.IsToldTo(found, reader.Access) ? new Document<TDto>(found, reader.Access) : throw new ProblemException(new Problem.NotFound());
    }
}
