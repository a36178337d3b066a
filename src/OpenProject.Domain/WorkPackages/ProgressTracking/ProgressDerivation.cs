using OpenProject.Domain.Common;

namespace OpenProject.Domain.WorkPackages.ProgressTracking;

/// <summary>
/// Computes those of work, remaining work and % complete that a change leaves open. What a change names is kept as it is, or
/// refused.
/// </summary>
public static class ProgressDerivation
{
    private const ProgressFields WorkAndRemaining = ProgressFields.Work | ProgressFields.Remaining;
    private const ProgressFields WorkAndPercent = ProgressFields.Work | ProgressFields.Percent;
    private const ProgressFields RemainingAndPercent = ProgressFields.Remaining | ProgressFields.Percent;

    /// <summary>The values after a change, where work decides.</summary>
    /// <param name="before">What held before.</param>
    /// <param name="now">What holds with the values sent already in place.</param>
    /// <param name="sent">What the change names; the rest may be derived.</param>
    /// <exception cref="BrokenRule">What was sent contradicts itself, or would take more work than can be counted.</exception>
    public static ProgressValues Derive(ProgressValues before, ProgressValues now, ProgressFields sent)
    {
        if (sent == ProgressFields.None)
            return now;
        var settled = sent switch
        {
            ProgressFields.Work => WithWork(before, now),
            ProgressFields.Remaining => WithRemaining(now),
            ProgressFields.Percent => WithPercent(now),
            WorkAndRemaining => now with { Percent = now is { Work: { } work, Remaining: { } rest } ? Percent(work, rest) : PercentWithout(now) },
            WorkAndPercent => now with { Remaining = now is { Work: { } work, Percent: { } done } ? Rest(work, done) : null },
            RemainingAndPercent => now is { Remaining: { } rest, Percent: { } done } ? now with { Work = Whole(rest, done, now.Work) } : WithoutEither(now),
            _ => now,
        };
        Check(settled);
        return settled;
    }

    /// <summary>The values where the status decides.</summary>
    /// <param name="work">Work, in minutes.</param>
    /// <param name="percent">How much is done at the status.</param>
    public static ProgressValues OfStatus(int? work, int percent) => new(work, work is { } whole ? Rest(whole, percent) : null, percent);

    private static ProgressValues WithWork(ProgressValues before, ProgressValues now)
    {
        if (now.Work is not { } work)
            return now with { Remaining = null };
        if (now.Remaining is { } rest)
        {
            var left = before.Work is { } was ? (int)Math.Clamp((long)rest + work - was, 0, work) : rest;
            return now with { Remaining = left, Percent = Percent(work, left) };
        }

        return now.Percent is { } done && work > 0
            ? now with { Remaining = Rest(work, done) }
            : now with { Remaining = work, Percent = Percent(work, work) };
    }

    private static ProgressValues WithRemaining(ProgressValues now)
    {
        if (now.Remaining is not { } rest)
            return now with { Percent = PercentWithout(now) };
        if (now.Work is { } work)
            return now with { Percent = Percent(work, rest) };
        if (now.Percent is { } done and < 100)
        {
            var whole = Whole(rest, done, known: null);
            return now with { Work = whole, Percent = whole == 0 ? null : done };
        }

        return now.Percent is null ? new ProgressValues(rest, rest, Percent(rest, rest)) : now;
    }

    private static ProgressValues WithPercent(ProgressValues now) => now switch
    {
        { Percent: null, Work: not null } => now with { Remaining = null },
        { Percent: { } done, Work: { } work } => now with { Remaining = Rest(work, done) },
        { Percent: { } done, Remaining: { } rest } => now with { Work = Whole(rest, done, known: null) },
        _ => now,
    };

    // Work alone says nothing about how much of it is done; where there is none, what people said stays.
    private static int? PercentWithout(ProgressValues now) => now.Work is null ? now.Percent : null;

    private static ProgressValues WithoutEither(ProgressValues now) => now.Remaining is null && now.Percent is not null ? now with { Work = null } : now;

    private static int? Percent(int work, int rest) =>
        work == 0 ? null : (int)Math.Clamp(Math.Round((work - (long)rest) * 100m / work, MidpointRounding.AwayFromZero), 0, 100);

    private static int Rest(int work, int percent) => (int)Math.Round((long)work * (100 - percent) / 100m, MidpointRounding.AwayFromZero);

    // When all is done, what is left does not tell how much it was.
    private static int? Whole(int rest, int percent, int? known)
    {
        if (percent == 100)
            return known;
        var whole = Math.Round(rest * 100m / (100 - percent), MidpointRounding.AwayFromZero);
        return whole <= int.MaxValue ? (int)whole : throw new BrokenRule("estimatedTime", "Work is too large.");
    }

    private static void Check(ProgressValues values)
    {
        switch (values)
        {
            case { Remaining: > 0, Percent: 100 } when !Fits(values):
                throw new BrokenRule("percentageDone", "% Complete cannot be 100% while there is remaining work.");
            case { Work: null, Remaining: not null, Percent: not 100 }:
                throw new BrokenRule("estimatedTime", "Work can't be blank while remaining work is set.");
            case { Work: not null, Remaining: null, Percent: not null }:
                throw new BrokenRule("remainingTime", "Remaining work can't be blank while work and % complete are set.");
            case { Work: { } work, Remaining: { } rest } when rest > work:
                throw new BrokenRule("remainingTime", "Remaining work must not be greater than Work.");
            case { Work: 0, Percent: not null }:
                throw new BrokenRule("percentageDone", "% Complete cannot be set while there is no work.");
            case { Work: > 0, Remaining: not null, Percent: null }:
                throw new BrokenRule("percentageDone", "% Complete can't be blank while work and remaining work are set.");
            case { Work: not null, Remaining: not null, Percent: not null } when !Fits(values):
                throw new BrokenRule("percentageDone", "% Complete does not match work and remaining work.");
        }
    }

    // Whichever of the three was rounded.
    private static bool Fits(ProgressValues values) =>
        values is { Work: { } work, Remaining: { } rest, Percent: { } done }
        && (Percent(work, rest) == done || Rest(work, done) == rest || (done < 100 && Math.Round(rest * 100m / (100 - done), MidpointRounding.AwayFromZero) == work));
}
