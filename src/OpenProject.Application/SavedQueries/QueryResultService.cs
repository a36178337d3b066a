using AutoMapper;
using OpenProject.Application.Permissions;
using OpenProject.Application.Principals;
using OpenProject.Application.Queries;
using OpenProject.Application.Resources;
using OpenProject.Application.WorkPackages;
using OpenProject.Domain.Projects;
using OpenProject.Domain.SavedQueries;

namespace OpenProject.Application.SavedQueries;

/// <summary>Answers queries with their results.</summary>
public sealed class QueryResultService(
    ResourceReader reader,
    ResourceRegistry registry,
    SavedQueryResource resource,
    SavedQueryTargets targets,
    WorkPackageResource workPackageResource,
    WorkPackageListService workPackages,
    WorkPackageSchemaService schemas,
    QueryFilterService filters,
    IMapper mapper)
{
    /// <summary>A query as a request wants it, with a page of its results.</summary>
    public async Task<Document<SavedQueryDto>> AnswerAsync(SavedQueryDto query, QueryOverrides overrides, CancellationToken cancellationToken)
    {
        await workPackageResource.PrepareToTellAsync(reader.Access);
        overrides.Apply(query, targets, workPackageResource, name => workPackageResource.Tells(name, reader.Access));
        if (overrides.Filters is not null)
            query.Filters = (await filters.InstancesAsync([query.Conditions], cancellationToken))[0];
        if (overrides.Parameters.Count > 0)
            query.Self = Reference.At(SelfOf(resource.SelfOf(query).Href, overrides.Parameters), query.Name);
        var results = await workPackages.ListOfAsync(QueryResults.Of(query, overrides.Offset, overrides.PageSize), cancellationToken);
        var embedded = await reader.EmbedAsync(resource, [query], cancellationToken);
        embedded.Add(new NamedDocument("results", results with { Embeds = await SchemasOfAsync(results, cancellationToken) }));
        return new Document<SavedQueryDto>(query, reader.Access, embedded);
    }

    /// <summary>A query that is not stored as bodies tell it.</summary>
    /// <param name="query">The query.</param>
    /// <param name="self">Where it is.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<SavedQueryDto> RowOfAsync(SavedQuery query, string self, CancellationToken cancellationToken)
    {
        var row = mapper.Map<SavedQueryDto>(query);
        row.Take(SavedQuerySettings.Of(query));
        row.Filters = (await filters.InstancesAsync([row.Conditions], cancellationToken))[0];
        row.Name = "default";
        row.Self = Reference.At(self, "Default");
        row.UserName = await OwnerNameAsync(query.UserId, cancellationToken);
        await reader.Access.GlobalAsync();
        if (query.ProjectId is not { } projectId)
            return row;
        var workspace = await reader.Store.FirstOrDefaultAsync(
            reader.Store.Rows<Project>().Where(p => p.Id == projectId).Select(p => new { p.Name, p.Kind }), cancellationToken);
        (row.ProjectName, row.ProjectKind) = (workspace?.Name, workspace?.Kind);
        await reader.Access.LoadAsync([projectId]);
        return row;
    }

    private async Task<string?> OwnerNameAsync(long id, CancellationToken cancellationToken) =>
        registry.AtPath(PrincipalPaths.Users) is { } users ? (await users.TitlesAsync(reader, [id], cancellationToken)).GetValueOrDefault(id) : null;

    private async Task<IReadOnlyList<NamedDocument>> SchemasOfAsync(Page<WorkPackageDto> results, CancellationToken cancellationToken) =>
        results.Items.Count == 0
            ? []
            : [new NamedDocument("schemas", await schemas.ListAsync([.. results.Items.Select(w => (w.ProjectId, w.TypeId)).Distinct().Order()], cancellationToken))];

    private static string SelfOf(string path, IReadOnlyList<KeyValuePair<string, string>> parameters) =>
        path + "?" + string.Join('&', parameters.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => $"{Uri.EscapeDataString(p.Key)}={Uri.EscapeDataString(p.Value)}"));
}
