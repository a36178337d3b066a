using System.Linq.Expressions;
using OpenProject.Application.Principals;
using OpenProject.Application.Queries.Filters;
using OpenProject.Application.Relations;
using OpenProject.Domain.Relations;
using OpenProject.Domain.WorkPackages;
using Permission = OpenProject.Domain.Roles.Permissions;

namespace OpenProject.Application.WorkPackages;

/// <summary>What a work package has to do with others, and who watches it.</summary>
public sealed partial class WorkPackageResource
{
    private static readonly string UserPath = PrincipalPaths.Users.Value;

    private void DeclareRelationLinks()
    {
        EmbedList("relations", RelationResource.Location);
        Related("relations", Location.Value + "/{id}/relations");
        Related("availableRelationCandidates", Location.Value + "/{id}/available_relation_candidates");
        Action("addRelation", "post", Location.Value + "/{id}/relations").Needs(Permission.ManageWorkPackageRelations);
        Related("watchers", Location.Value + "/{id}/watchers").Needs(Permission.ViewWorkPackageWatchers);
        Related("availableWatchers", Location.Value + "/{id}/available_watchers").Needs(Permission.AddWorkPackageWatchers);
        Action("addWatcher", "post", Location.Value + "/{id}/watchers").Sending("user", UserPath + "/{{user_id}}").Templated()
            .Needs(Permission.AddWorkPackageWatchers);
        Action("removeWatcher", "delete", Location.Value + "/{id}/watchers/{{user_id}}").Templated().Needs(Permission.DeleteWorkPackageWatchers);
        Action("watch", "post", Location.Value + "/{id}/watchers").Sending("user", UserPath + "/{viewer}", ("viewer", w => w.ViewerId.ToString()))
            .When((w, access) => !access.Viewer.IsAnonymous && !w.IsWatched);
        Action("unwatch", "delete", Location.Value + "/{id}/watchers/{viewer}", ("viewer", w => w.ViewerId.ToString()))
            .When((w, access) => !access.Viewer.IsAnonymous && w.IsWatched);
    }

    private void DeclareRelationFilters()
    {
        RelatedBy("follows", RelationType.Follows);
        RelatedFrom("precedes", RelationType.Follows);
        RelatedBy("duplicates", RelationType.Duplicates);
        RelatedFrom("duplicated", RelationType.Duplicates);
        RelatedBy("blocks", RelationType.Blocks);
        RelatedFrom("blocked", RelationType.Blocks);
        RelatedBy("includes", RelationType.Includes);
        RelatedFrom("partof", RelationType.Includes);
        RelatedBy("requires", RelationType.Requires);
        RelatedFrom("required", RelationType.Requires);
        Filter(new RelationFilter<WorkPackage>(
            "relates",
            (ids, context) =>
            {
                var (firsts, seconds, all) = (Seconds(context, RelationType.Relates), Firsts(context, RelationType.Relates), Of(context, RelationType.Relates));
                return Among(
                    w => firsts.Any(r => r.FromId == w.Id && ids.Contains(r.ToId)) || seconds.Any(r => r.ToId == w.Id && ids.Contains(r.FromId)),
                    all.Where(r => ids.Contains(r.ToId)).Select(r => r.FromId).Concat(all.Where(r => ids.Contains(r.FromId)).Select(r => r.ToId)),
                    context);
            },
            context =>
            {
                var (firsts, seconds, all) = (Seconds(context, RelationType.Relates), Firsts(context, RelationType.Relates), Of(context, RelationType.Relates));
                return Among(w => firsts.Any(r => r.FromId == w.Id) || seconds.Any(r => r.ToId == w.Id), all.Select(r => r.FromId).Concat(all.Select(r => r.ToId)), context);
            })).Naming(WorkPackageFilterTargets.WorkPackage);
        Filter(new RelationFilter<WorkPackage>("watcher", WatchedBy, WatchedByAny, acceptsMe: true)).Naming(WorkPackageFilterTargets.User);
    }

    // The rows are the first ends of relations to the given ones.
    private void RelatedBy(string name, RelationType type) => Filter(new RelationFilter<WorkPackage>(
        name,
        (ids, context) =>
        {
            var relations = Seconds(context, type);
            return Among(w => relations.Any(r => r.FromId == w.Id && ids.Contains(r.ToId)), Of(context, type).Where(r => ids.Contains(r.ToId)).Select(r => r.FromId), context);
        },
        context =>
        {
            var relations = Seconds(context, type);
            return Among(w => relations.Any(r => r.FromId == w.Id), Of(context, type).Select(r => r.FromId), context);
        })).Naming(WorkPackageFilterTargets.WorkPackage);

    // The rows are the second ends of relations of the given ones.
    private void RelatedFrom(string name, RelationType type) => Filter(new RelationFilter<WorkPackage>(
        name,
        (ids, context) =>
        {
            var relations = Firsts(context, type);
            return Among(w => relations.Any(r => r.ToId == w.Id && ids.Contains(r.FromId)), Of(context, type).Where(r => ids.Contains(r.FromId)).Select(r => r.ToId), context);
        },
        context =>
        {
            var relations = Firsts(context, type);
            return Among(w => relations.Any(r => r.ToId == w.Id), Of(context, type).Select(r => r.ToId), context);
        })).Naming(WorkPackageFilterTargets.WorkPackage);

    private static IQueryable<Relation> Of(FilterContext context, RelationType type) => context.Access.Store.Rows<Relation>().Where(r => r.Type == type);

    // What has few relations is named by them.
    private static Expression<Func<WorkPackage, bool>> Among(Expression<Func<WorkPackage, bool>> condition, IQueryable<long> named, FilterContext context) =>
        condition.Among(w => w.Id, named, context);

    // A relation to what the viewer cannot see is none to him: filters tell nothing about it.
    private static IQueryable<Relation> Seconds(FilterContext context, RelationType type) => Of(context, type)
        .Where(context.Access.Within<Relation>(r => r.To.ProjectId, Permission.ViewWorkPackages));

    private static IQueryable<Relation> Firsts(FilterContext context, RelationType type) => Of(context, type)
        .Where(context.Access.Within<Relation>(r => r.From.ProjectId, Permission.ViewWorkPackages));

    // Others' marks count where the viewer may see who watches.
    private static Expression<Func<WorkPackage, bool>> WatchedBy(List<long> users, FilterContext context)
    {
        var (watchers, me) = (context.Access.Store.Rows<Watcher>(), context.Access.Viewer.UserId);
        var told = context.Access.ProjectsWith(Permission.ViewWorkPackageWatchers);
        return Among(
            w => watchers.Any(x => x.WorkPackageId == w.Id && users.Contains(x.UserId) && (x.UserId == me || told.Contains(w.ProjectId))),
            watchers.Where(x => users.Contains(x.UserId)).Select(x => x.WorkPackageId),
            context);
    }

    private static Expression<Func<WorkPackage, bool>> WatchedByAny(FilterContext context)
    {
        var (watchers, me) = (context.Access.Store.Rows<Watcher>(), context.Access.Viewer.UserId);
        var told = context.Access.ProjectsWith(Permission.ViewWorkPackageWatchers);
        return Among(
            w => watchers.Any(x => x.WorkPackageId == w.Id && (x.UserId == me || told.Contains(w.ProjectId))), watchers.Select(x => x.WorkPackageId), context);
    }
}
