using OpenProject.Application.Resources;
using OpenProject.Application.WorkPackages;

namespace OpenProject.Application.SavedQueries;

/// <summary>What work packages can be sorted by (<c>/api/v3/queries/sort_bys</c>): each sort key of their declaration, both ways.</summary>
public sealed class QuerySortByResource : WorkPackagePartResource<QuerySortByDto>, IResourceKind
{
    private static readonly bool[] Directions = [false, true];

    private readonly FollowingRows<QuerySortByDto> rows;

    /// <summary>Declares the resource.</summary>
    public QuerySortByResource(WorkPackageResource workPackages, QueryColumnResource columns)
        : base(Kind, Location, workPackages)
    {
        rows = new(() => workPackages.Sorts, () =>
        [
            .. workPackages.Sorts.Select(s => s.Name).Distinct(StringComparer.Ordinal)
                .SelectMany(name => Directions.Select(descending => new QuerySortByDto(name, workPackages.LabelOf(name), descending))),
        ]);
        Property("id", s => s.Code);
        Property("name", s => s.Name);
        Link("column", QueryColumnResource.Kind, [QueryColumnResource.Location], s => columns.LinkTo(s.Column));
        Link("direction", "QuerySortDirection", [], s => Reference.At("urn:openproject-org:api:v3:queries:directions:" + s.Direction, s.DirectionName));
    }

    /// <inheritdoc/>
    public static ResourcePath Location { get; } = new("/api/v3/queries/sort_bys");

    /// <inheritdoc/>
    public static string Kind => "QuerySortBy";

    /// <inheritdoc/>
    public override IReadOnlyCollection<QuerySortByDto> All => rows.Value;

    /// <inheritdoc/>
    public override QuerySortByDto? Find(string code) => rows.Value.FirstOrDefault(s => s.Code == code);

    /// <inheritdoc/>
    protected override string AttributeOf(QuerySortByDto dto) => dto.Column;
}
