using OpenProject.Domain.Common;
using OpenProject.Domain.SavedQueries;

namespace OpenProject.Domain.Views;

/// <summary>A way to show the results of a query. A query has one at most; all else that a view tells is its query's.</summary>
public sealed class View : AggregateRoot, ITimestamped, IContent
{
    private View()
    {
    }

    /// <summary>How it shows them.</summary>
    public ViewKind Kind { get; private set; }

    /// <summary>The query.</summary>
    public long QueryId { get; private set; }

    /// <summary>The query; for queries only.</summary>
    public SavedQuery Query { get; private set; } = null!;

    /// <inheritdoc/>
    public DateTime CreatedAt { get; private set; }

    /// <inheritdoc/>
    public DateTime UpdatedAt { get; private set; }

    /// <summary>A view that still needs a query.</summary>
    public static View Draft(ViewKind kind, DateTime now) => new() { Kind = kind, CreatedAt = now, UpdatedAt = now };

    /// <summary>A view of a query.</summary>
    public static View Create(ViewKind kind, long queryId, DateTime now)
    {
        var view = Draft(kind, now);
        view.Show(queryId);
        return view;
    }

    /// <summary>Chooses the query.</summary>
    public void Show(long queryId) => QueryId = queryId;

    /// <inheritdoc/>
    public void Touch(DateTime now) => UpdatedAt = now;
}
