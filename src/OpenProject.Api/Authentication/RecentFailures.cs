using System.Collections.Concurrent;

namespace OpenProject.Api.Authentication;

/// <summary>
/// Counts what failed within a minute, in this process: a number of servers allows as many times more, and none of them writes
/// anything for whoever guesses. Bounded: a full memory is emptied.
/// </summary>
/// <param name="clock">Tells when.</param>
/// <param name="most">How many there may be in a minute.</param>
public sealed class RecentFailures<TKey>(TimeProvider clock, int most)
    where TKey : notnull
{
    private const int MostCounted = 10_000;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<TKey, Count> counts = new();

    /// <summary>How long to wait, when there were as many as there may be; null otherwise.</summary>
    public TimeSpan? WaitOf(TKey key) =>
        counts.TryGetValue(key, out var count) && count.Failures >= most && IsRecent(count) ? Window - clock.GetElapsedTime(count.Since) : null;

    /// <summary>Counts one.</summary>
    public void Note(TKey key)
    {
        if (counts.Count >= MostCounted)
            counts.Clear();
        counts.AddOrUpdate(
            key,
            _ => new Count(1, clock.GetTimestamp()),
            (_, count) => IsRecent(count) ? count with { Failures = count.Failures + 1 } : new Count(1, clock.GetTimestamp()));
    }

    private bool IsRecent(Count count) => clock.GetElapsedTime(count.Since) < Window;

    private readonly record struct Count(int Failures, long Since);
}
