using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using OpenProject.Application.Notifications;

namespace OpenProject.Infrastructure.Notifications;

/// <summary>
/// Remembers in this process which activities could not be told. A server that starts, or another one, tries each of them once and then knows as much,
/// so nothing is shared: it is a matter of sparing trials, and that an activity is untold is in the database. The first pause is a second, each further
/// one twice as long, an hour at most. When very many rest it is not their fault, and nothing rests any more until some are told.
/// </summary>
internal sealed partial class RestingActivities(TimeProvider clock, ILogger<RestingActivities> logger) : IRestingActivities
{
    private const int Most = 500;

    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<long, Pause> pauses = new();

    public IReadOnlyCollection<long> Ids
    {
        get
        {
            var now = clock.GetUtcNow();
            return [.. pauses.Where(pause => pause.Value.Until > now).Select(pause => pause.Key)];
        }
    }

    public void Rest(long activityId, Exception why)
    {
        if (pauses.Count >= Most && !pauses.ContainsKey(activityId))
            throw new InvalidOperationException($"More than {Most} activities could not be told.", why);
        var now = clock.GetUtcNow();
        var pause = pauses.AddOrUpdate(
            activityId, _ => Pause.First(now), (_, before) => before.Next(now));
        NotTold(logger, activityId, pause.Length.TotalSeconds, why);
    }

    public void Forget(IReadOnlyCollection<long> activityIds)
    {
        if (pauses.IsEmpty)
            return;
        foreach (var id in activityIds)
            pauses.TryRemove(id, out _);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Activity {ActivityId} could not be told; it is tried again in {Seconds} s, and the others go on.")]
    private static partial void NotTold(ILogger logger, long activityId, double seconds, Exception exception);

    private sealed record Pause(TimeSpan Length, DateTimeOffset Until)
    {
        public static Pause First(DateTimeOffset now) => Of(TimeSpan.FromSeconds(1), now);

        public Pause Next(DateTimeOffset now) => Of(Length * 2 < Longest ? Length * 2 : Longest, now);

        private static Pause Of(TimeSpan length, DateTimeOffset now) => new(length, now + length);
    }
}
