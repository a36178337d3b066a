using System.Globalization;
using OpenProject.Application.Common;
using OpenProject.Application.Principals;
using OpenProject.Application.Projects;
using OpenProject.Application.Queries;
using OpenProject.Application.Resources;
using OpenProject.Domain.Actions;
using OpenProject.Domain.Principals;
using OpenProject.Domain.Projects;

namespace OpenProject.Application.Capabilities;

/// <summary>Reads capabilities.</summary>
public sealed class CapabilityService(ResourceReader reader, CapabilityResource resource)
{
    private static readonly Reference Nowhere = Reference.At(CapabilityResource.GlobalContext, "Global");

    /// <summary>
    /// The capabilities that the viewer may see: of administrators all, of others their own and those of members where they may
    /// see these. Who asks for nobody and nowhere is told his own; all of everybody would be more than anybody can want.
    /// </summary>
    public async Task<Page<CapabilityDto>> ListAsync(CollectionQuery query, CancellationToken cancellationToken)
    {
        var isBound = query.Filters?.Any(clause => clause.Operator == "=" && resource.FindFilter(clause.Name)?.Name is "principal" or "context") == true;
        var sets = new CapabilitySets(reader.Access, ownOnly: !isBound);
        IReadOnlyList<IQueryable<CapabilityRow>> near = await CapabilityWindow.EndAsync(resource, reader.Access, query, cancellationToken) is { } end
            ? [.. sets.All.Select(set => set.Where(c => c.ProjectId == null || c.ProjectId <= end))]
            : sets.All;
        var (rows, total) = await reader.RowsAsync(resource, query, near, sets.All, cancellationToken);
        return new Page<CapabilityDto>(await NamedAsync(rows, cancellationToken), total, query, reader.Access);
    }

    /// <summary>One capability; leaves as not found when nobody has it or the viewer may not see it.</summary>
    /// <param name="code">Its key: the action, the context and the principal.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Document<CapabilityDto>> FindAsync(string code, CancellationToken cancellationToken)
    {
        var wanted = Parse(Uri.UnescapeDataString(code)) ?? throw new ProblemException(new Problem.NotFound());
        foreach (var set in new CapabilitySets(reader.Access, ownOnly: false).All)
        {
            var found = await reader.Store.ListAsync(
                set.Where(c => c.PrincipalId == wanted.PrincipalId && c.ProjectId == wanted.ProjectId && c.Action == wanted.Action), cancellationToken);
            if (await NamedAsync(found, cancellationToken) is [var capability, ..])
                return new Document<CapabilityDto>(capability, reader.Access);
        }

        throw new ProblemException(new Problem.NotFound());
    }

    private static CapabilityRow? Parse(string code)
    {
        var slash = code.LastIndexOf('/');
        var dash = code.LastIndexOf('-');
        if (slash < 0 || dash < slash || !KnownActions.Positions.TryGetValue(code[..slash], out var action))
            return null;
        return CapabilityContextFilter.Parse(code[(slash + 1)..dash]) is { } projectId
            && long.TryParse(code[(dash + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var principalId)
                ? new CapabilityRow { PrincipalId = principalId, ProjectId = projectId == CapabilityContextFilter.Nowhere ? null : projectId, Action = action }
                : null;
    }

    private async Task<IReadOnlyList<CapabilityDto>> NamedAsync(IReadOnlyList<CapabilityRow> rows, CancellationToken cancellationToken)
    {
        await reader.Access.GlobalAsync();
        if (rows.Count == 0)
            return [];
        List<long> principalIds = [.. rows.Select(r => r.PrincipalId).Distinct()], projectIds = [.. rows.Select(r => r.ProjectId).OfType<long>().Distinct()];
        var principals = (await reader.Store.ListAsync(
            reader.Store.Rows<Principal>().Where(p => principalIds.Contains(p.Id)).Select(p => new { p.Id, p.Name, p.Kind }), cancellationToken)).ToDictionary(p => p.Id);
        var projects = (await reader.Store.ListAsync(
            reader.Store.Rows<Project>().Where(p => projectIds.Contains(p.Id)).Select(p => new { p.Id, p.Name, p.Kind }), cancellationToken)).ToDictionary(p => p.Id);

        // Somebody may be gone, or a project, since the rows were read.
        return
        [
            .. from row in rows
               let principal = principals.GetValueOrDefault(row.PrincipalId)
               let project = projects.GetValueOrDefault(row.ProjectId ?? CapabilityContextFilter.Nowhere)
               where principal is not null && (project is not null || row.ProjectId is null)
               select new CapabilityDto(
                   row,
                   project is null ? Nowhere : WorkspacePaths.Link(project.Id, project.Name, project.Kind)!.Value,
                   PrincipalPaths.Link(principal.Id, principal.Name, principal.Kind)!.Value),
        ];
    }
}
