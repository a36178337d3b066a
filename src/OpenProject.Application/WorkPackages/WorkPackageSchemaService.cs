using System.Globalization;
using OpenProject.Application.Common;
using OpenProject.Application.Queries;
using OpenProject.Application.Resources;
using OpenProject.Application.Writes;
using OpenProject.Domain.Projects;
using OpenProject.Domain.WorkPackages;
using Permission = OpenProject.Domain.Roles.Permissions;

namespace OpenProject.Application.WorkPackages;

/// <summary>The schemas of work packages: one for each type in each project.</summary>
public sealed class WorkPackageSchemaService(ResourceReader reader, ResourceWriter writer, WorkPackageResource resource)
{
    /// <summary>The collection of the schemas that a page of work packages needs.</summary>
    public static string HrefOf(IEnumerable<(long ProjectId, long TypeId)> pairs)
    {
        var values = string.Join(',', pairs.Distinct().Order().Select(p => $"\"{p.ProjectId}-{p.TypeId}\""));
        var filters = """[{"id":{"operator":"=","values":[""" + values + "]}}]";
        return WorkPackageResource.Location.Value + "/schemas?filters=" + Uri.EscapeDataString(filters);
    }

    /// <summary>The schema named <c>{project}-{type}</c>; leaves as not found when the viewer may not see work packages there.</summary>
    public async Task<SchemaDocument> FindAsync(string identifier, CancellationToken cancellationToken)
    {
        var pair = Parse(identifier) ?? throw new ProblemException(new Problem.NotFound());
        var found = await PairsAsync([pair], cancellationToken);
        return found is [var only] ? await SchemaAsync(only, cancellationToken) : throw new ProblemException(new Problem.NotFound());
    }

    /// <summary>The schemas that the <c>id</c> filter names, those that the viewer may see.</summary>
    public async Task<MixedCollection> ListAsync(IReadOnlyList<FilterClause>? filters, string selfHref, CancellationToken cancellationToken)
    {
        if (filters is not [{ Name: "id", Operator: "=", Values: { Count: > 0 } values }])
            throw new ProblemException(new Problem.InvalidQuery("The query parameter 'filters' is missing or malformed."));
        var pairs = values.Select(v => Parse(v) ?? throw new ProblemException(new Problem.InvalidQuery("Filters Id filter has invalid values.")));
        return new MixedCollection(selfHref, await SchemasAsync([.. pairs.Distinct()], cancellationToken));
    }

    /// <summary>The schemas of types in projects, those that the viewer may see.</summary>
    public async Task<MixedCollection> ListAsync(IReadOnlyList<(long ProjectId, long TypeId)> pairs, CancellationToken cancellationToken) =>
        new(HrefOf(pairs), await SchemasAsync(pairs, cancellationToken));

    /// <summary>The schema of the sums of a collection.</summary>
    public SchemaDocument Sums() => new(
        [.. resource.Sums.Select(s => s.Name).Concat(resource.DefinedSums(reader.Access).Select(s => s.Name)).Select(name => resource.FindField(name)!).Select(f => new SchemaProperty(f.Name, f.SchemaType, f.Label, IsRequired: false, HasDefault: false, IsWritable: false))])
    {
        SelfHref = WorkPackageResource.Location.Value + "/schemas/sums",
    };

    private async Task<List<IHalDocument>> SchemasAsync(IReadOnlyList<(long ProjectId, long TypeId)> pairs, CancellationToken cancellationToken)
    {
        var schemas = new List<IHalDocument>();
        foreach (var pair in await PairsAsync(pairs, cancellationToken))
            schemas.Add(await SchemaAsync(pair, cancellationToken));
        return schemas;
    }

    private static (long ProjectId, long TypeId)? Parse(string identifier) =>
        identifier.Split('-') is [var project, var type]
            && long.TryParse(project, NumberStyles.None, CultureInfo.InvariantCulture, out var projectId)
            && long.TryParse(type, NumberStyles.None, CultureInfo.InvariantCulture, out var typeId)
            ? (projectId, typeId)
            : null;

    private async Task<IReadOnlyList<(long ProjectId, long TypeId, bool IsMilestone)>> PairsAsync(
        IReadOnlyList<(long ProjectId, long TypeId)> wanted, CancellationToken cancellationToken)
    {
        List<long> projects = [.. wanted.Select(w => w.ProjectId).Distinct()];
        var visible = reader.Access.ProjectsWith(Permission.ViewWorkPackages);
        var offered = await reader.Store.ListAsync(
            reader.Store.Rows<Project>().Where(p => projects.Contains(p.Id) && visible.Contains(p.Id)).SelectMany(p => p.Types)
                .Select(t => new { t.ProjectId, t.TypeId, t.Type.IsMilestone }),
            cancellationToken);
        var asked = wanted.ToHashSet();
        return [.. offered.Where(o => asked.Contains((o.ProjectId, o.TypeId))).Select(o => (o.ProjectId, o.TypeId, o.IsMilestone))];
    }

    private Task<SchemaDocument> SchemaAsync((long ProjectId, long TypeId, bool IsMilestone) pair, CancellationToken cancellationToken)
    {
        var blank = WorkPackage.Draft(reader.Access.Viewer.UserId, writer.Now);
        blank.MoveToProject(pair.ProjectId);
        blank.BecomeType(pair.TypeId);
        return writer.SchemaAsync(
            resource,
            blank,
            WorkPackageResource.SchemaHref(pair.ProjectId, pair.TypeId),
            cancellationToken,
            dto => dto.TypeIsMilestone = pair.IsMilestone);
    }
}
