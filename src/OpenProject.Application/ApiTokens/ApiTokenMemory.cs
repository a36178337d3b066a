using OpenProject.Application.Common;

namespace OpenProject.Application.ApiTokens;

/// <summary>
/// Whom good tokens stood for, for a second at the longest: a revocation takes effect at once in this process and within
/// that second in others. Refused tokens are not remembered.
/// </summary>
public sealed class ApiTokenMemory(IChangeSignal signal, TimeProvider clock)
{
    private const int MostTokens = 10_000;

    /// <summary>The viewer and the end of the token, by the token's hash.</summary>
    internal ShortMemory<string, (Viewer Viewer, DateTime? ExpiresAt)> Viewers { get; } = new(() => signal.SettledEpoch, clock, TimeSpan.FromSeconds(1), MostTokens);
}
