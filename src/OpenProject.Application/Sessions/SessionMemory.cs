using OpenProject.Application.Common;

namespace OpenProject.Application.Sessions;

/// <summary>
/// Whom sessions stood for, for a second at the longest: signing out takes effect at once in this process and within that
/// second in others. Sessions that are none are not remembered.
/// </summary>
public sealed class SessionMemory(IChangeSignal signal, TimeProvider clock)
{
    private const int MostSessions = 10_000;

    /// <summary>The viewer, by the hash of the session's key.</summary>
    internal ShortMemory<string, Viewer> Viewers { get; } = new(() => signal.SettledEpoch, clock, TimeSpan.FromSeconds(1), MostSessions);
}
