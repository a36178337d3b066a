using AutoMapper;
using OpenProject.Domain.WorkingHours;

namespace OpenProject.Application.WorkingHours;

/// <summary>Working hours to their row.</summary>
public sealed class UserWorkingHoursMaps : Profile
{
    /// <summary>Declares the map.</summary>
    public UserWorkingHoursMaps() => CreateMap<UserWorkingHours, UserWorkingHoursDto>();
}
