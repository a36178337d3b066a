using System.Collections.Concurrent;

namespace OpenProject.Api.Authentication;

/// <summary>
/// Counts what failed within a while, or was asked for without credentials, in this process: a number of servers allows as many times
/// more, and none of them writes anything for whoever guesses. Bounded: a full memory is emptied.
/// </summary>
/// <param name="clock">Tells when.</param>
/// <param name="most">How many there may be in that while.</param>
/// <param name="within">The while; null for a minute.</param>
public sealed class RecentFailures<TKey>(TimeProvider clock, int most, TimeSpan? within = null)
    where TKey : notnull
{
    private const int MostCounted = 10_000;

    private readonly TimeSpan window = within ?? TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<TKey, Count> counts = new();

    /// <summary>How long to wait, when there were as many as there may be; null otherwise.</summary>
    public TimeSpan? WaitOf(TKey key) =>
        counts.TryGetValue(key, out var count) && count.Failures >= most && IsRecent(count) ? window - clock.GetElapsedTime(count.Since) : null;

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

    private bool IsRecent(Count count) => clock.GetElapsedTime(count.Since) < window;

    private readonly record struct Count(int Failures, long Since);
}
