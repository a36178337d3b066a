using OpenProject.Application.Common;
using OpenProject.Application.Queries;
using OpenProject.Application.Resources;
using OpenProject.Application.SavedQueries;
using Permission = OpenProject.Domain.Roles.Permissions;

namespace OpenProject.Application.WorkPackages;

/// <summary>Lists work packages: all, those of a workspace, or those of a stored query.</summary>
public sealed class WorkPackageListService(
    ResourceReader reader, WorkPackageResource resource, SavedQueryResource queries, ComparisonService comparisons)
{
    /// <summary>Work packages that the viewer may see; leaves as forbidden for those who may see none anywhere.</summary>
    public async Task<Page<WorkPackageDto>> ListAsync(CollectionQuery query, CancellationToken cancellationToken)
    {
        if (!await reader.Access.AnywhereAsync(Permission.ViewWorkPackages))
            throw new ProblemException(new Problem.Forbidden());
        return await ListOfAsync(query, cancellationToken);
    }

    /// <summary>The work packages that a query asks for, of those that the viewer may see.</summary>
    public async Task<Page<WorkPackageDto>> ListOfAsync(CollectionQuery query, CancellationToken cancellationToken)
    {
        if (query.QueryId is { } queryId && !await reader.ExistsAsync(queries, queryId, cancellationToken))
            throw new ProblemException(new Problem.InvalidQuery("Query does not exist."));
        var page = ComparisonService.Compares(query.Timestamps)
            ? await comparisons.ListAsync(query, cancellationToken)
            : await reader.ListAsync(resource, query, WorkspaceScope.Within(reader.Visible(resource), query, reader.Store), cancellationToken);
        return page with { Type = "WorkPackageCollection", Links = await LinksAsync(page, query.WorkspaceId) };
    }

    private async Task<IReadOnlyList<CollectionLink>> LinksAsync(Page<WorkPackageDto> page, long? projectId)
    {
        var access = reader.Access;
        var links = new List<CollectionLink>();
        if (await access.HoldsAsync(projectId, Permission.EditWorkPackages))
            links.Add(new CollectionLink("editWorkPackage", WorkPackageResource.Location.Value + "/{work_package_id}/form", "post", IsTemplated: true));
        if (await access.HoldsAsync(projectId, Permission.AddWorkPackages))
        {
            var path = page.Query.Path;
            links.Add(new CollectionLink("createWorkPackage", path + "/form", "post"));
            links.Add(new CollectionLink("createWorkPackageImmediate", path, "post"));
        }

        if (page.Items.Count > 0)
            links.Add(new CollectionLink("schemas", WorkPackageSchemaService.HrefOf(page.Items.Select(w => (w.ProjectId, w.TypeId)))));
        if (page.TotalSums is not null)
            links.Add(new CollectionLink("sumsSchema", WorkPackageResource.Location.Value + "/schemas/sums"));
        return links;
    }
}
