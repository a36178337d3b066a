using OpenProject.Application.Common;

namespace OpenProject.Infrastructure.Persistence;

/// <summary>Counts the writes of this process.</summary>
internal sealed class ChangeSignal : IChangeSignal
{
    private long epoch;
    private long settledEpoch;

    /// <inheritdoc/>
    public long Epoch => Interlocked.Read(ref epoch);

    /// <inheritdoc/>
    public long SettledEpoch => Interlocked.Read(ref settledEpoch);

    /// <summary>Something was written.</summary>
    /// <param name="contentOnly">Nothing but content was.</param>
    public void Written(bool contentOnly)
    {
        if (!contentOnly)
            Interlocked.Increment(ref settledEpoch);
        Interlocked.Increment(ref epoch);
    }
}
