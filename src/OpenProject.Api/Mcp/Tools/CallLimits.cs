using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;
using ModelContextProtocol;
using OpenProject.Application.Common;

namespace OpenProject.Api.Mcp.Tools;

/// <summary>
/// How often each user may have something read or written, and how much at once; tools must be limited (MCP, server/tools, "Security
/// Considerations"). Each server counts for itself.
/// </summary>
internal sealed class CallLimits : IDisposable
{
    // Who has been quiet may do so much of a minute's share at once.
    private const int Burst = 2;

    private readonly List<PartitionedRateLimiter<long>> all = [];
    private readonly PartitionedRateLimiter<long>? reads;
    private readonly PartitionedRateLimiter<long>? writes;

    /// <summary>The limits of the settings.</summary>
    public CallLimits(IOptions<McpOptions> options)
    {
        var atOnce = options.Value.CallsAtOnce is var most and > 0
            ? Added(PartitionedRateLimiter.Create<long, long>(user => RateLimitPartition.GetConcurrencyLimiter(user, _ => new ConcurrencyLimiterOptions { PermitLimit = most, QueueLimit = 0 })))
            : null;
        reads = Both(atOnce, PerMinute(options.Value.ReadsPerMinute));
        writes = Both(atOnce, PerMinute(options.Value.WritesPerMinute));
    }

    /// <summary>A turn of a user: to be given back at the end; null where nothing is limited.</summary>
    public RateLimitLease? Enter(long userId, bool writing) => (writing ? writes : reads)?.AttemptAcquire(userId);

    /// <summary>A turn of the caller of a request to read what is no tool; null where nothing is limited.</summary>
    /// <exception cref="McpProtocolException">He got none: an error of the protocol, as there is no result to say it in.</exception>
    public RateLimitLease? EnterReading(IServiceProvider services)
    {
        var turn = Enter(services.GetRequiredService<CurrentViewer>().Viewer.UserId, writing: false);
        if (turn is not { IsAcquired: false })
            return turn;
        using (turn)
            throw new McpProtocolException(SentenceFor(turn), McpErrorCode.InternalError);
    }

    /// <summary>What to tell who got no turn.</summary>
    public static string SentenceFor(RateLimitLease refused) => refused.TryGetMetadata(MetadataName.RetryAfter, out var wait)
        ? $"These were too many calls. Wait {Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds))} s, then repeat it."
        : "These are too many calls at once. Repeat it when another one has ended.";

    /// <inheritdoc/>
    public void Dispose() => all.ForEach(limiter => limiter.Dispose());

    private PartitionedRateLimiter<long>? PerMinute(int most) => most == 0 ? null : Added(PartitionedRateLimiter.Create<long, long>(user =>
        RateLimitPartition.GetTokenBucketLimiter(user, _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = most * Burst, TokensPerPeriod = 1, ReplenishmentPeriod = TimeSpan.FromMinutes(1) / most, QueueLimit = 0,
        })));

    private PartitionedRateLimiter<long>? Both(PartitionedRateLimiter<long>? one, PartitionedRateLimiter<long>? other) =>
        one is null || other is null ? one ?? other : Added(PartitionedRateLimiter.CreateChained(one, other));

    private PartitionedRateLimiter<long> Added(PartitionedRateLimiter<long> limiter)
    {
        all.Insert(0, limiter);
        return limiter;
    }
}
