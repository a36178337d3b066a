using OpenProject.Domain.Common;
using OpenProject.Domain.WorkSchedule;

namespace OpenProject.Domain.WorkPackages.Scheduling;

/// <summary>
/// A part of the plan, and what follows in it from what. Work packages that are scheduled automatically span their children
/// or, without any, begin as soon as those that they or the ones above them follow allow; a work package that people schedule
/// keeps what stands above it from those below. One that has neither children nor anything to follow is scheduled by people.
/// </summary>
public sealed class Schedule
{
    private readonly WorkingCalendar calendar;
    private readonly Dictionary<long, ScheduledWork> work;
    private readonly Dictionary<long, ScheduledWork> before;
    private readonly ILookup<long, long> children;
    private readonly ILookup<long, Precedence> precedences;

    /// <summary>A part of the plan.</summary>
    /// <param name="work">Those that may change, with all above them, all their children, and all that they or those above follow.</param>
    /// <param name="precedences">What those that may change, and those above them, follow.</param>
    /// <param name="calendar">The installation's working days.</param>
    public Schedule(IEnumerable<ScheduledWork> work, IEnumerable<Precedence> precedences, WorkingCalendar calendar)
    {
        this.calendar = calendar;
        before = work.ToDictionary(w => w.Id);
        this.work = new Dictionary<long, ScheduledWork>(before);
        children = before.Values.Where(w => w.ParentId is not null).OrderBy(w => w.Id).ToLookup(w => w.ParentId!.Value, w => w.Id);
        this.precedences = precedences.Where(p => before.ContainsKey(p.PredecessorId)).ToLookup(p => p.SuccessorId);
    }

    /// <summary>The state of a work package as it is by now; null when this part of the plan does not have it.</summary>
    public ScheduledWork? Find(long id) => work.GetValueOrDefault(id);

    /// <summary>Whether it has children.</summary>
    public bool HasChildren(long id) => children[id].Any();

    /// <summary>Its children, as they are by now.</summary>
    public IEnumerable<ScheduledWork> ChildrenOf(long id) => children[id].Select(child => work[child]);

    /// <summary>Whether it follows anything, itself or through those above it.</summary>
    public bool Follows(long id) => Awaited(id).Any();

    /// <summary>The first day on which it may begin as far as what it follows is concerned; null when nothing of that has dates.</summary>
    /// <exception cref="BrokenRule">Beyond the year 9999.</exception>
    public DateOnly? SoonestStart(long id)
    {
        DateOnly? soonest = null;
        foreach (var precedence in Awaited(id))
        {
            if (work[precedence.PredecessorId].Last is { } last && Placement.After(last, precedence.Lag, calendar) is var day && (soonest is null || day > soonest))
                soonest = day;
        }

        return soonest;
    }

    /// <summary>One that people schedule, and that now follows something for the first time and has no children, is scheduled automatically from here on.</summary>
    public void FollowForTheFirstTime(long id)
    {
        if (!HasChildren(id) && Awaited(id).Take(2).Count() == 1)
            Automate(id);
    }

    /// <summary>One that people schedule, and that now has its first child and follows nothing, is scheduled automatically from here on.</summary>
    public void SpanForTheFirstTime(long id)
    {
        if (children[id].Take(2).Count() == 1 && !Follows(id))
            Automate(id);
    }

    /// <summary>Places anew those that may have changed, each after all that it depends on, in whichever order they are given.</summary>
    /// <param name="ids">Them.</param>
    /// <returns>Those that are not as they were, by id.</returns>
    /// <exception cref="BrokenRule">Beyond the year 9999.</exception>
    public IReadOnlyList<ScheduledWork> Reschedule(IEnumerable<long> ids)
    {
        var open = ids.Where(work.ContainsKey).ToHashSet();
        foreach (var id in InOrder(open))
            work[id] = Place(work[id]);
        return [.. work.Values.Where(w => before[w.Id] != w).OrderBy(w => w.Id)];
    }

    private void Automate(long id)
    {
        if (work.TryGetValue(id, out var one))
            work[id] = one with { IsManual = false };
    }

    private ScheduledWork Place(ScheduledWork one)
    {
        if (one.IsManual)
            return one;
        if (HasChildren(one.Id))
        {
            var ignores = ChildrenOf(one.Id).Any(part => part.IgnoresNonWorkingDays);
            return one with { Dates = Placement.Span(ChildrenOf(one.Id), CalendarOf(ignores)), IgnoresNonWorkingDays = ignores };
        }

        return Follows(one.Id)
            ? one with { Dates = Placement.Begin(one.Dates, SoonestStart(one.Id), one.IsMilestone, CalendarOf(one.IgnoresNonWorkingDays)) }
            : one with { IsManual = true };
    }

    private WorkingCalendar CalendarOf(bool ignoresNonWorkingDays) => ignoresNonWorkingDays ? WorkingCalendar.EveryDay : calendar;

    // What it follows, and what those above it follow up to the first that people schedule.
    private IEnumerable<Precedence> Awaited(long id)
    {
        var passed = new HashSet<long>();
        for (var at = work.GetValueOrDefault(id); at is not null && passed.Add(at.Id);)
        {
            foreach (var precedence in precedences[at.Id])
                yield return precedence;
            at = at.ParentId is { } parent && work.GetValueOrDefault(parent) is { IsManual: false } above ? above : null;
        }
    }

    private IEnumerable<long> Needed(long id) =>
        work[id].IsManual ? [] : HasChildren(id) ? children[id] : Awaited(id).Select(p => p.PredecessorId);

    // Each after those that it needs; what needs itself, which rules prevent, comes last.
    private List<long> InOrder(HashSet<long> open)
    {
        var needed = open.ToDictionary(id => id, id => Needed(id).Where(other => other != id && open.Contains(other)).ToHashSet());
        var needing = needed.SelectMany(pair => pair.Value, (pair, other) => (Of: other, By: pair.Key)).ToLookup(pair => pair.Of, pair => pair.By);
        var missing = needed.ToDictionary(pair => pair.Key, pair => pair.Value.Count);
        var ready = new Queue<long>(open.Where(id => missing[id] == 0).Order());
        var order = new List<long>(open.Count);
        while (ready.TryDequeue(out var id))
        {
            order.Add(id);
            foreach (var next in needing[id])
            {
                if (--missing[next] == 0)
                    ready.Enqueue(next);
            }
        }

        return [.. order, .. open.Except(order).Order()];
    }
}
