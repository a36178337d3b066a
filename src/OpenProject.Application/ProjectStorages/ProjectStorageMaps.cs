using AutoMapper;
using OpenProject.Domain.ProjectStorages;

namespace OpenProject.Application.ProjectStorages;

/// <summary>Project storage to its row.</summary>
public sealed class ProjectStorageMaps : Profile
{
    /// <summary>Declares the map.</summary>
    public ProjectStorageMaps() => CreateMap<ProjectStorage, ProjectStorageDto>();
}
