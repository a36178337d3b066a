using OpenProject.Application.Common;
using OpenProject.Domain.WorkSchedule;

namespace OpenProject.Application.WorkSchedule;

/// <summary>The installation's calendar, for a second at the longest: every change of a date asks for it.</summary>
public sealed class CalendarMemory(IChangeSignal signal, TimeProvider clock)
{
    internal ShortMemory<int, WorkingCalendar> Calendars { get; } = new(() => signal.SettledEpoch, clock, TimeSpan.FromSeconds(1), most: 1);
}
