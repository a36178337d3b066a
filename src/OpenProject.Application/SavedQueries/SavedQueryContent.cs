using System.Linq.Expressions;
using OpenProject.Application.Common;
using OpenProject.Application.Permissions;
using OpenProject.Application.Resources;
using OpenProject.Application.WorkPackages;
using OpenProject.Domain.Roles;
using OpenProject.Domain.SavedQueries;
using Catalogue = OpenProject.Domain.Roles.Permissions;

namespace OpenProject.Application.SavedQueries;

/// <summary>Fills in what of queries is no single value, and what the viewer may do with them.</summary>
public sealed class SavedQueryContent(IReadStore store, QueryFilterService filters, WorkPackageResource workPackages) : IEnricher<SavedQueryDto>
{
    private static readonly Expression<Func<IReadStore, List<long>, IQueryable<SavedQuerySettings>>> Settings = (store, ids) =>
        store.Rows<SavedQuery>().Where(q => ids.Contains(q.Id)).Select(q => new SavedQuerySettings
        {
            Id = q.Id,
            TimelineLabels = q.TimelineLabels,
            HighlightedAttributes = q.HighlightedAttributes,
            Timestamps = q.Timestamps,
            Columns = q.Columns,
            SortBy = q.SortBy,
            Filters = q.Filters,
        });

    /// <inheritdoc/>
    public async Task FillAsync(IReadOnlyList<SavedQueryDto> rows, Access access, CancellationToken cancellationToken)
    {
        var settings = (await store.ListByIdsAsync(Settings, [.. rows.Select(r => r.Id)], cancellationToken)).ToDictionary(s => s.Id);
        foreach (var row in rows)
        {
            if (settings.TryGetValue(row.Id, out var found))
                row.Take(found);
            await AllowAsync(row, access);
        }

        var instances = await filters.InstancesAsync([.. rows.Select(r => r.Conditions)], cancellationToken);
        await workPackages.PrepareToTellAsync(access);
        foreach (var (row, conditions) in rows.Zip(instances))
        {
            row.Filters = conditions;
            row.LeaveOut(name => workPackages.Tells(name, access));
        }
    }

    /// <summary>Says of a query what the viewer may do with it: of his own, and of public ones where he manages these.</summary>
    public static async Task AllowAsync(SavedQueryDto row, Access access)
    {
        var isOwn = row.UserId == access.Viewer.UserId && !access.Viewer.IsAnonymous;
        var manages = row.Public && await access.HoldsAsync(row.ProjectId, Catalogue.ManagePublicQueries);
        row.MayManage = isOwn || manages;
        row.MayChange = manages || (isOwn && await access.HoldsAsync(row.ProjectId, Catalogue.SaveQueries));
    }
}
