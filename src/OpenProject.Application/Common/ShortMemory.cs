using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace OpenProject.Application.Common;

/// <summary>
/// Remembers answers of the database for moments: until this process writes anything, and for a short time at the longest,
/// since other replicas write too. Bounded: a full memory is emptied.
/// </summary>
public sealed class ShortMemory<TKey, TValue>(Func<long> epoch, TimeProvider clock, TimeSpan longest, int most)
    where TKey : notnull
{
    private readonly ConcurrentDictionary<TKey, Entry> entries = new();

    /// <summary>The moment to remember under: taken before the database is asked.</summary>
    public long Now => epoch();

    /// <summary>What is remembered, if it still holds.</summary>
    public bool TryGet(TKey key, [MaybeNullWhen(false)] out TValue value)
    {
        if (entries.TryGetValue(key, out var entry) && entry.Epoch == epoch() && clock.GetElapsedTime(entry.Since) < longest)
        {
            value = entry.Value;
            return true;
        }

        value = default;
        return false;
    }

    /// <summary>Remembers an answer that was asked for at a moment.</summary>
    public void Put(TKey key, TValue value, long moment)
    {
        if (entries.Count >= most)
            entries.Clear();
        entries[key] = new Entry(value, moment, clock.GetTimestamp());
    }

    private sealed record Entry(TValue Value, long Epoch, long Since);
}
