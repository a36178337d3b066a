using OpenProject.Application.Common;

namespace OpenProject.Infrastructure.Persistence;

/// <summary>Counts the writes of this process.</summary>
internal sealed class ChangeSignal : IChangeSignal
{
    private long epoch;

    /// <inheritdoc/>
    public long Epoch => Interlocked.Read(ref epoch);

    /// <summary>Something was written.</summary>
    public void Written() => Interlocked.Increment(ref epoch);
}
