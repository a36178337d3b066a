using OpenProject.Application.Permissions;
using OpenProject.Application.Projects;
using OpenProject.Application.Queries.Filters;
using OpenProject.Application.Resources;
using OpenProject.Application.SavedQueries;
using OpenProject.Domain.Views;

namespace OpenProject.Application.Views;

/// <summary>Views (<c>/api/v3/views</c>): those see one who see its query.</summary>
public sealed class ViewResource : Resource<View, ViewDto>, IResourceKind
{
    // By the last word of the path that makes them, as published, and by the type that bodies tell.
    private static readonly Dictionary<string, int> Codes = Enum.GetValues<ViewKind>().SelectMany(
        kind => new[] { KeyValuePair.Create(Resources.Codes.Of(kind), (int)kind), KeyValuePair.Create(NameOf(kind), (int)kind) }).ToDictionary(StringComparer.Ordinal);

    private readonly SavedQueryResource queries;

    /// <summary>Declares the resource.</summary>
    public ViewResource(ViewTargets targets, SavedQueryResource queries)
        : base(Kind, Location, v => v.Id, v => v.Query.Name)
    {
        this.queries = queries;
        TitledBy(v => v.QueryName);
        InProject(v => v.QueryProjectId, _ => null);
        Property("id", v => v.Id);
        Property("name", v => v.QueryName);
        Property("public", v => v.QueryPublic);
        Property("starred", v => v.QueryStarred);
        Property("createdAt", v => v.CreatedAt);
        Property("updatedAt", v => v.UpdatedAt);
        Link("query", "Query", [SavedQueryResource.Location], v => v.QueryId > 0 ? new Reference(SavedQueryResource.Location, v.QueryId, v.QueryName) : (Reference?)null).Required().Embedded()
            .WriteId((v, id) => v.Show(id)).AllowedAre(targets.Queries);
        Link("project", "Project", WorkspacePaths.All, v => WorkspacePaths.Link(v.QueryProjectId, v.QueryProjectName, v.QueryProjectKind)).Embedded();
        Filter(new ListFilter<View>("id", ListKind.Required, v => v.Id));
        Filter(new ListFilter<View>("project", ListKind.Optional, v => v.Query.ProjectId));
        Filter(new CodeFilter<View>("type", Codes, v => (int?)v.Kind));
    }

    /// <inheritdoc/>
    public static ResourcePath Location { get; } = new("/api/v3/views");

    /// <inheritdoc/>
    public static string Kind => "View";

    /// <summary>The <c>_type</c> of a kind.</summary>
    public static string NameOf(ViewKind kind) => "Views::" + kind;

    /// <inheritdoc/>
    public override string TypeOf(ViewDto dto) => NameOf(dto.Kind);

    /// <inheritdoc/>
    public override IQueryable<View> VisibleTo(IQueryable<View> rows, Access access)
    {
        var seen = queries.VisibleTo(access.Store.Rows<Domain.SavedQueries.SavedQuery>(), access).Select(q => q.Id);
        return rows.Where(v => seen.Contains(v.QueryId));
    }
}
