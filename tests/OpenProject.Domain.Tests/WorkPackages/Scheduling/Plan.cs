using OpenProject.Domain.WorkPackages.Scheduling;
using OpenProject.Domain.WorkSchedule;

namespace OpenProject.Domain.Tests.WorkPackages.Scheduling;

/// <summary>A plan made at random: a forest of work packages of all kinds, that follow each other without ever waiting for themselves.</summary>
internal sealed record Plan(IReadOnlyList<ScheduledWork> Work, IReadOnlyList<Precedence> Precedences, WorkingCalendar Calendar)
{
    private static readonly DateOnly Origin = new(2026, 3, 2);

    /// <summary>The plan of a seed.</summary>
    public static Plan Of(int seed, int size)
    {
        var random = new Random(seed);
        var work = new List<ScheduledWork>();
        for (var id = 1; id <= size; id++)
        {
            var milestones = work.Where(w => w.IsMilestone).Select(w => w.Id).ToHashSet();
            var parent = id > 1 && random.Next(3) > 0 ? (long?)random.Next(1, id) : null;
            var isMilestone = random.Next(8) == 0;
            var start = random.Next(5) > 0 ? Origin.AddDays(random.Next(60)) : (DateOnly?)null;
            var due = isMilestone ? start : random.Next(5) > 0 ? (start ?? Origin).AddDays(random.Next(20)) : (DateOnly?)null;
            work.Add(new ScheduledWork(
                id,
                parent is { } above && !milestones.Contains(above) ? above : null,
                IsManual: random.Next(3) == 0,
                isMilestone,
                IgnoresNonWorkingDays: random.Next(3) == 0,
                new Dates(start, due, start is not null && due is not null ? Math.Max(1, WorkingCalendar.Default.Count(start.Value, due.Value)) : null)));
        }

        var precedences = new List<Precedence>();
        for (var attempt = 0; attempt < size; attempt++)
        {
            var precedence = new Precedence(random.Next(1, size + 1), random.Next(1, size + 1), random.Next(4) == 0 ? random.Next(5) : 0);
            var isNew = precedences.TrueForAll(p => (p.SuccessorId, p.PredecessorId) != (precedence.SuccessorId, precedence.PredecessorId));
            if (isNew && !Depends(work, precedences, precedence.PredecessorId, precedence.SuccessorId))
                precedences.Add(precedence);
        }

        var free = Enumerable.Range(0, random.Next(10)).Select(_ => Origin.AddDays(random.Next(90)));
        return new Plan(work, precedences, new WorkingCalendar(Week(random), free));
    }

    /// <summary>The plan as a schedule.</summary>
    public Schedule Schedule(IEnumerable<ScheduledWork>? changed = null)
    {
        var states = Work.ToDictionary(w => w.Id);
        foreach (var one in changed ?? [])
            states[one.Id] = one;
        return new Schedule(states.Values, Precedences, Calendar);
    }

    /// <summary>All above a work package that lets it see what they follow.</summary>
    public IEnumerable<ScheduledWork> OpenAbove(ScheduledWork one)
    {
        for (var at = one; at is not null; at = Work.FirstOrDefault(w => w.Id == at.ParentId && !w.IsManual))
            yield return at;
    }

    private static IEnumerable<DayOfWeek> Week(Random random) =>
        Enum.GetValues<DayOfWeek>().Where(_ => random.Next(3) > 0).Append(DayOfWeek.Wednesday);

    // Whether one depends on the other, or on what lies below it, in the plainest way: step by step until nothing is new.
    private static bool Depends(List<ScheduledWork> work, List<Precedence> precedences, long one, long other)
    {
        bool IsBelow(long id, long top) => id == top || (work[(int)id - 1].ParentId is { } parent && IsBelow(parent, top));
        var known = new HashSet<long> { one };
        var open = new Stack<long>(known);
        while (open.TryPop(out var at))
        {
            if (IsBelow(at, other))
                return true;
            var needed = work.Where(w => w.ParentId == at).Select(w => w.Id)
                .Concat(precedences.Where(p => IsBelow(at, p.SuccessorId)).Select(p => p.PredecessorId));
            foreach (var next in needed.Where(known.Add))
                open.Push(next);
        }

        return false;
    }
}
