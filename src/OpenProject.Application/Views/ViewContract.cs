using OpenProject.Application.Common;
using OpenProject.Application.Queries;
using OpenProject.Application.SavedQueries;
using OpenProject.Application.Writes;
using OpenProject.Domain.Roles;
using OpenProject.Domain.SavedQueries;
using OpenProject.Domain.Views;
using Catalogue = OpenProject.Domain.Roles.Permissions;

namespace OpenProject.Application.Views;

/// <summary>Who may make views: those who may see that kind of view and change the query.</summary>
public sealed class ViewContract : Contract<View, ViewDto>
{
    private readonly IReadStore store;
    private readonly SavedQueryResource queries;

    /// <summary>Declares the rules.</summary>
    public ViewContract(IReadStore store, SavedQueryResource queries)
    {
        (this.store, this.queries) = (store, queries);
        MustAsync("query", HasNoViewAsync, "Query has already been taken.");
    }

    /// <inheritdoc/>
    public override async Task AuthorizeAsync(Draft<View, ViewDto> draft, CancellationToken cancellationToken)
    {
        var (access, id) = (draft.Access, draft.Entity.QueryId);
        var query = await store.FirstOrDefaultAsync(
            queries.VisibleTo(store.Rows<SavedQuery>(), access).Where(q => q.Id == id).Select(q => new { q.ProjectId, q.Public, q.UserId }), cancellationToken);

        // A query that he cannot see is a wrong target, as long as he may make views anywhere.
        var projectId = query?.ProjectId;
        var storing = query is { Public: true } && query.UserId != access.Viewer.UserId ? Catalogue.ManagePublicQueries : Catalogue.SaveQueries;
        Allow(await access.HoldsAsync(projectId, storing));
        Allow(await access.HoldsAsync(projectId, Viewing(draft.Entity.Kind)));
    }

    private static Permission Viewing(ViewKind kind) => kind switch
    {
        ViewKind.TeamPlanner => Catalogue.ViewTeamPlanner,
        ViewKind.WorkPackagesCalendar => Catalogue.ViewCalendar,
        _ => Catalogue.ViewWorkPackages,
    };

    private async Task<bool> HasNoViewAsync(Draft<View, ViewDto> draft, CancellationToken cancellationToken)
    {
        var id = draft.Entity.QueryId;
        return !await store.AnyAsync(store.Rows<View>().Where(v => v.QueryId == id), cancellationToken);
    }
}
