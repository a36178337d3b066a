using OpenProject.Application.Resources;
using OpenProject.Application.WorkPackages;

namespace OpenProject.Application.SavedQueries;

/// <summary>What work packages can be grouped by (<c>/api/v3/queries/group_bys</c>), as their declaration says.</summary>
public sealed class QueryGroupByResource : WorkPackagePartResource<QueryGroupByDto>, IResourceKind
{
    private readonly FollowingRows<QueryGroupByDto> rows;

    /// <summary>Declares the resource.</summary>
    public QueryGroupByResource(WorkPackageResource workPackages)
        : base(Kind, Location, workPackages)
    {
        rows = new(() => workPackages.Groups, () => [.. workPackages.Groups.Select(g => new QueryGroupByDto(g.Name, workPackages.LabelOf(g.Name)))]);
        Property("id", g => g.Code);
        Property("name", g => g.Name);
    }

    /// <inheritdoc/>
    public static ResourcePath Location { get; } = new("/api/v3/queries/group_bys");

    /// <inheritdoc/>
    public static string Kind => "QueryGroupBy";

    /// <inheritdoc/>
    public override IReadOnlyCollection<QueryGroupByDto> All => rows.Value;

    /// <inheritdoc/>
    public override QueryGroupByDto? Find(string code) => rows.Value.FirstOrDefault(g => g.Code == code);
}
