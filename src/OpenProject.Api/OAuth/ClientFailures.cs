using System.Net;
using OpenProject.Api.Authentication;

namespace OpenProject.Api.OAuth;

/// <summary>
/// Counts wrong credentials of applications, by application and address: who guesses secrets is not even looked at after some, for a
/// minute, as each look costs a slow hash.
/// </summary>
public sealed class ClientFailures(TimeProvider clock)
{
    /// <summary>How many there may be in a minute.</summary>
    public const int Most = 20;

    private readonly RecentFailures<(string ClientId, string Network)> counts = new(clock, Most);

    /// <summary>Whether there were too many.</summary>
    public bool AreTooMany(string clientId, IPAddress? address) => counts.WaitOf((clientId, CallerNetwork.Of(address))) is not null;

    /// <summary>Counts one.</summary>
    public void Note(string clientId, IPAddress? address) => counts.Note((clientId, CallerNetwork.Of(address)));
}
