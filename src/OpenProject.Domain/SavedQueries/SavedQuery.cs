using OpenProject.Domain.Common;
using OpenProject.Domain.Principals;
using OpenProject.Domain.Projects;
using OpenProject.Domain.Views;

namespace OpenProject.Domain.SavedQueries;

/// <summary>
/// How somebody wants to look at work packages: which, in which order, grouped how, and what of them. What may be done with it
/// lies in the other part of the class.
/// </summary>
public sealed partial class SavedQuery : AggregateRoot, ITimestamped, IContent
{
    /// <summary>Longest name.</summary>
    public const int NameLimit = 255;

    /// <summary>Longest name of an attribute to group by.</summary>
    public const int GroupByLimit = 100;

    private readonly List<QueryPosition> positions = [];

    private SavedQuery()
    {
    }

    /// <summary>What it is called.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Whose it is.</summary>
    public long UserId { get; private set; }

    /// <summary>Whose it is; for queries only.</summary>
    public Principal User { get; private set; } = null!;

    /// <summary>The project whose work packages it shows; null for those of all.</summary>
    public long? ProjectId { get; private set; }

    /// <summary>The project; for queries only.</summary>
    public Project? Project { get; private set; }

    /// <summary>How it is shown in a list of views; for queries only, null where it is hidden.</summary>
    public View? View { get; private set; }

    /// <summary>Whether others than its owner see it.</summary>
    public bool Public { get; private set; }

    /// <summary>Whether clients put it first.</summary>
    public bool Starred { get; private set; }

    /// <summary>Whether work packages of projects below are among the results.</summary>
    public bool IncludeSubprojects { get; private set; } = true;

    /// <summary>Whether sums are shown.</summary>
    public bool Sums { get; private set; }

    /// <summary>Whether the timeline is shown.</summary>
    public bool TimelineVisible { get; private set; }

    /// <summary>How much time a step of the timeline is.</summary>
    public TimelineZoomLevel TimelineZoomLevel { get; private set; } = TimelineZoomLevel.Auto;

    /// <summary>The attribute that each place of the timeline's bars is labelled with; empty for the usual ones.</summary>
    public IReadOnlyDictionary<string, string?> TimelineLabels { get; private set; } = new Dictionary<string, string?>();

    /// <summary>Whether children are shown below their parents.</summary>
    public bool ShowHierarchies { get; private set; } = true;

    /// <summary>How a client shows the results; null where it has the choice.</summary>
    public DisplayRepresentation? DisplayRepresentation { get; private set; }

    /// <summary>What a table colours.</summary>
    public HighlightingMode HighlightingMode { get; private set; } = HighlightingMode.Inline;

    /// <summary>The attributes that are coloured inline.</summary>
    public IReadOnlyList<string> HighlightedAttributes { get; private set; } = [];

    /// <summary>The points in time that are compared, as they were written; the last is the current one.</summary>
    public IReadOnlyList<string> Timestamps { get; private set; } = [CurrentTime];

    /// <summary>The attributes that a table shows, in order.</summary>
    public IReadOnlyList<string> Columns { get; private set; } = [];

    /// <summary>The order of the results.</summary>
    public IReadOnlyList<QuerySort> SortBy { get; private set; } = [];

    /// <summary>The attribute that results are grouped by; null for no groups.</summary>
    public string? GroupBy { get; private set; }

    /// <summary>The conditions, all of which hold for the results.</summary>
    public IReadOnlyList<QueryFilter> Filters { get; private set; } = [];

    /// <summary>The order that people gave it by hand.</summary>
    public IReadOnlyCollection<QueryPosition> Positions => positions;

    /// <inheritdoc/>
    public DateTime CreatedAt { get; private set; }

    /// <inheritdoc/>
    public DateTime UpdatedAt { get; private set; }
}
