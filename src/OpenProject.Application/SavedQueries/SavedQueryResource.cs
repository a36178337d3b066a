using OpenProject.Application.Permissions;
using OpenProject.Application.Principals;
using OpenProject.Application.Projects;
using OpenProject.Application.Queries;
using OpenProject.Application.Queries.Filters;
using OpenProject.Application.Resources;
using OpenProject.Application.WorkPackages;
using OpenProject.Application.Writes;
using OpenProject.Domain.SavedQueries;
using Permission = OpenProject.Domain.Roles.Permissions;

namespace OpenProject.Application.SavedQueries;

/// <summary>Queries (<c>/api/v3/queries</c>, contract component <c>QueryModel</c>).</summary>
public sealed class SavedQueryResource : Resource<SavedQuery, SavedQueryDto>, IResourceKind
{
    private readonly SavedQueryTargets targets;
    private readonly WorkPackageResource workPackages;

    /// <summary>Declares the resource.</summary>
    public SavedQueryResource(SavedQueryTargets targets, WorkPackageResource workPackages)
        : base(Kind, Location, q => q.Id, q => q.Name)
    {
        (this.targets, this.workPackages) = (targets, workPackages);
        TitledBy(q => q.Name);
        NotFoundMessage = "The specified query does not exist.";
        Unpaginated();
        InProject(q => q.ProjectId, q => q.ProjectId);
        DeclareAttributes();
        DeclareDisplay();
        DeclareLinks();
        DeclareActions();
        EmbedList("results", WorkPackageResource.Location);
        Filter(new ListFilter<SavedQuery>("id", ListKind.Required, q => q.Id));
        Filter(new ListFilter<SavedQuery>("project", ListKind.Optional, q => q.ProjectId));
        Filter(new DateTimeFilter<SavedQuery>("updatedAt", q => q.UpdatedAt));
        Sort("name", q => q.Name);
        Sort("updatedAt", q => q.UpdatedAt);
    }

    /// <inheritdoc/>
    public static ResourcePath Location { get; } = new("/api/v3/queries");

    /// <inheritdoc/>
    public static string Kind => "Query";

    /// <summary>Where the schema of queries is, of those of a workspace or of all.</summary>
    public static string SchemaHref(long? workspaceId) =>
        workspaceId is { } id ? $"{WorkspacePaths.Workspaces.Of(id)}/queries/schema" : Location.Value + "/schema";

    /// <inheritdoc/>
    public override Reference SelfOf(SavedQueryDto dto) => dto.Self ?? base.SelfOf(dto);

    /// <inheritdoc/>
    public override IQueryable<SavedQuery> VisibleTo(IQueryable<SavedQuery> rows, Access access)
    {
        var (me, projects) = (access.Viewer.UserId, access.ProjectsWith(Permission.ViewWorkPackages));
        return rows.Where(q => (q.Public || q.UserId == me) && (q.ProjectId == null ? projects.Any() : projects.Contains(q.ProjectId.Value)));
    }

    private void DeclareAttributes()
    {
        Property("id", q => q.Id == 0 ? null : (long?)q.Id).Named("ID").Required();
        Property("name", q => q.Name).Required().Length(1, SavedQuery.NameLimit).Write((q, value) => q.Rename(value));
        Property("createdAt", q => q.Id == 0 ? null : (DateTime?)q.CreatedAt).Named("Created on").Required().OmittedWhenNull();
        Property("updatedAt", q => q.Id == 0 ? null : (DateTime?)q.UpdatedAt).Named("Updated on").Required().OmittedWhenNull();
        Property("public", q => q.Public).Defaulted()
            .Write((q, value) => q.Publish(value)).WritableWhen(d => d.Permissions.Contains(Permission.ManagePublicQueries));
        Property("sums", q => q.Sums).Defaulted().Write((q, value) => q.ShowSums(value));
        Property("includeSubprojects", q => q.IncludeSubprojects).Defaulted().Write((q, value) => q.GoBelow(value));
        Property("starred", q => q.Starred).Defaulted();

        // Clients that still send it hide nothing by it: a query that has a view is not hidden.
        Property("hidden", q => q.Hidden).Defaulted().Write((_, _) => { });
        Property("filters", q => q.Filters).Defaulted().Write((q, value) => q.FilterBy(
            [.. value.Items.Select(f => new QueryFilter(workPackages.FindFilter(f.Name)?.Name ?? f.Name, f.Operator, f.Values))]));
        Property("timestamps", q => new TextList(q.Timestamps)).Typed("[]Timestamp").Defaulted().Write((q, value) => q.CompareAt(value.Items));
        Property("orderedWorkPackages", _ => PositionMap.None).Typed("QueryOrder").Hidden().Defaulted().Write((q, value) => q.Reorder(value.Items));
    }

    private void DeclareDisplay()
    {
        Property("timelineVisible", q => q.TimelineVisible).Defaulted().Write((q, value) => q.ShowTimeline(value));
        Property("timelineZoomLevel", q => Codes.Of(q.TimelineZoomLevel)).OneOf(Codes.All<TimelineZoomLevel>()).Defaulted()
            .Write((q, value) => q.ZoomTo(Codes.Read<TimelineZoomLevel>(value, "timelineZoomLevel")));
        Property("timelineLabels", q => new TextMap(q.TimelineLabels)).Typed("QueryTimelineLabels").Defaulted()
            .Write((q, value) => q.LabelTimeline(value.Items));
        Property("showHierarchies", q => q.ShowHierarchies).Defaulted().Write((q, value) => q.ShowAsTree(value));
        Property("highlightingMode", q => Codes.Of(q.HighlightingMode)).OneOf(Codes.All<HighlightingMode>()).Defaulted()
            .Write((q, value) => q.Highlight(Codes.Read<HighlightingMode>(value, "highlightingMode")));
        Property("displayRepresentation", q => q.DisplayRepresentation is { } given ? Codes.Of(given) : null)
            .OneOf(Codes.All<DisplayRepresentation>()).OmittedWhenNull()
            .Write((q, value) => q.ShowAs(value is null ? null : Codes.Read<DisplayRepresentation>(value, "displayRepresentation")));
    }

    private void DeclareLinks()
    {
        Link("user", "User", [PrincipalPaths.Users], q => PrincipalPaths.Link(q.UserId, q.UserName, q.UserKind)).Required().Defaulted().Embedded();
        Link("project", "Project", WorkspacePaths.All, q => WorkspacePaths.Link(q.ProjectId, q.ProjectName, q.ProjectKind)).Embedded()
            .Write((q, id) => q.LookAt(id)).AllowedAre(targets.Projects);
        Links("columns", "[]QueryColumn", [QueryColumnResource.Location], q => [.. q.Columns.Select(targets.ColumnResource.LinkTo)])
            .Ordered().Defaulted().Embedded().Write((q, chosen, _) => q.ShowColumns(Keys(chosen))).AllowedAre(targets.Columns);
        Links(
            "highlightedAttributes", "[]QueryColumn", [QueryColumnResource.Location], q => [.. q.HighlightedAttributes.Select(targets.ColumnResource.LinkTo)])
            .Ordered().Defaulted().Embedded().Write((q, chosen, _) => q.HighlightAttributes(Keys(chosen))).AllowedAre(targets.Highlightable);
        Links("sortBy", "[]QuerySortBy", [QuerySortByResource.Location], q => [.. q.SortBy.Select(LinkTo)])
            .Ordered().Defaulted().Embedded().Write((q, chosen, _) => q.OrderBy([.. Keys(chosen).Select(SortOf).OfType<QuerySort>()]))
            .AllowedAre(targets.SortBys);
        Link(
            "groupBy", "[]QueryGroupBy", [QueryGroupByResource.Location], q => q.GroupBy is { } name ? targets.GroupByResource.LinkTo(name) : (Reference?)null)
            .Named("Group results by").Embedded().WriteTarget((q, chosen, _) => q.GroupTogether(chosen?.Key)).AllowedAre(targets.GroupBys);
    }

    private void DeclareActions()
    {
        Related("results", "{results}", ("results", q => QueryResults.HrefOf(q)));
        Related("schema", "{schema}", ("schema", q => SchemaHref(q.ProjectId)));
        Action("update", "post", Location.Value + "/{id}/form").When((q, _) => q.Id > 0);
        Action("updateImmediately", "patch", Location.Value + "/{id}").When((q, _) => q.MayChange);
        Action("updateOrderedWorkPackages", "put", Location.Value + "/{id}/order").When((q, _) => q.MayChange);
        Action("delete", "delete", Location.Value + "/{id}").When((q, _) => q.MayManage);
        Action("star", "patch", Location.Value + "/{id}/star").When((q, _) => q.MayManage && !q.Starred);
        Action("unstar", "patch", Location.Value + "/{id}/unstar").When((q, _) => q.MayManage && q.Starred);
    }

    private Reference LinkTo(QuerySort sort) => targets.SortByResource.LinkTo(QuerySortByDto.CodeOf(sort.Column, sort.Descending));

    private QuerySort? SortOf(string code) => targets.SortByResource.Find(code) is { } known ? new QuerySort(known.Column, known.Descending) : null;

    private static IReadOnlyList<string> Keys(IReadOnlyList<LinkTarget> chosen) => [.. chosen.Select(t => t.Key).Distinct(StringComparer.Ordinal)];
}
