namespace OpenProject.Application.SavedQueries;

/// <summary>Rows that are made from a list of a declaration's, and made anew when the installation has defined another one.</summary>
/// <param name="source">The list; another object when it has changed.</param>
/// <param name="make">Makes the rows.</param>
internal sealed class FollowingRows<TRow>(Func<object> source, Func<IReadOnlyList<TRow>> make)
{
    private volatile Made? made;

    /// <summary>The rows.</summary>
    public IReadOnlyList<TRow> Value
    {
        get
        {
            var current = source();
            if (made is { } known && ReferenceEquals(known.From, current))
                return known.Rows;
            var rows = make();
            made = new Made(current, rows);
            return rows;
        }
    }

    private sealed record Made(object From, IReadOnlyList<TRow> Rows);
}
