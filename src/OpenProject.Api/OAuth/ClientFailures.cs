using System.Collections.Concurrent;
using System.Net;

namespace OpenProject.Api.OAuth;

/// <summary>
/// Counts wrong credentials of applications, by application and address, in this process: who guesses secrets is not even
/// looked at after some, for a minute, and each look costs a slow hash.
/// </summary>
public sealed class ClientFailures(TimeProvider clock)
{
    /// <summary>How many there may be in a minute.</summary>
    public const int Most = 20;

    private const int MostCounted = 10_000;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<(string ClientId, IPAddress? Address), Count> counts = new();

    /// <summary>Whether there were too many.</summary>
    public bool AreTooMany(string clientId, IPAddress? address) =>
        counts.TryGetValue((clientId, address), out var count) && count.Failures >= Most && IsRecent(count);

    /// <summary>Counts one.</summary>
    public void Note(string clientId, IPAddress? address)
    {
        if (counts.Count >= MostCounted)
            counts.Clear();
        counts.AddOrUpdate(
            (clientId, address),
            _ => new Count(1, clock.GetTimestamp()),
            (_, count) => IsRecent(count) ? count with { Failures = count.Failures + 1 } : new Count(1, clock.GetTimestamp()));
    }

    private bool IsRecent(Count count) => clock.GetElapsedTime(count.Since) < Window;

    private readonly record struct Count(int Failures, long Since);
}
