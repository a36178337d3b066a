using OpenProject.Application.Common;

namespace OpenProject.Application.OAuthApplications;

/// <summary>
/// What good access tokens open, for a second at the longest: a revocation takes effect at once in this process and
/// within that second in others. Refused tokens are not remembered.
/// </summary>
public sealed class OAuthTokenMemory(IChangeSignal signal, TimeProvider clock)
{
    private const int MostTokens = 10_000;

    /// <summary>By the SHA-256 of the token.</summary>
    internal ShortMemory<string, OAuthAccess> Accesses { get; } = new(() => signal.SettledEpoch, clock, TimeSpan.FromSeconds(1), MostTokens);
}
