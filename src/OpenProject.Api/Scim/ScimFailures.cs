using System.Net;
using Microsoft.Extensions.Options;
using OpenProject.Api.Authentication;

namespace OpenProject.Api.Scim;

/// <summary>Counts wrong credentials of clients of SCIM, by address (<see cref="ScimOptions.FailuresPerMinute"/>).</summary>
public sealed class ScimFailures(IOptions<ScimOptions> options, TimeProvider clock)
{
    private readonly RecentFailures<string> counts = new(clock, options.Value.FailuresPerMinute);

    /// <summary>Counts one.</summary>
    /// <returns>How long to wait, when there were more than are allowed; null otherwise.</returns>
    public TimeSpan? Note(IPAddress? address)
    {
        var from = CallerNetwork.Of(address);
        if (options.Value.FailuresPerMinute == 0)
            return null;
        var wait = counts.WaitOf(from);
        counts.Note(from);
        return wait;
    }
}
