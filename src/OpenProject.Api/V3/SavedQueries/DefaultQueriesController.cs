using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using OpenProject.Application.Resources;
using OpenProject.Application.SavedQueries;
using OpenProject.Application.Writes;

namespace OpenProject.Api.V3.SavedQueries;

/// <summary>What queries begin with and what they are made of.</summary>
[Route("api/v3")]
public sealed class DefaultQueriesController(QuerySchemaService queries, QueryFilterService filters, IOptions<ApiV3Options> options) : V3Controller
{
    /// <summary>View the query that is shown where none is chosen.</summary>
    /// <response code="200">The query, which is not stored, with its results.</response>
    /// <response code="400">A parameter cannot be understood.</response>
    /// <response code="403">The client may not see work packages anywhere.</response>
    [HttpGet("queries/default", Name = "View_default_query")]
    public async Task<ActionResult<Document<SavedQueryDto>>> Show([FromQuery] QueryRequest request, CancellationToken cancellationToken) =>
        await queries.DefaultAsync(workspace: null, QueryRequestParser.Parse(request, Request.Query, options.Value), cancellationToken);

    /// <summary>View the query that is shown in a workspace where none is chosen.</summary>
    /// <param name="id">The workspace's id or identifier.</param>
    /// <param name="request">What to show otherwise than the query says.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="200">The query, which is not stored, with its results.</response>
    /// <response code="400">A parameter cannot be understood.</response>
    /// <response code="403">The client may see the workspace, but not its work packages.</response>
    /// <response code="404">The workspace is missing, or the client may not see it.</response>
    [HttpGet("projects/{id}/queries/default", Name = "View_default_query_for_project")]
    [HttpGet("workspaces/{id}/queries/default", Name = "View_default_query_for_workspace")]
    public async Task<ActionResult<Document<SavedQueryDto>>> ShowIn(string id, [FromQuery] QueryRequest request, CancellationToken cancellationToken) =>
        await queries.DefaultAsync(id, QueryRequestParser.Parse(request, Request.Query, options.Value), cancellationToken);

    /// <summary>View the schema of queries over all work packages.</summary>
    /// <response code="200">The schema, with those of conditions.</response>
    /// <response code="403">The client may not see work packages anywhere.</response>
    [HttpGet("queries/schema", Name = "View_schema_for_global_queries")]
    public async Task<ActionResult<SchemaDocument>> Schema(CancellationToken cancellationToken) =>
        await queries.SchemaAsync(workspace: null, cancellationToken);

    /// <summary>View the schema of queries in a workspace.</summary>
    /// <param name="id">The workspace's id or identifier.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="200">The schema, with those of conditions.</response>
    /// <response code="403">The client may see the workspace, but not its work packages.</response>
    /// <response code="404">The workspace is missing, or the client may not see it.</response>
    [HttpGet("projects/{id}/queries/schema", Name = "View_schema_for_project_queries")]
    [HttpGet("workspaces/{id}/queries/schema", Name = "View_schema_for_workspace_queries")]
    public async Task<ActionResult<SchemaDocument>> SchemaIn(string id, CancellationToken cancellationToken) =>
        await queries.SchemaAsync(id, cancellationToken);

    /// <summary>List the schemas of conditions over all work packages.</summary>
    /// <response code="200">A schema for each filter.</response>
    /// <response code="403">The client may not see work packages anywhere.</response>
    [HttpGet("queries/filter_instance_schemas", Name = "List_Query_Filter_Instance_Schemas")]
    public async Task<ActionResult<MixedCollection>> FilterSchemas(CancellationToken cancellationToken) =>
        await filters.SchemasAsync(workspace: null, cancellationToken);

    /// <summary>List the schemas of conditions in a workspace.</summary>
    /// <param name="id">The workspace's id or identifier.</param>
    /// <param name="cancellationToken">The request's end.</param>
    /// <response code="200">A schema for each filter.</response>
    /// <response code="403">The client may see the workspace, but not its work packages.</response>
    /// <response code="404">The workspace is missing, or the client may not see it.</response>
    [HttpGet("projects/{id}/queries/filter_instance_schemas", Name = "List_Query_Filter_Instance_Schemas_for_Project")]
    [HttpGet("workspaces/{id}/queries/filter_instance_schemas", Name = "List_Query_Filter_Instance_Schemas_for_Workspace")]
    public async Task<ActionResult<MixedCollection>> FilterSchemasIn(string id, CancellationToken cancellationToken) =>
        await filters.SchemasAsync(id, cancellationToken);
}
