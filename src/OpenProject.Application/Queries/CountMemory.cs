using OpenProject.Application.Common;

namespace OpenProject.Application.Queries;

/// <summary>
/// How many rows collections had, for a few seconds at the longest: of all that a page costs only the count grows with the
/// table. Another replica's write may show in a total that much later.
/// </summary>
public sealed class CountMemory(IChangeSignal signal, TimeProvider clock)
{
    private const int MostCounts = 10_000;

    /// <summary>Totals by who asked for what.</summary>
    internal ShortMemory<(Viewer Viewer, string Path, string Filters), int> Totals { get; } =
        new(() => signal.Epoch, clock, TimeSpan.FromSeconds(5), MostCounts);
}
