using AutoMapper;
using OpenProject.Domain.TimeEntries;

namespace OpenProject.Application.TimeEntries;

/// <summary>Spent time and kinds of work to their rows.</summary>
public sealed class TimeEntryMaps : Profile
{
    /// <summary>Declares the maps.</summary>
    public TimeEntryMaps()
    {
        CreateMap<TimeEntriesActivity, TimeEntriesActivityDto>().ForMember(d => d.Projects, o => o.Ignore());
        CreateMap<TimeEntry, TimeEntryDto>().ForMember(d => d.Custom, o => o.Ignore())
            .ForMember(d => d.WorkPackageProjectId, o => o.MapFrom(t => t.WorkPackage == null ? null : (long?)t.WorkPackage.ProjectId))
            .ForMember(d => d.WorkPackageIsHidden, o => o.Ignore());
    }
}
