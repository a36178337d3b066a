using OpenProject.Application.Common;
using OpenProject.Application.Writes;
using OpenProject.Domain.Relations;
using OpenProject.Domain.WorkPackages;
using Permission = OpenProject.Domain.Roles.Permissions;

namespace OpenProject.Application.Relations;

/// <summary>Who may relate work packages, and which relations would contradict what there is.</summary>
public sealed class RelationContract : Contract<Relation, RelationDto>
{
    private readonly IReadStore store;
    private readonly DependencyService dependencies;

    /// <summary>Declares the rules.</summary>
    public RelationContract(IReadStore store, DependencyService dependencies)
    {
        (this.store, this.dependencies) = (store, dependencies);
        MustAsync("base", IsNoCircleAsync, "The relation creates a circular dependency between the work packages.");
    }

    /// <inheritdoc/>
    public override async Task AuthorizeAsync(Draft<Relation, RelationDto> draft, CancellationToken cancellationToken)
    {
        var project = draft.Original.FromProjectId;
        if (draft.IsNew)
        {
            var one = draft.Original.FromId;
            project = await store.FirstOrDefaultAsync(store.Rows<WorkPackage>().Where(w => w.Id == one).Select(w => w.ProjectId), cancellationToken);
        }

        Allow((await draft.Access.InProjectAsync(project)).Contains(Permission.ManageWorkPackageRelations));
    }

    /// <summary>Leaves as a conflict when another relation, of whichever type, has the same two ends.</summary>
    public async Task RefuseDuplicateAsync(Draft<Relation, RelationDto> draft, CancellationToken cancellationToken)
    {
        var (id, from, to) = (draft.Entity.Id, draft.Entity.FromId, draft.Entity.ToId);
        var others = store.Rows<Relation>().Where(r => r.Id != id && ((r.FromId == from && r.ToId == to) || (r.FromId == to && r.ToId == from)));
        if (await store.AnyAsync(others, cancellationToken))
            throw new ProblemException(new Problem.Conflict());
    }

    private async Task<bool> IsNoCircleAsync(Draft<Relation, RelationDto> draft, CancellationToken cancellationToken)
    {
        var relation = draft.Entity;
        // What is refused for its ends or its type already makes no circle.
        if (draft.Errors.Count > 0 || relation.FromId == 0 || relation.ToId == 0 || (!draft.IsNew && !draft.Changed("type")))
            return true;
        return !await dependencies.ClosesCircleAsync(relation, cancellationToken);
    }
}
