using OpenProject.Application.Common;

namespace OpenProject.Application.Queries;

/// <summary>
/// How many rows collections had, for a few seconds at the longest: of all that a page costs only the count grows with the
/// table. Another replica's write may show in a total that much later.
/// </summary>
public sealed class CountMemory(IChangeSignal signal, TimeProvider clock)
{
    private const int MostCounts = 10_000;

    private readonly ShortMemory<(Viewer Viewer, string Path, string Filters), int> totals = new(() => signal.Epoch, clock, TimeSpan.FromSeconds(5), MostCounts);

    /// <summary>How many there are: as remembered, or counted now and remembered.</summary>
    /// <param name="key">Who asked for what.</param>
    /// <param name="count">Counts.</param>
    internal async Task<int> TotalAsync((Viewer Viewer, string Path, string Filters) key, Func<Task<int>> count)
    {
        // The moment is that before the counting, so that a write meanwhile is not forgotten.
        var moment = totals.Now;
        if (totals.TryGet(key, out var known))
            return known;
        var total = await count();
        totals.Put(key, total, moment);
        return total;
    }
}
