using OpenProject.Application.Common;
using OpenProject.Application.Queries.Filters;
using OpenProject.Application.Queries;
using OpenProject.Application.WorkPackages;
using OpenProject.Application.Writes;
using OpenProject.Domain.Roles;
using OpenProject.Domain.SavedQueries;
using OpenProject.Domain.WorkPackages;
using Catalogue = OpenProject.Domain.Roles.Permissions;

namespace OpenProject.Application.SavedQueries;

/// <summary>Who may store queries, what a new one begins with, and which ask for what cannot be.</summary>
public sealed class SavedQueryContract(WorkPackageResource workPackages, QueryFilterService filters) : Contract<SavedQuery, SavedQueryDto>
{
    private const int MostTimestamps = 10;

    private static readonly Permission[] OfQueries = [Catalogue.SaveQueries, Catalogue.ManagePublicQueries];

    /// <summary>Whether drafts are only looked at: forms are for everybody who sees the query.</summary>
    public bool IsPreview { get; set; }

    /// <inheritdoc/>
    public override async Task AuthorizeAsync(Draft<SavedQuery, SavedQueryDto> draft, CancellationToken cancellationToken)
    {
        // Over all projects one may what one may in any.
        if (draft.Entity.ProjectId is null)
        {
            foreach (var permission in OfQueries)
            {
                if (await draft.Access.AnywhereAsync(permission))
                    draft.Permissions = draft.Permissions.Union(PermissionSet.Of([permission]));
            }
        }

        if (!draft.IsNew)
            Allow(draft.Original.MayChange || IsPreview);
        else if (draft.Entity.ProjectId is { } projectId)
            await AllowInAsync(draft, projectId, Catalogue.SaveQueries, cancellationToken);
        else
            Allow(draft.Permissions.Contains(Catalogue.SaveQueries));
    }

    /// <inheritdoc/>
    public override async Task DeriveAsync(Draft<SavedQuery, SavedQueryDto> draft, CancellationToken cancellationToken)
    {
        SavedQueryDefaults.Complete(draft.Entity, workPackages, takesFilters: draft.IsNew && !draft.Sent("filters"));
        await workPackages.PrepareToTellAsync(draft.Access);
        CheckFilters(draft);
        await CheckMoveAsync(draft);
        CheckTimestamps(draft);
        var settings = SavedQuerySettings.Of(draft.Entity);
        var instances = await filters.InstancesAsync([settings.Filters], cancellationToken);
        draft.AfterMapping = dto =>
        {
            dto.Take(settings);
            dto.Filters = instances[0];
            dto.LeaveOut(name => workPackages.Tells(name, draft.Access));
        };
    }

    // What the old project's readers saw shall not be put before those of another one without leave.
    private static async Task CheckMoveAsync(Draft<SavedQuery, SavedQueryDto> draft)
    {
        var query = draft.Entity;
        if (!draft.IsNew && query.Public && query.ProjectId != draft.Original.ProjectId
            && !await draft.Access.HoldsAsync(query.ProjectId, Catalogue.ManagePublicQueries))
        {
            draft.Refuse("project", "Project does not let you store public queries.");
        }
    }

    private void CheckFilters(Draft<SavedQuery, SavedQueryDto> draft)
    {
        if (draft.Changes.Find("filters") is not PropertyChange<SavedQuery, SavedQueryDto, FilterInstances> { Value: { } sent })
            return;
        var context = new FilterContext(draft.Access, draft.Now) { WorkspaceId = draft.Entity.ProjectId, QueryId = draft.Entity.Id };
        foreach (var condition in sent.Items)
        {
            if (FaultOf(condition, context) is { } fault)
                draft.Refuse("filters", fault);
        }
    }

    private string? FaultOf(FilterInstance condition, FilterContext context)
    {
        if (workPackages.FindFilter(condition.Name) is not { } filter || !QueryFilterService.IsOffered(filter, context.WorkspaceId)
            || !workPackages.Tells(filter.Name, context.Access))
            return $"Filters {workPackages.LabelOf(condition.Name)} filter does not exist.";
        if (condition.Hrefs.Count > 0 && (filter.Target is not { } target || condition.Hrefs.Any(href => target.ValueOf(href) is null)))
            return $"Filters {filter.Label} filter has invalid values.";
        try
        {
            filter.Condition(new FilterClause(condition.Name, condition.Operator, condition.Values), context);
            return null;
        }
        catch (ProblemException exception) when (exception.Problem is Problem.InvalidQuery invalid)
        {
            return invalid.Message;
        }
    }

    private static void CheckTimestamps(Draft<SavedQuery, SavedQueryDto> draft)
    {
        var timestamps = draft.Entity.Timestamps;
        if (draft.Sent("timestamps") && (timestamps.Count > MostTimestamps || timestamps.Any(t => PointInTime.Parse(t) is null)))
            draft.Refuse("timestamps", "Timestamps contain invalid values.");
    }
}
