using OpenProject.Application.Common;
using OpenProject.Application.Queries;
using OpenProject.Application.Resources;
using OpenProject.Application.WorkPackages;
using OpenProject.Application.Writes;
using OpenProject.Domain.WorkSchedule;

namespace OpenProject.Application.WorkSchedule;

/// <summary>
/// Reads and writes which days are worked on. Dates of work packages stay as they are when that changes; how many working days
/// lie between them is counted anew, in the same transaction.
/// </summary>
public sealed class WorkScheduleService(
    ResourceReader reader,
    ResourceWriter writer,
    WeekDayResource weekDays,
    WeekDayContract weekDayContract,
    IAggregates<WeekDay> week,
    NonWorkingDayResource nonWorkingDays,
    NonWorkingDayContract nonWorkingDayContract,
    IAggregates<NonWorkingDay> free,
    CalendarService calendars,
    IWorkPackageDurations durations,
    ISchedulingTurn turn,
    IUnitOfWork unitOfWork)
{
    private WritePlan<WeekDay, WeekDayDto> WeekDays { get; } = new(weekDays, weekDayContract, week);

    private WritePlan<NonWorkingDay, NonWorkingDayDto> NonWorkingDays { get; } = new(nonWorkingDays, nonWorkingDayContract, free);

    /// <summary>The seven days of the week, Monday first.</summary>
    public Task<Page<WeekDayDto>> ListWeekAsync(CollectionQuery query, CancellationToken cancellationToken) =>
        reader.ListAsync(weekDays, query, within: null, cancellationToken);

    /// <summary>One day of the week.</summary>
    public Task<Document<WeekDayDto>> FindWeekDayAsync(long day, CancellationToken cancellationToken) => reader.FindAsync(weekDays, day, cancellationToken);

    /// <summary>Stores whether a day of the week is worked on.</summary>
    public async Task<Document<WeekDayDto>> UpdateWeekDayAsync(long day, ChangeSet<WeekDay, WeekDayDto> changes, CancellationToken cancellationToken)
    {
        await ChangeAsync(token => writer.UpdateAsync(WeekDays, day, changes, token), on: null, cancellationToken);
        return await FindWeekDayAsync(day, cancellationToken);
    }

    /// <summary>Stores whether days of the week are worked on, all or none; leaves as invalid when one does not exist, or none would be left.</summary>
    /// <param name="changes">Whether a day is worked on, by its number.</param>
    /// <param name="query">What is asked of the week that is answered.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<Page<WeekDayDto>> UpdateWeekAsync(
        IReadOnlyDictionary<long, bool> changes, CollectionQuery query, CancellationToken cancellationToken)
    {
        if (!reader.Access.Viewer.IsAdmin)
            throw new ProblemException(new Problem.Forbidden());
        await ChangeAsync(token => StoreWeekAsync(changes, token), on: null, cancellationToken);
        return await ListWeekAsync(query, cancellationToken);
    }

    /// <summary>The free days that are asked for: those of this year where no dates are.</summary>
    public Task<Page<NonWorkingDayDto>> ListNonWorkingDaysAsync(CollectionQuery query, CancellationToken cancellationToken)
    {
        var (first, last) = (new DateOnly(writer.Now.Year, 1, 1), new DateOnly(writer.Now.Year, 12, 31));
        var rows = reader.Visible(nonWorkingDays);
        return reader.ListAsync(nonWorkingDays, query, query.Filters is null ? rows.Where(d => d.Date >= first && d.Date <= last) : rows, cancellationToken);
    }

    /// <summary>The free day of a date.</summary>
    public Task<Document<NonWorkingDayDto>> FindNonWorkingDayAsync(DateOnly date, CancellationToken cancellationToken) =>
        reader.FindAsync(nonWorkingDays, d => d.Date == date, cancellationToken);

    /// <summary>Stores a free day.</summary>
    public async Task<Document<NonWorkingDayDto>> CreateNonWorkingDayAsync(ChangeSet<NonWorkingDay, NonWorkingDayDto> changes, CancellationToken cancellationToken)
    {
        var day = NonWorkingDay.Draft();
        await ChangeAsync(token => writer.CreateAsync(NonWorkingDays, day, changes, token), () => day.Date, cancellationToken);
        return await reader.WrittenAsync(nonWorkingDays, day.Id, cancellationToken);
    }

    /// <summary>Stores another name of a free day.</summary>
    public async Task<Document<NonWorkingDayDto>> UpdateNonWorkingDayAsync(
        DateOnly date, ChangeSet<NonWorkingDay, NonWorkingDayDto> changes, CancellationToken cancellationToken)
    {
        await writer.UpdateAsync(NonWorkingDays, await IdOfAsync(date, cancellationToken), changes, cancellationToken);
        return await FindNonWorkingDayAsync(date, cancellationToken);
    }

    /// <summary>Has a day be worked on again.</summary>
    public async Task DeleteNonWorkingDayAsync(DateOnly date, CancellationToken cancellationToken)
    {
        var (day, _) = await writer.TakeAsync(NonWorkingDays, await IdOfAsync(date, cancellationToken), cancellationToken);
        if (!reader.Access.Viewer.IsAdmin)
            throw new ProblemException(new Problem.Forbidden());
        await ChangeAsync(
            token =>
            {
                free.Remove(day);
                return unitOfWork.SaveAsync(token);
            },
            () => date,
            cancellationToken);
    }

    private async Task<long> IdOfAsync(DateOnly date, CancellationToken cancellationToken) =>
        (await reader.RowAsync(nonWorkingDays, d => d.Date == date, cancellationToken)).Id;

    // Nobody schedules anything meanwhile by the old calendar.
    private Task ChangeAsync(Func<CancellationToken, Task> change, Func<DateOnly>? on, CancellationToken cancellationToken) => turn.WriteAsync(
        unitOfWork,
        async token =>
        {
            await change(token);
            await durations.RecountAsync(await calendars.ReadAsync(token), on?.Invoke(), token);
        },
        cancellationToken);

    private async Task StoreWeekAsync(IReadOnlyDictionary<long, bool> changes, CancellationToken cancellationToken)
    {
        var days = await week.FindManyAsync([.. Enumerable.Range(1, WeekDay.Count).Select(day => (long)day)], cancellationToken);
        if (changes.Keys.Except(days.Select(d => d.Id)).Any())
            throw new ProblemException(new Problem.Invalid("day", "Day does not exist."));
        foreach (var day in days.Where(d => changes.ContainsKey(d.Id)))
            day.BeWorkedOn(changes[day.Id]);
        if (days.All(d => !d.Working))
            throw new ProblemException(new Problem.Invalid("working", WeekDayContract.NoneLeft));
        await unitOfWork.SaveAsync(cancellationToken);
    }
}
