using OpenProject.Domain.Common;

namespace OpenProject.Domain.SavedQueries;

/// <content>What can be done with a query. That filters, columns and the like exist is checked by its contract.</content>
public sealed partial class SavedQuery
{
    /// <summary>The timestamp of the present.</summary>
    public const string CurrentTime = "PT0S";

    /// <summary>Most work packages that have a place in an order given by hand.</summary>
    public const int MostPositions = 5_000;

    /// <summary>A private query over all projects that still needs a name.</summary>
    public static SavedQuery Draft(long userId, DateTime now) => new() { UserId = userId, CreatedAt = now, UpdatedAt = now };

    /// <summary>A private query.</summary>
    /// <exception cref="BrokenRule">Blank or too long name.</exception>
    public static SavedQuery Create(long userId, long? projectId, string name, DateTime now)
    {
        var query = Draft(userId, now);
        query.Rename(name);
        query.LookAt(projectId);
        return query;
    }

    /// <summary>The like of it over another project.</summary>
    /// <param name="projectId">The project.</param>
    /// <param name="userId">Whose it is.</param>
    /// <param name="now">When, UTC.</param>
    /// <param name="filters">Its conditions there.</param>
    public SavedQuery CopyTo(long projectId, long userId, DateTime now, IReadOnlyList<QueryFilter> filters) => new()
    {
        Name = Name,
        UserId = userId,
        ProjectId = projectId,
        Public = Public,
        Starred = Starred,
        IncludeSubprojects = IncludeSubprojects,
        Sums = Sums,
        TimelineVisible = TimelineVisible,
        TimelineZoomLevel = TimelineZoomLevel,
        TimelineLabels = TimelineLabels,
        ShowHierarchies = ShowHierarchies,
        DisplayRepresentation = DisplayRepresentation,
        HighlightingMode = HighlightingMode,
        HighlightedAttributes = HighlightedAttributes,
        Timestamps = Timestamps,
        Columns = Columns,
        SortBy = SortBy,
        GroupBy = GroupBy,
        Filters = filters,
        CreatedAt = now,
        UpdatedAt = now,
    };

    /// <summary>Gives it another name.</summary>
    /// <exception cref="BrokenRule">Blank or too long.</exception>
    public void Rename(string? name) => Name = TextRule.Required(name, "name", "Name", NameLimit);

    /// <summary>Shows the work packages of one project, or of all.</summary>
    public void LookAt(long? projectId) => ProjectId = projectId;

    /// <summary>Shows it to others, or to its owner only.</summary>
    public void Publish(bool isPublic) => Public = isPublic;

    /// <summary>Puts it first, or no longer.</summary>
    public void Star(bool isStarred) => Starred = isStarred;

    /// <summary>Takes the work packages of projects below in, or leaves them out.</summary>
    public void GoBelow(bool includeSubprojects) => IncludeSubprojects = includeSubprojects;

    /// <summary>Shows sums, or none.</summary>
    public void ShowSums(bool sums) => Sums = sums;

    /// <summary>Shows the timeline, or not.</summary>
    public void ShowTimeline(bool isVisible) => TimelineVisible = isVisible;

    /// <summary>Chooses the step of the timeline.</summary>
    public void ZoomTo(TimelineZoomLevel level) => TimelineZoomLevel = level;

    /// <summary>Labels the bars of the timeline.</summary>
    public void LabelTimeline(IReadOnlyDictionary<string, string?> labels) => TimelineLabels = labels;

    /// <summary>Shows children below their parents, or all in one row.</summary>
    public void ShowAsTree(bool showHierarchies) => ShowHierarchies = showHierarchies;

    /// <summary>Says how results are shown; null leaves it to the client.</summary>
    public void ShowAs(DisplayRepresentation? representation) => DisplayRepresentation = representation;

    /// <summary>Says what is coloured.</summary>
    public void Highlight(HighlightingMode mode) => HighlightingMode = mode;

    /// <summary>Says which attributes are coloured inline.</summary>
    public void HighlightAttributes(IReadOnlyList<string> attributes) => HighlightedAttributes = attributes;

    /// <summary>Compares points in time; none stands for the present.</summary>
    public void CompareAt(IReadOnlyList<string> timestamps) => Timestamps = timestamps.Count > 0 ? timestamps : [CurrentTime];

    /// <summary>Shows these attributes.</summary>
    public void ShowColumns(IReadOnlyList<string> columns) => Columns = columns;

    /// <summary>Orders the results.</summary>
    public void OrderBy(IReadOnlyList<QuerySort> order) => SortBy = order;

    /// <summary>Groups the results by an attribute, or not at all.</summary>
    public void GroupTogether(string? attribute) => GroupBy = attribute;

    /// <summary>Shows only what fulfils all of these conditions.</summary>
    public void FilterBy(IReadOnlyList<QueryFilter> filters) => Filters = filters;

    /// <summary>Gives work packages their place in the order by hand; a place below zero takes it away.</summary>
    /// <exception cref="BrokenRule">More work packages than can have a place.</exception>
    public void Reorder(IReadOnlyDictionary<long, int> places)
    {
        foreach (var (workPackageId, place) in places)
        {
            var known = positions.Find(p => p.WorkPackageId == workPackageId);
            if (known is not null && place < 0)
                positions.Remove(known);
            else if (known is not null)
                known.MoveTo(place);
            else if (place >= 0)
                positions.Add(new QueryPosition(workPackageId, place));
        }

        if (positions.Count > MostPositions)
            throw new BrokenRule("orderedWorkPackages", $"Ordered work packages are too many (maximum is {MostPositions}).");
    }

    /// <inheritdoc/>
    public void Touch(DateTime now) => UpdatedAt = now;
}
