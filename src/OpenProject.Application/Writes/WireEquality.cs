namespace OpenProject.Application.Writes;

/// <summary>When two values are the same to a client: times by the milliseconds that bodies print, all else by value.</summary>
internal static class WireEquality<TValue>
{
    /// <summary>Compares values as clients see them.</summary>
    public static IEqualityComparer<TValue> Comparer { get; } =
        typeof(TValue) == typeof(DateTime) ? (IEqualityComparer<TValue>)(object)new PrintedTime() : EqualityComparer<TValue>.Default;

    private sealed class PrintedTime : IEqualityComparer<DateTime>
    {
        public bool Equals(DateTime x, DateTime y) => x.Ticks / TimeSpan.TicksPerMillisecond == y.Ticks / TimeSpan.TicksPerMillisecond;

        public int GetHashCode(DateTime obj) => (obj.Ticks / TimeSpan.TicksPerMillisecond).GetHashCode();
    }
}
