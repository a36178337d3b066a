using OpenProject.Application.Common;
using OpenProject.Application.Projects;
using OpenProject.Application.Queries;
using OpenProject.Application.Resources;
using OpenProject.Application.WorkPackages;
using OpenProject.Application.Writes;
using OpenProject.Domain.SavedQueries;
using Permission = OpenProject.Domain.Roles.Permissions;

namespace OpenProject.Application.SavedQueries;

/// <summary>What queries begin with and what they are made of, over all work packages or over those of a workspace.</summary>
public sealed class QuerySchemaService(
    ResourceReader reader,
    ResourceWriter writer,
    SavedQueryResource resource,
    WorkPackageResource workPackages,
    WorkspaceService workspaces,
    QueryResultService results,
    QueryFilterService filters,
    GuardedReads guard)
{
    /// <summary>The query that is shown where none is chosen, with its results; leaves as forbidden for those who may not see work packages there.</summary>
    /// <param name="workspace">The workspace's id or identifier; null for all.</param>
    /// <param name="overrides">What the request wants otherwise.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Document<SavedQueryDto>> DefaultAsync(string? workspace, QueryOverrides overrides, CancellationToken cancellationToken)
    {
        var id = await ViewableAsync(workspace, cancellationToken);
        var query = SavedQueryDefaults.New(reader.Access.Viewer.UserId, id, workPackages, writer.Now);
        var self = (id is { } known ? $"{WorkspacePaths.Workspaces.Of(known)}/queries" : SavedQueryResource.Location.Value) + "/default";
        return await results.AnswerAsync(await results.RowOfAsync(query, self, cancellationToken), overrides, cancellationToken);
    }

    /// <summary>The schema of queries; leaves as forbidden for those who may not see work packages there.</summary>
    /// <param name="workspace">The workspace's id or identifier; null for all.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<SchemaDocument> SchemaAsync(string? workspace, CancellationToken cancellationToken)
    {
        var id = await ViewableAsync(workspace, cancellationToken);
        var query = SavedQueryDefaults.New(reader.Access.Viewer.UserId, id, workPackages, writer.Now);
        var schema = await writer.SchemaAsync(resource, query, SavedQueryResource.SchemaHref(id), cancellationToken);
        return Complete(schema, id) with { Embeds = [new NamedDocument("filtersSchemas", await filters.SchemasAsync(id))] };
    }

    /// <summary>Says where the schemas of conditions are.</summary>
    internal static SchemaDocument Complete(SchemaDocument schema, long? workspaceId) => schema with
    {
        Properties =
        [
            .. schema.Properties.Select(p => p.Name == "filters"
                ? p with { Location = SchemaLocation.Links, AllowedSchemasHref = QueryFilterService.SchemasHref(workspaceId) }
                : p),
            new SchemaProperty("results", "WorkPackageCollection", "Results", IsRequired: false, HasDefault: false, IsWritable: false),
        ],
    };

    private async Task<long?> ViewableAsync(string? workspace, CancellationToken cancellationToken)
    {
        if (workspace is null)
        {
            await guard.RequireAsync(Permission.ViewWorkPackages);
            return null;
        }

        var id = await workspaces.IdOfAsync(workspace, cancellationToken);
        return (await reader.Access.InProjectAsync(id)).Contains(Permission.ViewWorkPackages) ? id : throw new ProblemException(new Problem.Forbidden());
    }
}
