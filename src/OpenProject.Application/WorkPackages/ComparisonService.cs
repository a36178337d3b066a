using OpenProject.Application.Common;
using OpenProject.Application.CustomFields;
using OpenProject.Application.Queries;
using OpenProject.Application.Queries.Filters;
using OpenProject.Application.Resources;
using OpenProject.Application.WorkSchedule;
using OpenProject.Domain.WorkPackages;
using Permission = OpenProject.Domain.Roles.Permissions;

namespace OpenProject.Application.WorkPackages;

/// <summary>
/// Compares work packages at several times. A state in a project where the viewer may not see work packages counts as none, and
/// what he may not see today he may not see as it was.
/// </summary>
public sealed class ComparisonService(
    ResourceReader reader,
    WorkPackageResource resource,
    IWorkPackageStates states,
    Projections projections,
    CustomFieldDirectory fields,
    CalendarService calendars,
    IMarkdown markdown,
    TimeProvider clock)
{
    /// <summary>Whether points in time ask for anything but the present.</summary>
    public static bool Compares(IReadOnlyList<string> timestamps) => timestamps.Any(t => PointInTime.Parse(t) is not { IsNow: true });

    /// <summary>A page of the work packages that fulfil the filters at any of the times.</summary>
    public async Task<Page<WorkPackageDto>> ListAsync(CollectionQuery query, CancellationToken cancellationToken)
    {
        var moments = await MomentsAsync(query.Timestamps, cancellationToken);
        var matching = moments.ConvertAll(moment => reader.Filtered(resource, query with { IsPast = !moment.IsNow }, WorkspaceScope.Within(RowsAt(moment), query, reader.Store)));
        var any = matching.Select(rows => rows.Select(w => w.Id)).Select(IsIn).Aggregate(Lambdas.Or);
        var page = await reader.ListAsync(resource, query with { Filters = [], IsPast = !moments[^1].IsNow }, RowsAt(moments[^1]).Where(any), cancellationToken);
        List<long> ids = [.. page.Items.Select(w => w.Id)];
        var found = new List<(IReadOnlyDictionary<long, WorkPackageDto> Rows, HashSet<long> Matching)>();
        foreach (var (moment, rows) in moments.Zip(matching))
            found.Add((await ReadAsync(moment, page.Items, cancellationToken), [.. await reader.Store.ListAsync(rows.Where(w => ids.Contains(w.Id)).Select(w => w.Id), cancellationToken)]));
        StateComparison<WorkPackageDto> Of(long id) =>
            new([.. moments.Zip(found, (moment, at) => new PastState<WorkPackageDto>(moment.Text, moment.At, at.Matching.Contains(id), at.Rows.GetValueOrDefault(id)))]);
        var comparisons = ids.ToDictionary(id => id, Of);
        return page with
        {
            Query = query,
            Items = [.. ids.Select(id => comparisons[id].Last.Row).OfType<WorkPackageDto>()],
            Comparisons = comparisons,
        };
    }

    /// <summary>One work package; leaves as not found when it is not visible, or did not exist at the last of the times.</summary>
    public async Task<Document<WorkPackageDto>> FindAsync(long id, IReadOnlyList<string> timestamps, CancellationToken cancellationToken)
    {
        var moments = await MomentsAsync(timestamps, cancellationToken);
        var current = await reader.RowAsync(resource, id, cancellationToken);
        var found = new List<PastState<WorkPackageDto>>();
        foreach (var moment in moments)
        {
            var row = (await ReadAsync(moment, [current], cancellationToken)).GetValueOrDefault(id);
            found.Add(new PastState<WorkPackageDto>(moment.Text, moment.At, row is not null, row));
        }

        var last = found[^1].Row ?? throw new ProblemException(new Problem.NotFound(resource.NotFoundMessage));
        return new Document<WorkPackageDto>(last, reader.Access, await reader.EmbedAsync(resource, [last], cancellationToken)) { Comparison = new(found) };
    }

    private static System.Linq.Expressions.Expression<Func<WorkPackage, bool>> IsIn(IQueryable<long> ids) => w => ids.Contains(w.Id);

    private async Task<List<Moment>> MomentsAsync(IReadOnlyList<string> timestamps, CancellationToken cancellationToken)
    {
        var (now, calendar) = (clock.GetUtcNow().UtcDateTime, await calendars.GetAsync(cancellationToken));
        var moments = timestamps.Select(text => PointInTime.Parse(text) is { } point
            ? new Moment(text, point.IsNow ? now : point.At(now, calendar), point.IsNow)
            : throw Invalid("Timestamps contain invalid values.")).ToList();
        return moments.Zip(moments.Skip(1)).All(pair => pair.First.At <= pair.Second.At) ? moments : throw Invalid("Timestamps must be in ascending order.");
    }

    private static ProblemException Invalid(string message) => new(new Problem.InvalidQuery(message));

    private IQueryable<WorkPackage> RowsAt(Moment moment)
    {
        var visible = reader.Visible(resource);
        if (moment.IsNow)
            return visible;
        var ids = visible.Select(w => w.Id);
        return resource.VisibleTo(states.At(moment.At), reader.Access).Where(w => ids.Contains(w.Id));
    }

    // The rows of a page at a time, as far as they existed; those of the present are there already.
    private async Task<IReadOnlyDictionary<long, WorkPackageDto>> ReadAsync(Moment moment, IReadOnlyList<WorkPackageDto> current, CancellationToken cancellationToken)
    {
        if (moment.IsNow)
            return current.ToDictionary(w => w.Id);
        List<long> ids = [.. current.Select(w => w.Id)];
        var then = RowsAt(moment).Where(w => ids.Contains(w.Id));
        var past = await reader.Store.ListAsync(then.Select(projections.Of<WorkPackage, WorkPackageDto>()), cancellationToken);

        // The values of fields are those of then, and nobody asks for today's.
        await reader.PrepareAsync(resource, past, cancellationToken, enricher => enricher is not WorkPackageCustomValues);
        await new WorkPackageCustomValues(fields, reader.Store).FillPastAsync(past, then, reader.Access, cancellationToken);
        List<long> parents = [.. past.Select(w => w.ParentId).OfType<long>().Distinct()];
        var seen = parents.Count == 0 ? [] : await reader.Store.ListAsync(reader.Visible(resource).Where(w => parents.Contains(w.Id)).Select(w => w.Id), cancellationToken);
        var now = current.ToDictionary(w => w.Id);
        foreach (var row in past)
            Complete(row, now[row.Id], seen);
        return past.ToDictionary(w => w.Id);
    }

    // Journals keep no HTML, and what they name may be gone since.
    private void Complete(WorkPackageDto row, WorkPackageDto now, List<long> visibleParents)
    {
        row.DescriptionHtml = row.Description == now.Description ? now.DescriptionHtml : markdown.ToHtml(row.Description);
        row.ParentIsHidden = row.ParentId is { } parentId && !visibleParents.Contains(parentId);
        if (row.CategoryName is null)
            row.CategoryId = null;
        if (row.VersionName is null)
            row.VersionId = null;
        if (row.SprintName is null)
            row.SprintId = null;
        if (row.BudgetSubject is null)
            row.BudgetId = null;
        if (row.AssigneeName is null)
            row.AssigneeId = null;
        if (row.ResponsibleName is null)
            row.ResponsibleId = null;
    }

    private sealed record Moment(string Text, DateTime At, bool IsNow);
}
