using OpenProject.Application.Common;
using OpenProject.Application.Queries;
using OpenProject.Application.Queries.Filters;
using OpenProject.Application.Resources;
using OpenProject.Domain.WorkSchedule;

namespace OpenProject.Application.WorkSchedule;

/// <summary>Tells of days whether they are worked on, and why not.</summary>
public sealed class DayService(ResourceReader reader, DayResource resource, TimeProvider clock)
{
    private const int MostDays = 3660;

    // What is told of an interval that has no end.
    private const int OpenDays = 365;

    /// <summary>
    /// The days of the interval that is asked for: of this month and the next one where none is, of a year where it has no end.
    /// Leaves as an invalid query when it is longer than ten years.
    /// </summary>
    public async Task<Page<DayDto>> ListAsync(CollectionQuery query, CancellationToken cancellationToken)
    {
        var (first, last) = IntervalOf(query);
        var days = await DaysAsync(first, last, cancellationToken);
        List<DayDto> wanted = [.. reader.Filtered(resource, query, days.AsQueryable())];
        await reader.Access.GlobalAsync();
        return new Page<DayDto>(wanted, wanted.Count, query, reader.Access);
    }

    /// <summary>One day.</summary>
    public async Task<Document<DayDto>> FindAsync(DateOnly date, CancellationToken cancellationToken)
    {
        await reader.Access.GlobalAsync();
        return new Document<DayDto>((await DaysAsync(date, date, cancellationToken))[0], reader.Access);
    }

    private (DateOnly First, DateOnly Last) IntervalOf(CollectionQuery query)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var clause = query.Filters?.FirstOrDefault(f => resource.FindFilter(f.Name)?.Name == "date");
        if (clause is null || DayRange.Of(clause.Operator, clause.Values, today) is not { } range || range is { From: null, To: null })
        {
            var month = new DateOnly(today.Year, today.Month, 1);
            return (month, month.AddMonths(2).AddDays(-1));
        }

        var first = range.From ?? range.To!.Value.AddDays(-OpenDays);
        var last = range.To ?? first.AddDays(OpenDays);
        return last.DayNumber - first.DayNumber < MostDays
            ? (first, last)
            : throw new ProblemException(new Problem.InvalidQuery($"Filters Date filter spans more than {MostDays} days."));
    }

    private async Task<IReadOnlyList<DayDto>> DaysAsync(DateOnly first, DateOnly last, CancellationToken cancellationToken)
    {
        var week = await reader.Store.ListAsync(reader.Store.Rows<WeekDay>(), cancellationToken);
        var free = await reader.Store.ListAsync(reader.Store.Rows<NonWorkingDay>().Where(d => d.Date >= first && d.Date <= last), cancellationToken);
        var weekend = week.Where(d => !d.Working).Select(d => d.Day).ToHashSet();
        var names = free.ToDictionary(d => d.Date, d => d.Name);
        return [.. Enumerable.Range(first.DayNumber, Math.Max(0, last.DayNumber - first.DayNumber + 1)).Select(number => DayOf(DateOnly.FromDayNumber(number)))];

        DayDto DayOf(DateOnly date)
        {
            var (weekDay, holiday) = (WeekDayResource.LinkTo(date), names.GetValueOrDefault(date));
            var reasons = new List<Reference>();
            if (weekend.Contains(date.DayOfWeek))
                reasons.Add(weekDay);
            if (holiday is not null)
                reasons.Add(NonWorkingDayResource.LinkTo(date, holiday));
            return new DayDto(date, reasons) { Name = holiday is null ? weekDay.Title! : $"{weekDay.Title} ({holiday})" };
        }
    }
}
