using OpenProject.Application.Common;
using OpenProject.Domain.WorkSchedule;

namespace OpenProject.Application.WorkSchedule;

/// <summary>Tells which days the installation works on, as its week and its free days say.</summary>
public sealed class CalendarService(IReadStore store, CalendarMemory memory)
{
    // There is one calendar.
    private const int TheOne = 0;

    /// <summary>The calendar. Two statements at most.</summary>
    public async ValueTask<WorkingCalendar> GetAsync(CancellationToken cancellationToken)
    {
        if (memory.Calendars.TryGet(TheOne, out var known))
            return known;
        var moment = memory.Calendars.Now;
        var calendar = await ReadAsync(cancellationToken);
        memory.Calendars.Put(TheOne, calendar, moment);
        return calendar;
    }

    /// <summary>The calendar as the database has it now, also where the transaction has just changed it.</summary>
    public async Task<WorkingCalendar> ReadAsync(CancellationToken cancellationToken)
    {
        var week = await store.ListAsync(store.Rows<WeekDay>().Where(d => d.Working), cancellationToken);
        var free = await store.ListAsync(store.Rows<NonWorkingDay>().Select(d => d.Date), cancellationToken);
        return new WorkingCalendar(week.Select(d => d.Day), free);
    }
}
