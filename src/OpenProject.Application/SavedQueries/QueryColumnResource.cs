using OpenProject.Application.Resources;
using OpenProject.Application.WorkPackages;

namespace OpenProject.Application.SavedQueries;

/// <summary>What tables of work packages may show (<c>/api/v3/queries/columns</c>), as the declaration of work packages says.</summary>
public sealed class QueryColumnResource : WorkPackagePartResource<QueryColumnDto>, IResourceKind
{
    private readonly FollowingRows<QueryColumnDto> rows;

    /// <summary>Declares the resource.</summary>
    public QueryColumnResource(WorkPackageResource workPackages)
        : base("QueryColumn::Property", Location, workPackages)
    {
        rows = new(() => workPackages.Sorts, () =>
        [
            .. workPackages.Columns.Concat(workPackages.Sorts.Select(s => s.Name)).Distinct(StringComparer.Ordinal).Select(name => new QueryColumnDto(
                name, workPackages.LabelOf(name), workPackages.Columns.Contains(name), workPackages.Highlightable.Contains(name))),
        ]);
        Property("id", c => c.Code);
        Property("name", c => c.Name);
    }

    /// <inheritdoc/>
    public static ResourcePath Location { get; } = new("/api/v3/queries/columns");

    /// <inheritdoc/>
    public static string Kind => "QueryColumn";

    /// <inheritdoc/>
    public override IReadOnlyCollection<QueryColumnDto> All => rows.Value;

    /// <inheritdoc/>
    public override QueryColumnDto? Find(string code) => rows.Value.FirstOrDefault(c => c.Code == code);
}
