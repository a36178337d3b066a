using OpenProject.Application.Queries.Filters;
using OpenProject.Application.Resources;
using OpenProject.Application.WorkPackages;

namespace OpenProject.Application.SavedQueries;

/// <summary>How the filters of work packages compare (<c>/api/v3/queries/operators</c>): the operators that any of them has.</summary>
public sealed class QueryOperatorResource : CodedResource<QueryOperatorDto>, IResourceKind
{
    private readonly FollowingRows<QueryOperatorDto> rows;

    /// <summary>Declares the resource.</summary>
    public QueryOperatorResource(WorkPackageResource workPackages)
        : base(Kind, Location)
    {
        rows = new(() => workPackages.Filters, () =>
        [
            .. workPackages.Filters.SelectMany(f => f.Operators).Distinct(StringComparer.Ordinal)
                .Select(symbol => new QueryOperatorDto(symbol, FilterOperators.LabelOf(symbol))),
        ]);
        Property("id", o => o.Code);
        Property("name", o => o.Name);
    }

    /// <inheritdoc/>
    public static ResourcePath Location { get; } = new("/api/v3/queries/operators");

    /// <inheritdoc/>
    public static string Kind => "QueryOperator";

    /// <inheritdoc/>
    public override IReadOnlyCollection<QueryOperatorDto> All => rows.Value;

    /// <inheritdoc/>
    public override QueryOperatorDto? Find(string code) => rows.Value.FirstOrDefault(o => o.Code == code);
}
