using AutoMapper;
using OpenProject.Domain.NonWorkingTimes;

namespace OpenProject.Application.NonWorkingTimes;

/// <summary>Non-working time to its row.</summary>
public sealed class UserNonWorkingTimeMaps : Profile
{
    /// <summary>Declares the map.</summary>
    public UserNonWorkingTimeMaps() => CreateMap<UserNonWorkingTime, UserNonWorkingTimeDto>();
}
