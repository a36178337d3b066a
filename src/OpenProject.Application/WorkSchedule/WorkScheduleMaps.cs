using AutoMapper;
using OpenProject.Domain.WorkSchedule;

namespace OpenProject.Application.WorkSchedule;

/// <summary>Days to their rows.</summary>
public sealed class WorkScheduleMaps : Profile
{
    /// <summary>Declares the maps.</summary>
    public WorkScheduleMaps()
    {
        CreateMap<WeekDay, WeekDayDto>();
        CreateMap<NonWorkingDay, NonWorkingDayDto>();
    }
}
