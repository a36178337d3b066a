using AutoMapper;
using OpenProject.Domain.Versions;

namespace OpenProject.Application.Versions;

/// <summary>Version to its row.</summary>
public sealed class VersionMaps : Profile
{
    /// <summary>Declares the map.</summary>
    public VersionMaps() => CreateMap<ProjectVersion, VersionDto>().ForMember(d => d.Custom, o => o.Ignore());
}
