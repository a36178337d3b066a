using System.Net;
using OpenProject.Api.Authentication;
using OpenProject.Application.Common;

namespace OpenProject.Api.Bcf;

/// <summary>Counts the tools that register themselves, by where they come from, so that one who fills up his own measure takes nobody else's.</summary>
public sealed class BcfRegistrationLimit(TimeProvider clock)
{
    /// <summary>How many there may be in an hour.</summary>
    public const int Most = 20;

    private readonly RecentFailures<string> counts = new(clock, Most, TimeSpan.FromHours(1));

    /// <summary>Counts one that comes from an address.</summary>
    /// <exception cref="ProblemException">There were as many as there may be: <see cref="Problem.TooManyRequests"/>.</exception>
    public void Count(IPAddress? address)
    {
        var from = CallerNetwork.Of(address);
        if (counts.WaitOf(from) is { } wait)
            throw new ProblemException(new Problem.TooManyRequests("Too many applications have registered themselves from this address. Try again later.", wait));
        counts.Note(from);
    }
}
