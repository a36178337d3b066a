using OpenProject.Application.Resources;
using OpenProject.Application.WorkPackages;

namespace OpenProject.Application.SavedQueries;

/// <summary>What work packages can be filtered by (<c>/api/v3/queries/filters</c>), as their declaration says.</summary>
public sealed class QueryFilterResource : WorkPackagePartResource<QueryFilterDto>, IResourceKind
{
    private readonly FollowingRows<QueryFilterDto> rows;

    /// <summary>Declares the resource.</summary>
    public QueryFilterResource(WorkPackageResource workPackages)
        : base(Kind, Location, workPackages)
    {
        rows = new(() => workPackages.Filters, () => [.. workPackages.Filters.Select(f => new QueryFilterDto(f.Name, f.Label))]);
        Property("id", f => f.Code);
    }

    /// <inheritdoc/>
    public static ResourcePath Location { get; } = new("/api/v3/queries/filters");

    /// <inheritdoc/>
    public static string Kind => "QueryFilter";

    /// <inheritdoc/>
    public override IReadOnlyCollection<QueryFilterDto> All => rows.Value;

    /// <inheritdoc/>
    public override QueryFilterDto? Find(string code) => rows.Value.FirstOrDefault(f => f.Code == code);
}
