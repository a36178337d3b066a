using OpenProject.Application.Common;
using OpenProject.Application.Projects;
using OpenProject.Application.Queries;
using OpenProject.Application.Queries.Filters;
using OpenProject.Application.Resources;
using OpenProject.Application.WorkPackages;
using OpenProject.Domain.SavedQueries;
using OpenProject.Domain.WorkPackages;
using Permission = OpenProject.Domain.Roles.Permissions;

namespace OpenProject.Application.SavedQueries;

/// <summary>Tells stored conditions and what conditions look like; both follow from the filters of work packages.</summary>
public sealed class QueryFilterService(
    ResourceReader reader,
    ResourceRegistry registry,
    WorkPackageResource workPackages,
    QueryFilterResource filters,
    QueryOperatorResource operators,
    WorkspaceService workspaces,
    GuardedReads guard)
{
    /// <summary>Where schemas of conditions are.</summary>
    public static ResourcePath SchemaLocation { get; } = new("/api/v3/queries/filter_instance_schemas");

    /// <summary>Where the schemas of conditions in a workspace are listed.</summary>
    public static string SchemasHref(long? workspaceId) =>
        workspaceId is { } id ? $"{WorkspacePaths.Workspaces.Of(id)}/queries/filter_instance_schemas" : SchemaLocation.Value;

    /// <summary>The schema of a filter's conditions; leaves as not found when there is no such filter, as forbidden for those who may see work packages nowhere.</summary>
    public async Task<FilterSchema> SchemaAsync(string name)
    {
        await guard.RequireAsync(Permission.ViewWorkPackages);
        await workPackages.PrepareToTellAsync(reader.Access);
        return workPackages.Filters.FirstOrDefault(f => f.Name == name && workPackages.Tells(name, reader.Access)) is { } filter
            ? Describe(filter, workspaceId: null)
            : throw new ProblemException(new Problem.NotFound());
    }

    /// <summary>The schemas of all conditions over all work packages, or over those of a workspace.</summary>
    /// <param name="workspace">The workspace's id or identifier; null for none.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<MixedCollection> SchemasAsync(string? workspace, CancellationToken cancellationToken)
    {
        if (workspace is null)
        {
            await guard.RequireAsync(Permission.ViewWorkPackages);
            return await SchemasAsync(workspaceId: null);
        }

        var id = await workspaces.IdOfAsync(workspace, cancellationToken);
        if (!(await reader.Access.InProjectAsync(id)).Contains(Permission.ViewWorkPackages))
            throw new ProblemException(new Problem.Forbidden());
        return await SchemasAsync(id);
    }

    /// <summary>The schemas of all conditions over all work packages (null), or over those of a workspace.</summary>
    public async Task<MixedCollection> SchemasAsync(long? workspaceId)
    {
        await workPackages.PrepareToTellAsync(reader.Access);
        return new MixedCollection(SchemasHref(workspaceId), [.. Offered(workspaceId).Select(f => Describe(f, workspaceId))]);
    }

    /// <summary>The conditions as bodies tell them, with their values by name as far as the viewer may see these. One statement a kind of value.</summary>
    public async Task<IReadOnlyList<FilterInstances>> InstancesAsync(
        IReadOnlyList<IReadOnlyList<QueryFilter>> stored, CancellationToken cancellationToken)
    {
        var links = await LinksAsync(stored.SelectMany(s => s), cancellationToken);
        return [.. stored.Select(s => new FilterInstances([.. s.Select(f => Instance(f, links)).OfType<FilterInstance>()]))];
    }

    /// <summary>Whether a filter makes sense over the work packages of a workspace, or of all.</summary>
    internal static bool IsOffered(Filter<WorkPackage> filter, long? workspaceId) =>
        filter.Scope != (workspaceId is null ? FilterScope.Workspace : FilterScope.Global);

    private IEnumerable<Filter<WorkPackage>> Offered(long? workspaceId) => workPackages.Filters.Where(f => IsOffered(f, workspaceId) && workPackages.Tells(f.Name, reader.Access));

    private FilterSchema Describe(Filter<WorkPackage> filter, long? workspaceId) => new(
        new Reference(SchemaLocation, 0, null, filter.Name),
        filters.LinkTo(filter.Name),
        [.. filter.Operators.Distinct(StringComparer.Ordinal).Select(symbol => new FilterSchemaOperator(
            operators.LinkTo(symbol), filter.ValuesOf(symbol), filter.Target is not null, filter.Target?.AllowedAt(workspaceId)))]);

    // A filter may be gone since its condition was stored.
    private FilterInstance? Instance(QueryFilter stored, IReadOnlyDictionary<(string Kind, string Value), Reference> links)
    {
        if (workPackages.FindFilter(stored.Name) is not { } filter)
            return null;
        return new FilterInstance(filter.Name, stored.Operator, stored.Values)
        {
            Label = filter.Label,
            Filter = filters.LinkTo(filter.Name),
            OperatorLink = operators.LinkTo(stored.Operator),
            Schema = new Reference(SchemaLocation, 0, null, filter.Name),
            AreFlags = filter.ValueType == "Boolean",
            Links = filter.Target is { } target ? [.. stored.Values.Select(value => links[(target.Location.Value, value)])] : null,
        };
    }

    private async Task<IReadOnlyDictionary<(string Kind, string Value), Reference>> LinksAsync(
        IEnumerable<QueryFilter> stored, CancellationToken cancellationToken)
    {
        var links = new Dictionary<(string, string), Reference>();
        var values = stored.SelectMany(s => workPackages.FindFilter(s.Name)?.Target is { } target ? s.Values.Select(value => (Target: target, Value: value)) : []);
        foreach (var kind in values.GroupBy(v => v.Target.Location.Value, StringComparer.Ordinal))
        {
            var target = kind.First().Target;
            var known = registry.AtPath(target.Location) is { } declaration
                ? await declaration.ReferencesAsync(reader, [.. kind.Select(v => IdOf(v.Value)).OfType<long>().Distinct()], cancellationToken)
                : null;
            foreach (var value in kind.Select(v => v.Value).Distinct(StringComparer.Ordinal))
            {
                links[(kind.Key, value)] = IdOf(value) is { } id && known is not null && known.TryGetValue(id, out var link)
                    ? link
                    : new Reference(target.Accepts[0], 0, value == "me" ? value : null, value);
            }
        }

        return links;
    }

    private static long? IdOf(string value) =>
        long.TryParse(value, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var id) ? id : null;
}
