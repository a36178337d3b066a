using OpenProject.Application.Common;
using OpenProject.Application.Queries;
using OpenProject.Application.Resources;
using OpenProject.Application.WorkPackages;
using OpenProject.Domain.Relations;
using OpenProject.Domain.WorkPackages;

namespace OpenProject.Application.Relations;

/// <summary>Lists the work packages that another one could be related to.</summary>
public sealed class RelationCandidateService(ResourceReader reader, WorkPackageResource workPackages, DependencyService dependencies)
{
    /// <summary>The candidates for one relation of a visible work package.</summary>
    /// <param name="workPackageId">The work package.</param>
    /// <param name="type">The direction's name, or <c>parent</c> or <c>child</c>; null for <c>relates</c>.</param>
    /// <param name="text">What the id or the subject must match; null for no such condition.</param>
    /// <param name="query">Further conditions, order and page.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Page<WorkPackageDto>> ListAsync(
        long workPackageId, string? type, string? text, CollectionQuery query, CancellationToken cancellationToken)
    {
        var row = await reader.RowAsync(workPackages, workPackageId, cancellationToken);
        IReadOnlyList<FilterClause> filters = query.Filters ?? [];
        if (!string.IsNullOrWhiteSpace(text))
            filters = [.. filters, new FilterClause("subjectOrId", "**", [text])];
        var candidates = await CandidatesAsync(row, type ?? "relates", cancellationToken);
        return await reader.ListAsync(workPackages, query with { Filters = filters }, candidates, cancellationToken);
    }

    private async Task<IQueryable<WorkPackage>> CandidatesAsync(WorkPackageDto row, string type, CancellationToken cancellationToken)
    {
        var (id, visible) = (row.Id, reader.Visible(workPackages));
        var pairs = reader.Store.Rows<WorkPackageHierarchy>();
        switch (type)
        {
            case "parent":
                var below = pairs.Where(h => h.AncestorId == id).Select(h => h.DescendantId);
                return visible.Where(w => !w.Type.IsMilestone && !below.Contains(w.Id));
            case "child" or "children":
                var above = pairs.Where(h => h.DescendantId == id).Select(h => h.AncestorId);
                return visible.Where(w => !row.TypeIsMilestone && w.ParentId != id && !above.Contains(w.Id));
        }

        var (wanted, isReversed) = RelationTerms.Parse(type) ?? throw new ProblemException(new Problem.BadRequest("The type of the relation is unknown."));
        var circular = isReversed
            ? await dependencies.DependenciesAsync(id, wanted, cancellationToken)
            : await dependencies.DependentsAsync(id, wanted, cancellationToken);
        var relations = reader.Store.Rows<Relation>();
        return visible.Where(w => !circular.Contains(w.Id)
            && !relations.Any(r => (r.FromId == id && r.ToId == w.Id) || (r.ToId == id && r.FromId == w.Id)));
    }
}
