using OpenProject.Application.Common;

namespace OpenProject.Application.Scim.Clients;

/// <summary>
/// Which client good tokens and service accounts are, for a second at the longest: what is taken back counts at once in this process
/// and within that second in others. Refused tokens are not remembered.
/// </summary>
public sealed class ScimClientMemory(IChangeSignal signal, TimeProvider clock)
{
    private const int Most = 10_000;

    /// <summary>The viewer and the end of a token, by its hash.</summary>
    internal ShortMemory<string, (Viewer Viewer, DateTime ExpiresAt)> Viewers { get; } = new(() => signal.SettledEpoch, clock, TimeSpan.FromSeconds(1), Most);

    /// <summary>The client of a service account.</summary>
    internal ShortMemory<long, ScimCaller> Callers { get; } = new(() => signal.SettledEpoch, clock, TimeSpan.FromSeconds(1), Most);
}
