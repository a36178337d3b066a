using AutoMapper;
using OpenProject.Domain.JobStatuses;

namespace OpenProject.Application.JobStatuses;

/// <summary>Job to its row.</summary>
public sealed class JobMaps : Profile
{
    /// <summary>Declares the map.</summary>
    public JobMaps() => CreateMap<Job, JobDto>()
        .ForMember(d => d.ProjectKind, o => o.MapFrom(j => j.Project == null ? null : (Domain.Projects.ProjectKind?)j.Project.Kind));
}
